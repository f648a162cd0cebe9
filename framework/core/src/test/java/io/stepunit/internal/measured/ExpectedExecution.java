package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.stepunit.internal.json.Json;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a case expects of an execution: its end, its history, its output in several views. */
final class ExpectedExecution {
  private static final Set<String> KNOWN =
      Set.of(
          "status",
          "output",
          "outputCompare",
          "error",
          "cause",
          "events",
          "lastEvents",
          "anyOrderFrom",
          "order",
          "describe",
          "children",
          "virtualSeconds",
          "outputKeys",
          "keysAt",
          "outputAt",
          "outputText",
          "outputMembers",
          "parametersOf",
          "logRecords",
          "statusEvents",
          "whileRunning",
          "describeMapRun",
          "racing",
          "objects",
          "objectTexts",
          "lines",
          "noObjects");

  private final CaseWorld world;
  private final JsonNode expected;

  ExpectedExecution(CaseWorld world, JsonNode expected) {
    this.world = world;
    this.expected = expected;
  }

  static void requireKnown(JsonNode expected) {
    UnknownFormException.requireKnown("expected", expected, KNOWN);
  }

  /** The end, as DescribeExecution or StartSyncExecution tells it. */
  void compareEnd(JsonNode described) {
    for (String member : new String[] {"status", "error", "cause"}) {
      if (expected.has(member)) {
        world.values().compare(member, expected.get(member), described.path(member));
      }
    }
    if (expected.has("describe")) {
      world
          .values()
          .with(ValueMatch.Extent.MEMBERS_GIVEN)
          .compare("describe", expected.get("describe"), described);
    }
    if (expected.has("virtualSeconds")) {
      seconds(described);
    }
    output(described.path("output"));
  }

  private void seconds(JsonNode described) {
    Optional<Instant> stopped = Instants.read(described.path("stopDate"));
    Instant end = world.bindings().at(expected.get("virtualSeconds").asText());
    if (!stopped.equals(Optional.of(end))) {
      world.findings().differs("virtualSeconds", end.toString(), stopped.toString());
    }
  }

  private void output(JsonNode found) {
    JsonNode output = found.isTextual() ? Json.parse(found.textValue()) : found;
    if (expected.has("output")) {
      boolean membersGiven = expected.has("outputCompare");
      world
          .values()
          .with(membersGiven ? ValueMatch.Extent.MEMBERS_GIVEN : ValueMatch.Extent.EXACT)
          .compare("output", expected.get("output"), found);
    }
    if (expected.has("outputText")) {
      world.values().compare("outputText", expected.get("outputText"), found);
    }
    for (String member : new String[] {"outputKeys", "outputMembers"}) {
      if (expected.has(member)) {
        keys(member, expected.get(member), output);
      }
    }
    keysAt(output);
    at(output);
  }

  private void keysAt(JsonNode output) {
    for (Iterator<Map.Entry<String, JsonNode>> all = expected.path("keysAt").fields();
        all.hasNext(); ) {
      Map.Entry<String, JsonNode> one = all.next();
      keys("keysAt " + one.getKey(), one.getValue(), output.at(one.getKey()));
    }
  }

  private void at(JsonNode output) {
    for (Iterator<Map.Entry<String, JsonNode>> all = expected.path("outputAt").fields();
        all.hasNext(); ) {
      Map.Entry<String, JsonNode> one = all.next();
      JsonNode found = output.at(one.getKey());
      JsonNode measured = one.getValue();
      if (measured.isObject() && measured.size() == 1 && measured.path("keys").isArray()) {
        keys("outputAt " + one.getKey(), measured.get("keys"), found);
      } else {
        world.values().compare("outputAt " + one.getKey(), measured, found);
      }
    }
  }

  private void keys(String where, JsonNode measured, JsonNode found) {
    world.values().compare(where, measured, Members.of(found));
  }

  /** The history, in the order that the case says is fixed. */
  void compareHistory(JsonNode events) {
    HistoryMatch histories = world.histories();
    if (expected.has("events")) {
      if (expected.has("anyOrderFrom")) {
        histories.inChains(
            "events", expected.get("anyOrderFrom").longValue(), expected.get("events"), events);
      } else if (expected.has("order")) {
        requireLines(expected.get("order").asText());
        histories.inChains("events", 1, expected.get("events"), events);
      } else {
        histories.inOrder("events", expected.get("events"), events);
      }
    }
    if (expected.has("lastEvents")) {
      histories.atTheEnd("lastEvents", expected.get("lastEvents"), events);
    }
    for (Iterator<String> ids = expected.path("parametersOf").fieldNames(); ids.hasNext(); ) {
      String id = ids.next();
      world
          .values()
          .compare(
              "parametersOf " + id, expected.get("parametersOf").get(id), parameters(id, events));
    }
  }

  private static void requireLines(String order) {
    if (!order.equals("lines")) {
      throw new UnknownFormException("The order '" + order + "' is not known.");
    }
  }

  private static JsonNode parameters(String id, JsonNode events) {
    for (JsonNode event : events) {
      if (event.get("id").asText().equals(id)) {
        return MeasuredEvent.ofAnswer(event).details().path("parameters");
      }
    }
    return MissingNode.getInstance();
  }
}
