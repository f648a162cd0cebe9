package com.example.published;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table with the one lock, in a real DynamoDB. */
final class SemaphoreTable implements AutoCloseable {
  static final String TABLE = "Semaphores";
  static final String LOCK = "printer";
  private static final String COUNT = "currentlockcount";

  private final LocalDynamoDb local = new LocalDynamoDb().table(TABLE, "LockName");
  private final DynamoDbClient client = local.client();

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
                        AttributeValue.fromS(LOCK),
                        COUNT,
                        AttributeValue.fromN("1"),
                        executionArn,
                        AttributeValue.fromS("2026-01-01T00:00:00.000Z"))));
  }

  private Map<String, AttributeValue> row() {
    return client
        .getItem(get -> get.tableName(TABLE).key(Map.of("LockName", AttributeValue.fromS(LOCK))))
        .item();
  }

  @Override
  public void close() {
    local.close();
  }
}
