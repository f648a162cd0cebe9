package com.example.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/**
 * The table of the locks, in memory: a client of the AWS SDK whose requests go nowhere.
 *
 * <p>It writes and deletes rows on conditions, and knows the conditions of this state machine word
 * for word. It has no parser: any other condition and any other action ends the test. It does not
 * check what DynamoDB checks in a request, and knows no capacity and no permissions.
 */
final class LocksTable implements DynamoDbClient {
  private final Map<String, Map<String, AttributeValue>> rows = new HashMap<>();

  /** The execution that holds the lock of a shop; empty if nobody does. */
  Optional<String> holderOf(String shop) {
    return Optional.ofNullable(rows.get(shop)).map(row -> row.get("HeldBy").s());
  }

  /** Gives the lock of a shop to somebody, whoever holds it. */
  void give(String shop, String holder, Instant expiresAt) {
    rows.put(
        shop,
        Map.of(
            "LockName",
            AttributeValue.fromS(shop),
            "HeldBy",
            AttributeValue.fromS(holder),
            "ExpiresAt",
            AttributeValue.fromN(Long.toString(expiresAt.getEpochSecond()))));
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    requireTable(request.tableName());
    String lock = request.item().get("LockName").s();
    require(request.conditionExpression(), lock, request.expressionAttributeValues());
    rows.put(lock, request.item());
    return PutItemResponse.builder().build();
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    requireTable(request.tableName());
    String lock = request.key().get("LockName").s();
    require(request.conditionExpression(), lock, request.expressionAttributeValues());
    rows.remove(lock);
    return DeleteItemResponse.builder().build();
  }

  private void require(String condition, String lock, Map<String, AttributeValue> values) {
    Map<String, AttributeValue> row = rows.getOrDefault(lock, Map.of());
    boolean holds =
        switch (condition) {
          case "attribute_not_exists(LockName) OR ExpiresAt <= :now" ->
              row.isEmpty() || number(row, "ExpiresAt").compareTo(number(values, ":now")) <= 0;
          case "HeldBy = :me" -> values.get(":me").equals(row.get("HeldBy"));
          default ->
              throw new UnsupportedOperationException(
                  "The table does not know the condition: " + condition);
        };
    if (!holds) {
      throw ConditionalCheckFailedException.builder()
          .message("The conditional request failed")
          .statusCode(400)
          .build();
    }
  }

  private static void requireTable(String name) {
    if (!name.equals("Locks")) {
      throw ResourceNotFoundException.builder()
          .message("Requested resource not found")
          .statusCode(400)
          .build();
    }
  }

  private static BigDecimal number(Map<String, AttributeValue> values, String name) {
    return new BigDecimal(values.get(name).n());
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    // There is no connection to close.
  }
}
