package com.example.catalog;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The table of the locks, in a DynamoDB Local within the test's own JVM. */
final class LocksTable implements AutoCloseable {
  /** True: it sends no telemetry, so that the test needs no network. */
  private final AmazonDynamoDBLocal local = DynamoDBEmbedded.create(true);

  private final DynamoDbClient client = local.dynamoDbClient();

  LocksTable() {
    client.createTable(
        table ->
            table
                .tableName("Locks")
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

  /** The execution that holds the lock of a shop; empty if nobody does. */
  Optional<String> holderOf(String shop) {
    return Optional.ofNullable(
            client
                .getItem(get -> get.tableName("Locks").key(Map.of("LockName", text(shop))))
                .item()
                .get("HeldBy"))
        .map(AttributeValue::s);
  }

  /** Gives the lock of a shop to somebody, whoever holds it. */
  void give(String shop, String holder, Instant expiresAt) {
    client.putItem(
        put ->
            put.tableName("Locks")
                .item(
                    Map.of(
                        "LockName",
                        text(shop),
                        "HeldBy",
                        text(holder),
                        "ExpiresAt",
                        AttributeValue.builder()
                            .n(Long.toString(expiresAt.getEpochSecond()))
                            .build())));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.builder().s(value).build();
  }

  @Override
  public void close() {
    local.shutdown();
  }
}
