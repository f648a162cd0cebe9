package com.example.prices;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/**
 * The table of the prices, in memory: a client of the AWS SDK whose requests go nowhere.
 *
 * <p>It writes items without conditions, and nothing else: a condition and any other action ends
 * the test. It does not check what DynamoDB checks in a request, and knows no capacity and no
 * permissions.
 */
final class PricesTable implements DynamoDbClient {
  private final Map<String, BigDecimal> prices = new TreeMap<>();

  /** All prices, by article. */
  Map<String, BigDecimal> prices() {
    return Map.copyOf(prices);
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    if (!request.tableName().equals("Prices")) {
      throw ResourceNotFoundException.builder()
          .message("Requested resource not found")
          .statusCode(400)
          .build();
    }
    if (request.conditionExpression() != null) {
      throw new UnsupportedOperationException(
          "The table does not know the condition: " + request.conditionExpression());
    }
    Map<String, AttributeValue> item = request.item();
    // DynamoDB keeps no trailing zeros of a number.
    prices.put(item.get("Sku").s(), new BigDecimal(item.get("Price").n()).stripTrailingZeros());
    return PutItemResponse.builder().build();
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
