package com.example.published;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The emitter's settings. */
final class EmitterTable extends InMemoryTable {
  static final String NAME = "demo-event-emitter_event-pusher-config";
  private static final String KEY = "config_id";
  private static final String SETTINGS = "event_emitter";

  EmitterTable() {
    super(NAME, KEY);
  }

  /** The settings; empty if nobody has made them. */
  Map<String, AttributeValue> settings() {
    return row(SETTINGS);
  }

  /** Writes all settings. */
  void write(int workers, int threads, boolean goesOn) {
    write(
        Map.of(
            KEY,
            AttributeValue.fromS(SETTINGS),
            "worker_count",
            AttributeValue.fromN(Integer.toString(workers)),
            "thread_count",
            AttributeValue.fromN(Integer.toString(threads)),
            "min_wait",
            AttributeValue.fromN("1"),
            "max_wait",
            AttributeValue.fromN("10"),
            "continue",
            AttributeValue.fromS(Boolean.toString(goesOn))));
  }
}
