package com.example.published;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The tables of locations and of tasks, in a DynamoDB Local within the test's own JVM. */
final class LocationsTable implements AutoCloseable {
  private static final String TASK = "task_id";

  /** True: it sends no telemetry, so that the test needs no network. */
  private final AmazonDynamoDBLocal local = DynamoDBEmbedded.create(true);

  private final DynamoDbClient client = local.dynamoDbClient();

  LocationsTable() {
    create("locations", "location_id");
    create("task_table", "created_at");
  }

  private void create(String name, String sortKey) {
    client.createTable(
        table ->
            table
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(Stream.of(TASK, sortKey).map(LocationsTable::text).toList())
                .keySchema(key(TASK, KeyType.HASH), key(sortKey, KeyType.RANGE)));
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  DynamoDbClient client() {
    return client;
  }

  LocationsTable add(String task, String location) {
    client.putItem(
        put ->
            put.tableName("locations")
                .item(
                    Map.of(
                        TASK,
                        AttributeValue.fromS(task),
                        "location_id",
                        AttributeValue.fromS(location))));
    return this;
  }

  @Override
  public void close() {
    local.shutdown();
  }
}
