package io.stepunit.assertj.error;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.StateVisit;
import io.stepunit.json.Json;
import java.util.stream.Collectors;

/** A visit assigned another value to a variable, or none. */
public final class ShouldHaveAssigned extends ExecutionMessage {
  private ShouldHaveAssigned(Evidence evidence, String... lines) {
    super(evidence, lines);
  }

  /** The variable did not get that value. */
  public static ShouldHaveAssigned shouldHaveAssigned(
      Evidence evidence, StateVisit visit, String variable, JsonNode expected) {
    String assigned =
        visit.assignedVariables().entrySet().stream()
            .map(entry -> "  $" + entry.getKey() + " = " + Json.text(entry.getValue()))
            .collect(Collectors.joining("\n"));
    return new ShouldHaveAssigned(
        evidence,
        "Expecting " + evidence.subject() + " to assign",
        "  $" + variable + " = " + JsonDifference.shortened(expected),
        assigned.isEmpty() ? "but it assigned nothing" : "but it assigned\n" + assigned);
  }
}
