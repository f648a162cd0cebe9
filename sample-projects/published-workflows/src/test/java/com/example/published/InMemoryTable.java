package com.example.published;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/**
 * A table with one text as its key, in memory: a client of the AWS SDK whose requests go nowhere.
 *
 * <p>It reads and writes whole rows. Subclasses know the expressions of their state machine word
 * for word; there is no parser, and any other expression or action ends the test. It does not check
 * what DynamoDB checks in a request, and knows no capacity and no permissions.
 */
abstract class InMemoryTable implements DynamoDbClient {
  private final String name;
  private final String key;
  private final Map<String, Map<String, AttributeValue>> rows = new HashMap<>();

  InMemoryTable(String name, String key) {
    this.name = name;
    this.key = key;
  }

  /** The row with a key; empty if there is none. */
  final Map<String, AttributeValue> row(String id) {
    return rows.getOrDefault(id, Map.of());
  }

  /** Writes a row, whatever was there. */
  final void write(Map<String, AttributeValue> row) {
    rows.put(id(row), Map.copyOf(row));
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    requireTable(request.tableName());
    Map<String, AttributeValue> row = row(id(request.key()));
    return row.isEmpty()
        ? GetItemResponse.builder().build()
        : GetItemResponse.builder().item(projection(row, request)).build();
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    requireTable(request.tableName());
    if (request.conditionExpression() != null) {
      require(
          holds(
              request.conditionExpression(),
              row(id(request.item())),
              request.expressionAttributeNames(),
              request.expressionAttributeValues()));
    }
    write(request.item());
    return PutItemResponse.builder().build();
  }

  /** What a read asks for; here all of a row. */
  Map<String, AttributeValue> projection(Map<String, AttributeValue> row, GetItemRequest request) {
    if (request.projectionExpression() != null) {
      throw unknown("projection", request.projectionExpression());
    }
    return row;
  }

  /**
   * Whether a condition holds for a row, which is empty where there is none; here none is known.
   */
  boolean holds(
      String condition,
      Map<String, AttributeValue> row,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    throw unknown("condition", condition);
  }

  final void requireTable(String asked) {
    if (!asked.equals(name)) {
      throw ResourceNotFoundException.builder()
          .message("Requested resource not found")
          .statusCode(400)
          .build();
    }
  }

  final String id(Map<String, AttributeValue> row) {
    return row.get(key).s();
  }

  static void require(boolean condition) {
    if (!condition) {
      throw ConditionalCheckFailedException.builder()
          .message("The conditional request failed")
          .statusCode(400)
          .build();
    }
  }

  /**
   * The service's refusal of a request that makes no sense; it has no exception class of its own.
   */
  static AwsServiceException invalid(String message) {
    return DynamoDbException.builder()
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .errorCode("ValidationException")
                .errorMessage(message)
                .build())
        .statusCode(400)
        .build();
  }

  static UnsupportedOperationException unknown(String kind, String expression) {
    return new UnsupportedOperationException(
        "The table does not know the %s: %s".formatted(kind, expression));
  }

  @Override
  public final String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public final void close() {
    // There is no connection to close.
  }
}
