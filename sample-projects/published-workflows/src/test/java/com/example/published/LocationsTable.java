package com.example.published;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The tables of locations and of tasks, in a real DynamoDB. */
final class LocationsTable implements AutoCloseable {
  private static final String TASK = "task_id";

  private final LocalDynamoDb local =
      new LocalDynamoDb()
          .table("locations", TASK, "location_id")
          .table("task_table", TASK, "created_at");
  private final DynamoDbClient client = local.client();

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
    local.close();
  }
}
