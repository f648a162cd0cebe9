package com.example.quotes;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * The table of the circuits, in memory: a client of the AWS SDK whose requests go nowhere.
 *
 * <p>It reads, updates and deletes rows by their key, and knows the update expressions of this
 * state machine word for word. It has no parser: any other expression and any other action ends the
 * test. It does not check what DynamoDB checks in a request, knows no capacity and no permissions,
 * and every read is consistent.
 */
final class CircuitsTable implements DynamoDbClient {
  private final Map<String, Map<String, AttributeValue>> rows = new HashMap<>();
  private boolean dropped;

  /** The row of a service; empty if it has none. */
  Map<String, AttributeValue> circuitOf(String service) {
    return rows.getOrDefault(service, Map.of());
  }

  /** Deletes the table itself. */
  void drop() {
    dropped = true;
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    requireTable(request.tableName());
    Map<String, AttributeValue> row = rows.get(service(request.key()));
    return row == null
        ? GetItemResponse.builder().build()
        : GetItemResponse.builder().item(row).build();
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    requireTable(request.tableName());
    rows.remove(service(request.key()));
    return DeleteItemResponse.builder().build();
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    requireTable(request.tableName());
    Map<String, AttributeValue> values = request.expressionAttributeValues();
    Map<String, AttributeValue> row =
        new HashMap<>(rows.getOrDefault(service(request.key()), request.key()));
    switch (request.updateExpression()) {
      case "ADD Failures :one" -> row.merge("Failures", values.get(":one"), CircuitsTable::sum);
      case "SET OpenUntil = :until" -> row.put("OpenUntil", values.get(":until"));
      default ->
          throw new UnsupportedOperationException(
              "The table does not know the update expression: " + request.updateExpression());
    }
    rows.put(service(request.key()), row);
    return request.returnValues() == ReturnValue.ALL_NEW
        ? UpdateItemResponse.builder().attributes(row).build()
        : UpdateItemResponse.builder().build();
  }

  private void requireTable(String name) {
    if (dropped || !name.equals("Circuits")) {
      throw ResourceNotFoundException.builder()
          .message("Requested resource not found")
          .statusCode(400)
          .build();
    }
  }

  private static String service(Map<String, AttributeValue> key) {
    return key.get("Service").s();
  }

  private static AttributeValue sum(AttributeValue one, AttributeValue other) {
    return AttributeValue.fromN(
        new BigDecimal(one.n()).add(new BigDecimal(other.n())).toPlainString());
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
