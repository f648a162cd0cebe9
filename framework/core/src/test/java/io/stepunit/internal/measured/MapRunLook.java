package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the API tells of the one Map Run of the case's execution. */
final class MapRunLook {
  private static final List<String> COUNTS = List.of("itemCounts", "executionCounts");

  private final CaseWorld world;
  private final ServiceCalls calls;
  private final ValueMatch values;

  MapRunLook(CaseWorld world) {
    this.world = world;
    this.calls = world.calls();
    this.values = world.values().with(ValueMatch.Extent.MEMBERS_GIVEN);
  }

  /** Binds {@code ${mapRunArn}} and {@code ${mapRunId}}, if there is a Map Run. */
  void bind() {
    if (listed().isMissingNode()) {
      return;
    }
    String arn = listed().get("mapRunArn").textValue();
    world.bindings().bind("mapRunArn", arn);
    world.bindings().bind("mapRunId", arn.substring(arn.lastIndexOf(':') + 1));
  }

  private JsonNode listed() {
    return calls
        .call("ListMapRuns", Map.of("executionArn", world.executionArn()))
        .get("mapRuns")
        .path(0);
  }

  private String arn() {
    return world.bindings().value("mapRunArn").orElseThrow();
  }

  JsonNode described() {
    return calls.call("DescribeMapRun", Map.of("mapRunArn", arn()));
  }

  /** The counts at an instant while the Map Run goes on. */
  void compareWhileRunning(JsonNode measured) {
    UnknownFormException.requireKnown(
        "whileRunning", measured, Set.of("at", "itemCounts", "executionCounts"));
    bind();
    for (String counts : COUNTS) {
      if (measured.has(counts)) {
        values.compare("whileRunning." + counts, measured.get(counts), described().path(counts));
      }
    }
  }

  /** The Map Run after its end, with its children by index. */
  void compareEnd(JsonNode expected) {
    if (expected.has("describeMapRun")) {
      compare(
          "describeMapRun", expected.get("describeMapRun"), described(), expected.path("racing"));
    }
    ChildExecutions children = new ChildExecutions(world, arn());
    for (Iterator<String> indexes = expected.path("children").fieldNames(); indexes.hasNext(); ) {
      String index = indexes.next();
      ObjectNode measured = expected.get("children").get(index).deepCopy();
      JsonNode found = children.described(index);
      String where = "children." + index;
      if (measured.has("inputText")) {
        values.compare(where + ".inputText", measured.remove("inputText"), found.path("input"));
      }
      values.compare(where, measured, found);
    }
  }

  /**
   * Compares an answer of DescribeMapRun.
   *
   * @param racing which counts AWS itself does not fix
   */
  void compare(String where, JsonNode measured, JsonNode found, JsonNode racing) {
    ObjectNode rest = measured.deepCopy();
    for (String name : COUNTS) {
      if (measured.has(name)) {
        JsonNode counts = rest.remove(name);
        Optional<Race> race = Race.of(racing, counts);
        List<JsonNode> variants = race.map(r -> r.variants(counts)).orElse(List.of(counts));
        if (variants.stream().noneMatch(variant -> values.isSame(variant, found.path(name)))) {
          values.compare(where + "." + name, counts, found.path(name));
        }
      }
    }
    values.compare(where, rest, found);
  }

  /** The members of the Map Run's entry in ListMapRuns. */
  void compareListed(String where, JsonNode measured) {
    UnknownFormException.requireKnown(where, measured, Set.of("members"));
    sameMembers(where, measured.get("members"), listed());
  }

  void sameMembers(String where, JsonNode measured, JsonNode found) {
    ArrayNode members = Members.of(found);
    world
        .values()
        .with(ValueMatch.Extent.EXACT_IN_ANY_ORDER)
        .compare(where + ".members", measured, members);
  }

  ChildExecutions children() {
    return new ChildExecutions(world, arn());
  }
}
