package com.example.published;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The table with the one lock, in a DynamoDB Local within the test's own JVM. */
final class SemaphoreTable implements AutoCloseable {
  static final String TABLE = "Semaphores";
  static final String LOCK = "printer";
  private static final String COUNT = "currentlockcount";

  /** True: it sends no telemetry, so that the test needs no network. */
  private final AmazonDynamoDBLocal local = DynamoDBEmbedded.create(true);

  private final DynamoDbClient client = local.dynamoDbClient();

  SemaphoreTable() {
    client.createTable(
        table ->
            table
                .tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName("LockName")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(
                    KeySchemaElement.builder()
                        .attributeName("LockName")
                        .keyType(KeyType.HASH)
                        .build()));
  }

  DynamoDbClient client() {
    return client;
  }

  /** How many hold the lock, as the row counts it. */
  int count() {
    return Integer.parseInt(row().get(COUNT).n());
  }

  /** The ARNs of the executions that hold the lock. */
  Set<String> owners() {
    Set<String> owners = new TreeSet<>(row().keySet());
    owners.remove("LockName");
    owners.remove(COUNT);
    return owners;
  }

  /** Writes that an execution holds the lock, and nobody else. */
  void heldBy(String executionArn) {
    client.putItem(
        put ->
            put.tableName(TABLE)
                .item(
                    Map.of(
                        "LockName",
                        text(LOCK),
                        COUNT,
                        AttributeValue.builder().n("1").build(),
                        executionArn,
                        text("2026-01-01T00:00:00.000Z"))));
  }

  private Map<String, AttributeValue> row() {
    return client.getItem(get -> get.tableName(TABLE).key(Map.of("LockName", text(LOCK)))).item();
  }

  private static AttributeValue text(String value) {
    return AttributeValue.builder().s(value).build();
  }

  @Override
  public void close() {
    local.shutdown();
  }
}
