package com.example.prices;

import static java.util.stream.Collectors.toMap;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The table of the prices, in a DynamoDB Local within the test's own JVM. */
final class PricesTable implements AutoCloseable {
  /** True: it sends no telemetry, so that the test needs no network. */
  private final AmazonDynamoDBLocal local = DynamoDBEmbedded.create(true);

  private final DynamoDbClient client = local.dynamoDbClient();

  PricesTable() {
    client.createTable(
        table ->
            table
                .tableName("Prices")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName("Sku")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(
                    KeySchemaElement.builder().attributeName("Sku").keyType(KeyType.HASH).build()));
  }

  DynamoDbClient client() {
    return client;
  }

  /** All prices, by article. */
  Map<String, BigDecimal> prices() {
    return new TreeMap<>(
        client.scan(scan -> scan.tableName("Prices")).items().stream()
            .collect(
                toMap(item -> item.get("Sku").s(), item -> new BigDecimal(item.get("Price").n()))));
  }

  @Override
  public void close() {
    local.shutdown();
  }
}
