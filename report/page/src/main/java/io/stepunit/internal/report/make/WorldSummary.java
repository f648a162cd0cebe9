package io.stepunit.internal.report.make;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a list tells of a test's world: how much there is of what. */
final class WorldSummary {
  private WorldSummary() {}

  static ObjectNode of(JsonNode world) {
    JsonNode leftOut = world.path("leftOut");
    return Json.NODES
        .objectNode()
        .put("test", world.path("test").asText())
        .put("key", world.path("key").asText())
        .put("calls", world.path("effects").size() + leftOut.path("effects").asLong())
        .put("duplicates", each(world.path("effects")).filter(call -> call.has("repeats")).count())
        .put("messages", sum(world, "outboxes", "messages") + leftOut.path("messages").asLong())
        .put("objects", objects(world))
        .put("executions", world.path("executions").size() + leftOut.path("executions").asLong())
        .put("mapRuns", sum(world, "executions", "mapRuns"));
  }

  private static long objects(JsonNode world) {
    long leftOut = each(world.path("buckets")).mapToLong(it -> it.path("leftOut").asLong()).sum();
    return sum(world, "buckets", "objects") + leftOut;
  }

  private static long sum(JsonNode world, String list, String member) {
    return each(world.path(list)).mapToLong(it -> it.path(member).size()).sum();
  }

  private static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
