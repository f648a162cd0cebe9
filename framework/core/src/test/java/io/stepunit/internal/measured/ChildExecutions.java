package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.stepunit.internal.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The child executions of a Map Run, as ListExecutions and DescribeExecution tell them. */
final class ChildExecutions {
  private static final Set<String> KNOWN = Set.of("order", "members", "indexes", "entries");

  private final CaseWorld world;
  private final String mapRunArn;

  ChildExecutions(CaseWorld world, String mapRunArn) {
    this.world = world;
    this.mapRunArn = mapRunArn;
  }

  /** ListExecutions of the Map Run. */
  private List<JsonNode> listed() {
    List<JsonNode> list = new ArrayList<>();
    world
        .calls()
        .call("ListExecutions", Map.of("mapRunArn", mapRunArn))
        .get("executions")
        .forEach(list::add);
    return list;
  }

  /** DescribeExecution of the child of an item; missing if there is none. */
  JsonNode described(String index) {
    List<JsonNode> list = listed();
    for (int place = 0; place < list.size(); place++) {
      JsonNode described = describe(list.get(place));
      if (index(described, list.size() - 1 - place).equals(index)) {
        return described;
      }
    }
    return MissingNode.getInstance();
  }

  private JsonNode describe(JsonNode listed) {
    return world
        .calls()
        .call("DescribeExecution", Map.of("executionArn", listed.get("executionArn").textValue()));
  }

  /** The item's index that the child's input tells; else its place in the order of the starts. */
  private static String index(JsonNode described, int place) {
    JsonNode input = Json.parse(described.path("input").asText("{}"));
    return input.path("index").asText(String.valueOf(place));
  }

  /** The list as a whole. */
  void compareList(String where, JsonNode measured) {
    UnknownFormException.requireKnown(where, measured, KNOWN);
    List<JsonNode> list = listed();
    newestFirst(where, measured.path("order").asText(), list);
    if (measured.has("members")) {
      MapRunLook look = new MapRunLook(world);
      list.forEach(entry -> look.sameMembers(where, measured.get("members"), entry));
    }
    if (measured.has("indexes")) {
      indexes(where + ".indexes", measured.get("indexes"), list);
    }
    for (Iterator<String> indexes = measured.path("entries").fieldNames(); indexes.hasNext(); ) {
      String index = indexes.next();
      world
          .values()
          .with(ValueMatch.Extent.MEMBERS_GIVEN)
          .compare(
              where + ".entries." + index, measured.get("entries").get(index), entry(index, list));
    }
  }

  private JsonNode entry(String index, List<JsonNode> list) {
    for (int place = 0; place < list.size(); place++) {
      if (index(describe(list.get(place)), list.size() - 1 - place).equals(index)) {
        return list.get(place);
      }
    }
    return MissingNode.getInstance();
  }

  private void newestFirst(String where, String order, List<JsonNode> list) {
    if (!order.equals("newest start first")) {
      throw new UnknownFormException("The order '" + order + "' is not known.");
    }
    for (int i = 1; i < list.size(); i++) {
      if (start(list.get(i)).isAfter(start(list.get(i - 1)))) {
        world.findings().differs(where + ".order", order, list.toString());
        return;
      }
    }
  }

  /** Children that started at one instant may stand in any order. */
  private void indexes(String where, JsonNode measured, List<JsonNode> list) {
    boolean same = measured.size() == list.size();
    for (int i = 0; same && i < measured.size(); i++) {
      JsonNode entry = entry(measured.get(i).asText(), list);
      same = !entry.isMissingNode() && start(entry).equals(start(list.get(i)));
    }
    if (!same) {
      world.findings().differs(where, measured.toString(), list.toString());
    }
  }

  private static Instant start(JsonNode entry) {
    return Instants.read(entry.path("startDate")).orElse(Instant.EPOCH);
  }
}
