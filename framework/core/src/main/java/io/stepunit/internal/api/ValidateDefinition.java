package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.Diagnostic.Severity;
import io.stepunit.asl.ValidationSettings;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.json.Json;
import io.stepunit.load.DefinitionLoader;
import java.util.List;

/**
 * ValidateStateMachineDefinition: what AWS is known to report about a definition; the rules of our
 * own and the settings of the project count for nothing.
 */
final class ValidateDefinition {
  private static final int MOST = 100;

  private ValidateDefinition() {}

  static ObjectNode call(Request request) {
    Severity least = request.optional("severity").map(Severity::valueOf).orElse(Severity.ERROR);
    List<Diagnostic> found =
        DefinitionLoader.validate(
                "definition.json",
                request.required("definition"),
                request.optional("type").map(WorkflowType::valueOf).orElse(WorkflowType.STANDARD),
                ValidationSettings.DEFAULT)
            .stream()
            .filter(problem -> problem.isError() || problem.code().isPresent())
            .filter(problem -> problem.severity().compareTo(least) <= 0)
            .sorted(Diagnostic.AS_REPORTED)
            .toList();
    int asked = request.json().path("maxResults").asInt(0);
    int most = asked == 0 ? MOST : asked;
    ObjectNode answer = Json.NODES.objectNode();
    answer.put("result", found.stream().anyMatch(Diagnostic::isError) ? "FAIL" : "OK");
    ArrayNode diagnostics = answer.putArray("diagnostics");
    found.stream().limit(most).map(ValidateDefinition::json).forEach(diagnostics::add);
    return answer.put("truncated", found.size() > most);
  }

  private static ObjectNode json(Diagnostic problem) {
    ObjectNode json = Json.NODES.objectNode();
    json.put("severity", problem.severity().name());
    problem.code().ifPresent(code -> json.put("code", code.name()));
    json.put("message", problem.message());
    problem.serviceLocation().ifPresent(location -> json.put("location", location));
    return json;
  }
}
