package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.asl.ValidationSettings;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.json.Json;
import io.stepunit.load.DefinitionLoader;
import java.util.List;
import java.util.Set;

/** Calls of ValidateStateMachineDefinition with warnings. */
final class ValidationTests {
  private static final Set<String> MEMBERS = Set.of("about", "notes", "measured", "type", "tests");

  private static final Set<String> TEST = Set.of("label", "definition", "answer");

  private final CaseWorld world;

  ValidationTests(CaseWorld world) {
    this.world = world;
  }

  void run() {
    UnknownFormException.requireKnown("The case", world.json(), MEMBERS);
    int number = 0;
    for (JsonNode test : world.json().get("tests")) {
      UnknownFormException.requireKnown("A test", test, TEST);
      String where = "tests[" + number++ + "] " + test.path("label").asText();
      JsonNode measured = test.get("answer");
      List<Diagnostic> found =
          DefinitionLoader.validate(
              "definition.json",
              Json.text(test.get("definition")),
              WorkflowType.STANDARD,
              ValidationSettings.DEFAULT);
      world
          .values()
          .with(ValueMatch.Extent.MEMBERS_GIVEN)
          .compare(where, measured, measured.has("message") ? refusal(found) : answer(found));
    }
  }

  static JsonNode answer(List<Diagnostic> diagnostics) {
    ObjectNode answer = Json.NODES.objectNode();
    answer.put("result", errors(diagnostics).isEmpty() ? "OK" : "FAIL");
    ArrayNode list = answer.putArray("diagnostics");
    for (Diagnostic diagnostic : diagnostics) {
      ObjectNode one = list.addObject();
      one.put("severity", diagnostic.severity().name());
      diagnostic.code().ifPresent(code -> one.put("code", code.name()));
      one.put("message", diagnostic.message());
      diagnostic.serviceLocation().ifPresent(location -> one.put("location", location));
    }
    return answer;
  }

  private static List<Diagnostic> errors(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
        .toList();
  }

  /** How a call that creates or updates a machine refuses the definition. */
  private static JsonNode refusal(List<Diagnostic> diagnostics) {
    List<Diagnostic> errors = errors(diagnostics);
    ObjectNode answer = Json.NODES.objectNode();
    if (!errors.isEmpty()) {
      answer.put("error", "InvalidDefinition");
      answer.put("exception", "InvalidDefinition");
      answer.put("message", new InvalidDefinitionException(errors).serviceMessage());
    }
    return answer;
  }
}
