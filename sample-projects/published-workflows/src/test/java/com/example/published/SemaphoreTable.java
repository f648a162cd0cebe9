package com.example.published;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** The table with the one lock, which knows the expressions of the semaphore and of its cleaner. */
final class SemaphoreTable extends InMemoryTable {
  static final String TABLE = "Semaphores";
  static final String LOCK = "printer";
  private static final String KEY = "LockName";
  private static final String COUNT = "currentlockcount";
  private static final String OWNER = "#lockownerid";

  SemaphoreTable() {
    super(TABLE, KEY);
  }

  /** How many hold the lock, as the row counts it. */
  int count() {
    return Integer.parseInt(row(LOCK).get(COUNT).n());
  }

  /** The ARNs of the executions that hold the lock. */
  Set<String> owners() {
    Set<String> owners = new TreeSet<>(row(LOCK).keySet());
    owners.remove(KEY);
    owners.remove(COUNT);
    return owners;
  }

  /** Writes that an execution holds the lock, and nobody else. */
  void heldBy(String executionArn) {
    write(
        Map.of(
            KEY,
            AttributeValue.fromS(LOCK),
            COUNT,
            AttributeValue.fromN("1"),
            executionArn,
            AttributeValue.fromS("2026-01-01T00:00:00.000Z")));
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    requireTable(request.tableName());
    Map<String, AttributeValue> old = row(id(request.key()));
    Map<String, AttributeValue> values = request.expressionAttributeValues();
    String owner = request.expressionAttributeNames().get(OWNER);
    require(holds(request.conditionExpression(), old, request.expressionAttributeNames(), values));
    Map<String, AttributeValue> updated = new HashMap<>();
    Map<String, AttributeValue> row = new HashMap<>(old);
    switch (request.updateExpression()) {
      case "SET #currentlockcount = #currentlockcount + :increase, #lockownerid = :lockacquiredtime" -> {
        updated.put(COUNT, plus(old, number(values.get(":increase"))));
        updated.put(owner, values.get(":lockacquiredtime"));
      }
      case "SET #currentlockcount = #currentlockcount - :decrease REMOVE #lockownerid" -> {
        updated.put(COUNT, plus(old, number(values.get(":decrease")).negate()));
        row.remove(owner);
      }
      default -> throw unknown("update expression", request.updateExpression());
    }
    row.putAll(updated);
    write(row);
    return UpdateItemResponse.builder().attributes(updated).build();
  }

  @Override
  boolean holds(
      String condition,
      Map<String, AttributeValue> row,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    return switch (condition) {
      case "currentlockcount <> :limit and attribute_not_exists(#lockownerid)" ->
          !values.get(":limit").equals(row.get(COUNT)) && !row.containsKey(names.get(OWNER));
      case "attribute_exists(#lockownerid)" -> row.containsKey(names.get(OWNER));
      case "LockName <> :lockname" -> !values.get(":lockname").equals(row.get(KEY));
      default -> throw unknown("condition", condition);
    };
  }

  @Override
  Map<String, AttributeValue> projection(Map<String, AttributeValue> row, GetItemRequest request) {
    if (!OWNER.equals(request.projectionExpression())) {
      throw unknown("projection", request.projectionExpression());
    }
    Map<String, AttributeValue> part = new HashMap<>(row);
    part.keySet().retainAll(Set.of(request.expressionAttributeNames().get(OWNER)));
    return part;
  }

  /** The count of a row and a number; the service refuses to add to what is not there. */
  private static AttributeValue plus(Map<String, AttributeValue> row, BigDecimal number) {
    if (!row.containsKey(COUNT)) {
      throw invalid(
          "The provided expression refers to an attribute that does not exist in the item");
    }
    return AttributeValue.fromN(number(row.get(COUNT)).add(number).toPlainString());
  }

  private static BigDecimal number(AttributeValue value) {
    return new BigDecimal(value.n());
  }
}
