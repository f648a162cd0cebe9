package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.List;

/** The log records and the status change events of the case's execution. */
final class Monitored {
  private final CaseWorld world;
  private final TestStateMachine machine;

  Monitored(CaseWorld world, TestStateMachine machine) {
    this.world = world;
    this.machine = machine;
  }

  void compare(JsonNode expected) {
    if (expected.has("logRecords")) {
      ArrayNode records = Json.NODES.arrayNode().addAll(machine.logRecords());
      world.values().compare("logRecords", expected.get("logRecords"), records);
      for (int i = 0; i < Math.min(records.size(), expected.get("logRecords").size()); i++) {
        JsonNode details = expected.get("logRecords").get(i).path("details");
        world
            .values()
            .compare(
                "logRecords[" + i + "].details in their order",
                Members.of(details),
                Members.of(records.get(i).path("details")));
      }
    }
    if (expected.has("statusEvents")) {
      statusEvents(expected.get("statusEvents"));
    }
  }

  /** AWS may lose an event, but orders and words each as measured. */
  private void statusEvents(JsonNode measured) {
    List<JsonNode> rest = new ArrayList<>();
    world.env().statusEvents().forEach(event -> rest.add(event.json()));
    if (measured.isEmpty() && !rest.isEmpty()) {
      world.findings().differs("statusEvents", "none", rest.toString());
    }
    for (int i = 0; i < measured.size(); i++) {
      JsonNode event = measured.get(i);
      while (!rest.isEmpty() && !status(rest.get(0)).equals(status(event))) {
        rest.remove(0);
      }
      JsonNode found = rest.isEmpty() ? MissingNode.getInstance() : rest.remove(0);
      String where = "statusEvents[" + i + "]";
      world.values().with(ValueMatch.Extent.MEMBERS_GIVEN).compare(where, event, found);
      JsonNode detail = Members.of(event.get("detail"));
      world.values().compare(where + ".detail in order", detail, Members.of(found.path("detail")));
    }
  }

  private static JsonNode status(JsonNode event) {
    return event.path("detail").path("status");
  }
}
