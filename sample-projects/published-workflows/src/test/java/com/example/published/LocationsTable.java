package com.example.published;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * The table of locations, in memory: a client of the AWS SDK whose requests go nowhere.
 *
 * <p>It answers the one query of the aggregator, in one page. Of an update it checks no more than
 * that the names in its expression are defined; any other expression and any other action ends the
 * test.
 */
final class LocationsTable implements DynamoDbClient {
  private static final String TASK = "task_id";
  private static final Pattern NAME = Pattern.compile("#\\w+");

  private final Map<String, TreeSet<String>> locations = new TreeMap<>();

  LocationsTable add(String task, String location) {
    locations.computeIfAbsent(task, none -> new TreeSet<>()).add(location);
    return this;
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    if (!request.keyConditionExpression().equals("task_id = :taskValue")) {
      throw InMemoryTable.unknown("key condition", request.keyConditionExpression());
    }
    String task = request.expressionAttributeValues().get(":taskValue").s();
    List<Map<String, AttributeValue>> items =
        locations.getOrDefault(task, new TreeSet<>()).stream()
            .map(
                location ->
                    Map.of(
                        TASK,
                        AttributeValue.fromS(task),
                        "location_id",
                        AttributeValue.fromS(location)))
            .toList();
    return QueryResponse.builder()
        .items(items)
        .count(items.size())
        .scannedCount(items.size())
        .build();
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    NAME.matcher(request.updateExpression())
        .results()
        .map(MatchResult::group)
        .filter(name -> !request.expressionAttributeNames().containsKey(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw InMemoryTable.invalid(
                  "Invalid UpdateExpression: An expression attribute name used in the document "
                      + "path is not defined; attribute name: "
                      + name);
            });
    throw InMemoryTable.unknown("update expression", request.updateExpression());
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
