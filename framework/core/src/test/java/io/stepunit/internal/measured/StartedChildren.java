package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The executions of the case's further machine, which its Tasks started. */
final class StartedChildren {
  private static final Set<String> KNOWN = Set.of("input", "output", "status", "events");

  private final CaseWorld world;

  StartedChildren(CaseWorld world) {
    this.world = world;
  }

  /** Each measured child is one of those with its input. */
  void compare(JsonNode measured) {
    List<JsonNode> rest = described();
    if (rest.size() != measured.size()) {
      world.findings().differs("children", measured.size() + "", rest.size() + "");
    }
    int number = 0;
    for (JsonNode child : measured) {
      UnknownFormException.requireKnown("A child", child, KNOWN);
      String where = "children[" + number++ + "]";
      Optional<JsonNode> found =
          rest.stream()
              .filter(other -> world.values().isSame(child.get("input"), other.get("input")))
              .findFirst();
      if (found.isEmpty()) {
        world.findings().differs(where + ".input", child.get("input"), inputs(rest));
        continue;
      }
      rest.remove(found.get());
      compare(where, child, found.get());
    }
  }

  private void compare(String where, JsonNode measured, JsonNode found) {
    for (String member : List.of("status", "output")) {
      if (measured.has(member)) {
        world.values().compare(where + "." + member, measured.get(member), found.path(member));
      }
    }
    if (measured.has("events")) {
      world
          .histories()
          .inOrder(
              where + ".events",
              measured.get("events"),
              world.calls().history(found.get("executionArn").textValue()));
    }
  }

  private static JsonNode inputs(List<JsonNode> children) {
    ArrayNode inputs = Json.NODES.arrayNode();
    children.forEach(child -> inputs.add(child.get("input")));
    return inputs;
  }

  /** DescribeExecution of each, in the order of their start. */
  private List<JsonNode> described() {
    String arn = world.machineArn().replaceFirst("[^:]+$", "child");
    JsonNode listed = world.calls().call("ListExecutions", Map.of("stateMachineArn", arn));
    List<JsonNode> children = new ArrayList<>();
    for (Iterator<JsonNode> all = listed.get("executions").elements(); all.hasNext(); ) {
      String child = all.next().get("executionArn").textValue();
      children.add(0, world.calls().call("DescribeExecution", Map.of("executionArn", child)));
    }
    return children;
  }
}
