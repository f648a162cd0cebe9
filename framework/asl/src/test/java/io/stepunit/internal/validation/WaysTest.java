package io.stepunit.internal.validation;

import static io.stepunit.internal.validation.Machines.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways through a machine. */
class WaysTest {
  private static final String OTHER = ", \"Other\": {\"Type\": \"Succeed\"}";

  @Test
  void a_state_that_nothing_leads_to_is_refused_as_on_aws() {
    assertThat(problems("\"S\": {\"Type\": \"Succeed\"}" + OTHER))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.rule()).isEqualTo(Rule.UNREACHABLE_STATE);
              assertThat(problem.message()).isEqualTo("State \"Other\" is not reachable.");
              assertThat(problem.serviceLocation()).contains("/States/Other");
            });
  }

  @Test
  void a_state_is_reachable_for_aws_if_any_transition_of_its_scope_names_it() {
    assertThat(
            problems(
                "\"S\": {\"Type\": \"Succeed\"}, \"A\": {\"Type\": \"Pass\", \"Next\": \"B\"},"
                    + " \"B\": {\"Type\": \"Pass\", \"Next\": \"A\"}"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.rule()).isEqualTo(Rule.UNREACHABLE_LOOP);
              assertThat(problem.isError()).isFalse();
              assertThat(problem.location().pointer()).isEqualTo("/States/A");
            });
  }

  @Test
  void what_only_an_unreachable_state_leads_to_is_not_told() {
    assertThat(
            problems(
                "\"S\": {\"Type\": \"Succeed\"}, \"A\": {\"Type\": \"Pass\", \"Next\": \"B\"},"
                    + " \"B\": {\"Type\": \"Pass\", \"End\": true}"))
        .extracting(Diagnostic::message)
        .containsExactly("State \"A\" is not reachable.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"Type\": \"Pass\", \"Next\": \"Other\"",
        "\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$.a\", \"IsNull\": true,"
            + " \"Next\": \"Other\"}], \"Default\": \"S\"",
        "\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$.a\", \"IsNull\": true,"
            + " \"Next\": \"S\"}], \"Default\": \"Other\"",
        "\"Type\": \"Task\", \"TimeoutSeconds\": 1, \"Resource\": \"arn:aws:states:::sqs:sendMessage\","
            + " \"End\": true, \"Catch\": [{\"ErrorEquals\": [\"E\"], \"ResultPath\": null,"
            + " \"Next\": \"Other\"}]"
      })
  void every_kind_of_transition_reaches_its_target(String start) {
    assertThat(problems("\"S\": {" + start + "}" + OTHER)).isEmpty();
  }

  @Test
  void branches_are_looked_at_on_their_own() {
    assertThat(
            problems(
                """
                "S": {"Type": "Parallel", "End": true, "Branches": [
                  {"StartAt": "A", "States": {
                    "A": {"Type": "Succeed"}, "B": {"Type": "Succeed"}}}]}
                """))
        .extracting(Diagnostic::serviceLocation)
        .extracting(location -> location.orElse(""))
        .containsExactly("/States/S/Branches[0]/States/B");
  }

  @Test
  void a_machine_without_a_terminal_state_is_refused_and_nothing_else_said() {
    assertThat(
            problems(
                "\"S\": {\"Type\": \"Pass\", \"Next\": \"S\"},"
                    + " \"Other\": {\"Type\": \"Pass\", \"Next\": \"S\"}"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.rule()).isEqualTo(Rule.NO_TERMINAL_STATE);
              assertThat(problem.message()).isEqualTo("Workflow has no terminal state");
              assertThat(problem.serviceLocation()).isEmpty();
            });
  }

  @Test
  void a_bad_target_is_told_before_the_missing_terminal_state() {
    assertThat(problems("\"S\": {\"Type\": \"Pass\", \"Next\": \"Nope\"}"))
        .extracting(Diagnostic::rule)
        .containsExactlyInAnyOrder(Rule.MISSING_TARGET, Rule.NO_TERMINAL_STATE);
  }

  @Test
  void a_bad_target_does_not_hide_what_is_unreachable() {
    assertThat(problems("\"S\": {\"Type\": \"Pass\", \"Next\": \"Othre\"}" + OTHER))
        .extracting(Diagnostic::message)
        .containsExactly("Missing 'Next' target: Othre", "State \"Other\" is not reachable.");
  }

  @Test
  void a_loop_without_a_way_out_is_warned_of() {
    assertThat(
            problems(
                """
                "S": {"Type": "Choice", "Default": "A", "Choices": [
                  {"Variable": "$.a", "IsNull": true, "Next": "Other"}]},
                "A": {"Type": "Pass", "Next": "B"},
                "B": {"Type": "Pass", "Next": "A"}
                """
                    + OTHER))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.rule()).isEqualTo(Rule.ENDLESS_LOOP);
              assertThat(problem.message()).isEqualTo("State 'A' cannot reach an end");
              assertThat(problem.severity()).isEqualTo(Diagnostic.Severity.WARNING);
            });
  }
}
