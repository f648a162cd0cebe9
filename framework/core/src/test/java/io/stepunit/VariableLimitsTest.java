package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.history.EventDetails.EvaluationFailed;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What variables may hold: the JSON texts of their values count, with their quotes. */
class VariableLimitsTest {
  private static final String LIMIT_EXCEEDED = "States.DataLimitExceeded";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        // characters of x | of y | the cause
        "262142 | 0      | State total variable size limit exceeded. Variable 'y' in state 'StateName' was assigned 2 bytes, which caused the size of variables assigned in the state to exceed its limit by 2 bytes.",
        "262140 | 0      | none",
        "262143 | 0      | Variable size limit exceeded. Variable 'x' in state 'StateName' was assigned 262145 bytes.",
        "0      | 262144 | Variable size limit exceeded. Variable 'y' in state 'StateName' was assigned 262146 bytes.",
        "131070 | 131070 | none",
        "131071 | 131071 | State total variable size limit exceeded. Variable 'y' in state 'StateName' was assigned 131073 bytes, which caused the size of variables assigned in the state to exceed its limit by 2 bytes."
      })
  void of_one_state_together_have_a_limit(int x, int y, String cause) {
    String state =
        """
        {"Type": "Pass", "QueryLanguage": "JSONata", "Output": 1, "End": true,
         "Assign": {"x": "{%% $pad('', %s, 'x') %%}", "y": "{%% $pad('', %s, 'x') %%}"}}
        """
            .formatted(x, y);
    String machine = "{\"StartAt\": \"StateName\", \"States\": {\"StateName\": " + state + "}}";

    StateResult tested = env.state(state).test();
    Execution run = env.define("one", machine).run("{}");

    assertThat(tested.cause().orElse(null)).isEqualTo(cause);
    assertThat(run.cause().orElse(null)).isEqualTo(cause);
    assertThat(run.error().orElse(null)).isEqualTo(cause == null ? null : LIMIT_EXCEEDED);
  }

  @Test
  void that_are_too_large_leave_an_event_of_the_evaluation_in_jsonata() {
    Execution run =
        env.define(
                "jsonata",
                """
                {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
                  "A": {"Type": "Pass", "Assign": {"x": "{% $pad('', 262143) %}"}, "End": true}}}
                """)
            .run("{}");

    assertThat(HistoryLines.of(run))
        .endsWith("PassStateEntered<-0", "EvaluationFailed<-2", "ExecutionFailed<-3");
    assertThat(run.events().get(2).details())
        .isEqualTo(new EvaluationFailed("A", LIMIT_EXCEEDED, run.cause().orElseThrow(), "Assign"));
  }

  @Test
  void that_are_too_large_leave_no_event_of_the_evaluation_in_jsonpath() {
    Execution run =
        env.define(
                "jsonpath",
                """
                {"StartAt": "A", "States": {"A": {"Type": "Pass",
                  "Assign": {"x.$": "$", "y.$": "$"}, "End": true}}}
                """)
            .run(Map.of("t", "x".repeat(140_000)));

    assertThat(run.error()).contains(LIMIT_EXCEEDED);
    assertThat(HistoryLines.of(run)).endsWith("PassStateEntered<-0", "ExecutionFailed<-2");
  }

  @Test
  void that_a_catcher_assigns_have_the_limit_too() {
    Execution run =
        env.define(
                "catcher",
                """
                {"QueryLanguage": "JSONata", "StartAt": "P", "States": {
                  "P": {"Type": "Parallel", "End": true,
                    "Branches": [{"StartAt": "F", "States": {"F": {"Type": "Fail"}}}],
                    "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "S",
                      "Assign": {"x": "{% $pad('', 262143) %}"}}]},
                  "S": {"Type": "Succeed"}}}
                """)
            .run("{}");

    assertThat(HistoryLines.of(run))
        .endsWith("ParallelStateFailed<-4", "EvaluationFailed<-5", "ExecutionFailed<-6");
    assertThat(run.historyJson()).contains("\"location\": \"Catch[0]/Assign\"");
  }

  @Test
  void of_an_execution_together_have_a_limit() {
    String states =
        IntStream.rangeClosed(1, 43)
            .mapToObj(
                i ->
                    """
                    "Assign%s": {"Type": "Pass", "Assign": {"v%s": "{%% $pad('', 250000, 'x') %%}"},
                      "Next": "Assign%s"},
                    """
                        .formatted(i, i, i + 1))
            .collect(Collectors.joining());
    TestStateMachine machine =
        env.define(
            "many",
            """
            {"QueryLanguage": "JSONata", "StartAt": "Assign1", "States": {%s
              "Assign44": {"Type": "Succeed"}}}
            """
                .formatted(states));

    Execution run = machine.run("{}");

    assertThat(run.error()).contains(LIMIT_EXCEEDED);
    assertThat(run.cause())
        .contains(
            "Execution total variable size limit exceeded. State 'Assign42' assigned variables that exceed the total execution limit by 14324 bytes.");
    assertThat(HistoryLines.of(run))
        .endsWith("EvaluationFailed<-84", "ExecutionFailed<-85")
        .hasSize(86);
  }

  @Test
  void stand_in_alphabetical_order() {
    Execution run =
        env.define(
                "order",
                """
                {"StartAt": "A", "States": {"A": {"Type": "Pass",
                  "Assign": {"x": 1, "oldX": 2, "B": 3}, "End": true}}}
                """)
            .run("{}");

    assertThat(run.historyJson()).containsSubsequence("\"B\": \"3\"", "\"oldX\"", "\"x\": \"1\"");
  }
}
