package io.stepunit.internal.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonDifference;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A visit assigned another value to a variable, or none.
 *
 * @since 0.1.0
 */
public final class ShouldHaveAssigned extends ExecutionMessage {
  private ShouldHaveAssigned(Evidence evidence, String... lines) {
    super(evidence, lines);
  }

  /**
   * The variable did not get that value.
   *
   * @param variables what was assigned
   */
  public static ShouldHaveAssigned shouldHaveAssigned(
      Evidence evidence, Map<String, JsonNode> variables, String variable, JsonNode expected) {
    String assigned =
        variables.entrySet().stream()
            .map(entry -> "  $" + entry.getKey() + " = " + Json.text(entry.getValue()))
            .collect(Collectors.joining("\n"));
    return new ShouldHaveAssigned(
        evidence,
        "Expecting " + evidence.subject() + " to assign",
        "  $" + variable + " = " + JsonDifference.shortened(expected),
        assigned.isEmpty() ? "but it assigned nothing" : "but it assigned\n" + assigned);
  }
}
