package com.example.published;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The emitter's settings, in a real DynamoDB. */
final class EmitterTable implements AutoCloseable {
  static final String NAME = "demo-event-emitter_event-pusher-config";
  private static final String KEY = "config_id";

  private final LocalDynamoDb local = new LocalDynamoDb().table(NAME, KEY);
  private final DynamoDbClient client = local.client();

  DynamoDbClient client() {
    return client;
  }

  /** The settings; empty if nobody has made them. */
  Map<String, AttributeValue> settings() {
    return client
        .getItem(get -> get.tableName(NAME).key(Map.of(KEY, AttributeValue.fromS("event_emitter"))))
        .item();
  }

  /** Writes all settings. */
  void write(int workers, int threads, boolean goesOn) {
    client.putItem(
        put ->
            put.tableName(NAME)
                .item(
                    Map.of(
                        KEY,
                        AttributeValue.fromS("event_emitter"),
                        "worker_count",
                        AttributeValue.fromN(Integer.toString(workers)),
                        "thread_count",
                        AttributeValue.fromN(Integer.toString(threads)),
                        "min_wait",
                        AttributeValue.fromN("1"),
                        "max_wait",
                        AttributeValue.fromN("10"),
                        "continue",
                        AttributeValue.fromS(Boolean.toString(goesOn)))));
  }

  @Override
  public void close() {
    local.close();
  }
}
