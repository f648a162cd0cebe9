package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Set;

/** Calls of TestState. */
final class StateTests {
  private static final Set<String> MEMBERS = Set.of("about", "notes", "measured", "type", "tests");

  private static final Set<String> TEST =
      Set.of(
          "label",
          "definition",
          "input",
          "inspectionLevel",
          "variables",
          "context",
          "roleArn",
          "stateName",
          "stateConfiguration",
          "mock",
          "answer");

  private static final List<String> TEXTS = List.of("definition", "input", "variables", "context");

  private final CaseWorld world;

  StateTests(CaseWorld world) {
    this.world = world;
  }

  void run() {
    UnknownFormException.requireKnown("The case", world.json(), MEMBERS);
    int number = 0;
    for (JsonNode test : world.json().get("tests")) {
      UnknownFormException.requireKnown("A test", test, TEST);
      String where = "tests[" + number++ + "] " + test.path("label").asText();
      world
          .values()
          .with(ValueMatch.Extent.MEMBERS_GIVEN)
          .compare(where, test.get("answer"), answer(test));
    }
  }

  private JsonNode answer(JsonNode test) {
    ObjectNode request = test.deepCopy();
    request.remove(List.of("label", "answer"));
    return answer(world, request);
  }

  /** The answer, or {@code {exception, message}} of a refusal. */
  static JsonNode answer(CaseWorld world, ObjectNode request) {
    TEXTS.forEach(name -> asText(name, request));
    try {
      return world.calls().call("TestState", request);
    } catch (StepFunctionsException e) {
      return Json.NODES.objectNode().put("exception", e.error()).put("message", e.reason());
    }
  }

  /** The API's member is a text; the case may have its JSON. */
  private static void asText(String name, ObjectNode request) {
    if (request.path(name).isContainerNode()) {
      request.put(name, Json.text(request.get(name)));
    }
  }
}
