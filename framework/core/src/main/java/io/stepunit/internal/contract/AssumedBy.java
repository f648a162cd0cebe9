package io.stepunit.internal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.Comparator;

/**
 * Who assumes something.
 *
 * @param test the test, with its class and what is between
 * @param mock the code of the mock: {@code order.mock("Charge")}
 * @param at its line: {@code OrderTest.java:41}
 */
public record AssumedBy(String test, String mock, String at) implements Comparable<AssumedBy> {
  private static final Comparator<AssumedBy> ORDER =
      Comparator.comparing(AssumedBy::at)
          .thenComparing(AssumedBy::mock)
          .thenComparing(AssumedBy::test);

  /** What one mock assumes is told once, whichever tests it is used in. */
  Object mockAndLine() {
    return new AssumedBy("", mock, at);
  }

  static AssumedBy of(JsonNode json) {
    return new AssumedBy(
        json.path("test").asText(), json.path("mock").asText(), json.path("at").asText());
  }

  ObjectNode toJson() {
    return Json.NODES.objectNode().put("test", test).put("mock", mock).put("at", at);
  }

  @Override
  public int compareTo(AssumedBy other) {
    return ORDER.compare(this, other);
  }

  /** For a message. */
  @Override
  public String toString() {
    return mock + " at " + at + ", in " + test;
  }
}
