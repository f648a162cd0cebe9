package com.example.quotes;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The table of the circuits, in a DynamoDB Local within the test's own JVM. */
final class CircuitsTable implements AutoCloseable {
  /** True: it sends no telemetry, so that the test needs no network. */
  private final AmazonDynamoDBLocal local = DynamoDBEmbedded.create(true);

  private final DynamoDbClient client = local.dynamoDbClient();

  CircuitsTable() {
    client.createTable(
        table ->
            table
                .tableName("Circuits")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName("Service")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(
                    KeySchemaElement.builder()
                        .attributeName("Service")
                        .keyType(KeyType.HASH)
                        .build()));
  }

  DynamoDbClient client() {
    return client;
  }

  /** The row of a service; empty if it has none. */
  Map<String, AttributeValue> circuitOf(String service) {
    return client
        .getItem(
            get ->
                get.tableName("Circuits")
                    .key(Map.of("Service", AttributeValue.builder().s(service).build())))
        .item();
  }

  @Override
  public void close() {
    local.shutdown();
  }
}
