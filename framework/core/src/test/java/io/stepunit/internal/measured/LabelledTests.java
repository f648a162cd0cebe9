package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Set;

/** Several calls of one operation, each with a label and the answer that was measured. */
final class LabelledTests {
  private static final Set<String> MEMBERS = Set.of("about", "notes", "measured", "type", "tests");

  private static final Set<String> TEST_STATE =
      Set.of(
          "definition",
          "input",
          "inspectionLevel",
          "variables",
          "context",
          "roleArn",
          "stateName",
          "stateConfiguration",
          "mock");

  private static final Set<String> VALIDATION =
      Set.of("definition", "type", "severity", "maxResults");

  private final CaseWorld world;
  private final String operation;
  private final Set<String> request;

  /**
   * @param request the members of the operation's request that a test may give
   */
  private LabelledTests(CaseWorld world, String operation, Set<String> request) {
    this.world = world;
    this.operation = operation;
    this.request = request;
  }

  static void ofTestState(CaseWorld world) {
    new LabelledTests(world, "TestState", TEST_STATE).run(Json.NODES.objectNode());
  }

  static void ofValidation(CaseWorld world) {
    new LabelledTests(world, "ValidateStateMachineDefinition", VALIDATION)
        .run(Json.NODES.objectNode().put("severity", "WARNING"));
  }

  /**
   * Makes the calls.
   *
   * @param defaults what a request has where the test does not say otherwise
   */
  private void run(JsonNode defaults) {
    UnknownFormException.requireKnown("The case", world.json(), MEMBERS);
    int number = 0;
    for (JsonNode test : world.json().get("tests")) {
      ObjectNode given = test.deepCopy();
      given.remove(List.of("label", "answer"));
      UnknownFormException.requireKnown("A test", given, request);
      ObjectNode sent = defaults.deepCopy();
      sent.setAll(given);
      String where = "tests[" + number++ + "] " + test.path("label").asText();
      world
          .values()
          .with(ValueMatch.Extent.MEMBERS_GIVEN)
          .compare(where, test.get("answer"), answer(world, operation, sent));
    }
  }

  /** The answer, or {@code {exception, message}} of a refusal. */
  static JsonNode answer(CaseWorld world, String operation, ObjectNode request) {
    // These members are texts in the API; a case may have their JSON.
    for (String name : List.of("definition", "input", "variables", "context")) {
      if (request.path(name).isContainerNode()) {
        request.put(name, Json.text(request.get(name)));
      }
    }
    try {
      return world.calls().call(operation, request);
    } catch (StepFunctionsException e) {
      return Json.NODES.objectNode().put("exception", e.error()).put("message", e.reason());
    }
  }
}
