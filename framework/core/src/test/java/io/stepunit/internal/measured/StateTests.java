package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.recording.StateTestRequest;
import io.stepunit.teststate.TestStateException;
import java.util.Optional;
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

  /** The answer, or {@code {exception, message}} of a refusal. */
  private JsonNode answer(JsonNode test) {
    StateTestRequest request =
        new StateTestRequest(test.get("definition"), input(test.path("input")), test);
    try {
      return request.in(world.env()).test().toJson();
    } catch (TestStateException e) {
      return refusal(e.error(), e.serviceMessage());
    } catch (InvalidDefinitionException e) {
      return refusal("InvalidDefinition", e.serviceMessage());
    }
  }

  private static Optional<Object> input(JsonNode input) {
    if (input.isMissingNode()) {
      return Optional.empty();
    }
    return Optional.of(input.isTextual() ? input.textValue() : input);
  }

  private static ObjectNode refusal(String exception, String message) {
    return Json.NODES.objectNode().put("exception", exception).put("message", message);
  }
}
