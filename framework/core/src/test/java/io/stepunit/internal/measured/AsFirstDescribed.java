package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Resolves answers that are told by comparison with what the execution was started with: {@code
 * "the first"} and {@code "that of the first"}.
 */
final class AsFirstDescribed {
  private static final String FIRST = "the first";
  private static final String THAT_OF_THE_FIRST = "that of the first";

  private final CaseWorld world;

  AsFirstDescribed(CaseWorld world) {
    this.world = world;
  }

  /** Remembers the definition and the dates that the execution is started with. */
  void remember() {
    JsonNode first =
        world
            .calls()
            .call("DescribeStateMachineForExecution", Map.of("executionArn", world.executionArn()));
    world.bindings().bindMadeUp(FIRST, first);
  }

  JsonNode resolved(JsonNode measured) {
    if (!measured.isObject()) {
      return measured;
    }
    ObjectNode resolved = measured.deepCopy();
    measured
        .fields()
        .forEachRemaining(
            member -> {
              String text = member.getValue().asText();
              if (text.equals(FIRST) || text.equals(THAT_OF_THE_FIRST)) {
                JsonNode first = world.bindings().madeUp(FIRST).orElseThrow();
                resolved.set(member.getKey(), first.get(member.getKey()));
              }
            });
    return resolved;
  }
}
