package io.stepunit.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.Rule;
import io.stepunit.asl.WorkflowType;
import io.stepunit.load.DefinitionLoader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiagnosticGroupTest {
  private static final String TASK =
      """
      "%s": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage%s", "Next": "%s",
        "Parameters": {"QueueUrl": "q", "MessageBody.$": "$"}}""";

  /** Tasks one after the other, each in two lines. */
  private static List<Diagnostic> warningsOf(int tasks) {
    String states =
        IntStream.range(0, tasks)
            .mapToObj(i -> TASK.formatted("T" + i, "", i == tasks - 1 ? "Done" : "T" + (i + 1)))
            .collect(Collectors.joining(",\n"));
    return DefinitionLoader.validate(
        "order.asl.json",
        """
        {"StartAt": "T0", "States": {
        %s,
        "Done": {"Type": "Succeed"}}}
        """
            .formatted(states),
        WorkflowType.STANDARD);
  }

  @Test
  void warnings_that_say_the_same_are_one_line() {
    assertThat(Diagnostic.grouped(warningsOf(3)))
        .singleElement()
        .hasToString(
            "order.asl.json:2 /States/T0: The Task has no TimeoutSeconds (if no answer arrives, it"
                + " waits for 99,999,999 seconds); so too T1 (4), T2 (6)");
  }

  @Test
  void of_many_places_ten_are_told() {
    assertThat(Diagnostic.grouped(warningsOf(15)).get(0).otherPlaces())
        .startsWith("T1 (4), T2 (6)")
        .endsWith("T10 (22) and 4 more");
  }

  @Test
  void another_warning_is_another_line() {
    String states =
        TASK.formatted("A", ".waitForTaskToken", "B") + "," + TASK.formatted("B", "", "C");
    List<Diagnostic> warnings =
        DefinitionLoader.validate(
            "order.asl.json",
            "{\"StartAt\": \"A\", \"States\": {" + states + ", \"C\": {\"Type\": \"Succeed\"}}}",
            WorkflowType.STANDARD);

    assertThat(Diagnostic.grouped(warnings))
        .extracting(group -> group.first().rule())
        .contains(Rule.CALLBACK_WITHOUT_TIMEOUT, Rule.TASK_WITHOUT_TIMEOUT);
  }

  @Test
  void each_error_is_a_line_of_its_own() {
    List<Diagnostic> errors =
        DefinitionLoader.validate(
            "order.asl.json",
            """
            {"StartAt": "A", "States": {
              "A": {"Type": "Pass", "Nxt": "B", "Next": "B"},
              "B": {"Type": "Pass", "Nxt": "B", "End": true}}}
            """,
            WorkflowType.STANDARD);

    assertThat(Diagnostic.grouped(errors)).hasSameSizeAs(errors).hasSize(2);
  }
}
