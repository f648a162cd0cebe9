package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.asl.WorkflowType;
import io.stepunit.budget.ExceededBudgetError;
import io.stepunit.budget.InterruptedWorkError;
import io.stepunit.budget.WorkBudget;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.json.Json;
import io.stepunit.load.DefinitionLoader;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines that never end by themselves end in a test, and say why. */
class EveryRunEndsTest {
  private static final String ENDLESS =
      """
      {"StartAt": "A", "States": {
        "A": {"Type": "Pass", "Next": "B"},
        "B": {"Type": "Choice", "Default": "A", "Choices": [
          {"Variable": "$.stop", "IsPresent": true, "Next": "C"}]},
        "C": {"Type": "Succeed"}}}
      """;

  private static EnvironmentBuilder with(WorkBudget budget, long amount) {
    return StepFunctionsEnvironment.builder().budget(budget, amount);
  }

  private static ExceededBudgetError exceeded(Runnable run) {
    return catchThrowableOfType(run::run, ExceededBudgetError.class);
  }

  @Nested
  class Executions_that_start_executions {
    private static String startingItself(String resource, int branches) {
      String branch =
          """
          {"StartAt": "Again%%d", "States": {"Again%%d": {"Type": "Task", "End": true,
            "Resource": "arn:aws:states:::%s",
            "Parameters": {"StateMachineArn.$": "$$.StateMachine.Id", "Input": {}}}}}
          """
              .formatted(resource);
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < branches; i++) {
        all.append(i == 0 ? "" : ",").append(branch.formatted(i, i));
      }
      return "{\"StartAt\": \"Both\", \"States\": {\"Both\": {\"Type\": \"Parallel\", \"End\": true, \"Branches\": ["
          + all
          + "]}}}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"states:startExecution.sync:2", "states:startExecution"})
    void more_than_once_end_by_their_number(String resource) {
      StepFunctionsEnvironment env = with(WorkBudget.STARTED_EXECUTIONS, 500).build();
      TestStateMachine machine = env.define("doubling", startingItself(resource, 2));
      machine.start("{}");

      ExceededBudgetError error = exceeded(env::runToEnd);

      assertThat(error.budget()).isEqualTo(WorkBudget.STARTED_EXECUTIONS);
      assertThat(error)
          .hasMessageContaining("would start one more of 'doubling'")
          .hasMessageContaining("500 executions that descend from one start")
          .hasMessageContaining(".budget(WorkBudget.STARTED_EXECUTIONS, n)")
          .hasMessageContaining("In the state 'Both[")
          .hasMessageContaining("TaskScheduled");
    }

    @Test
    void more_than_once_end_where_the_test_sets_no_number() {
      StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
      env.define("doubling", startingItself("states:startExecution.sync:2", 2)).start("{}");

      ExceededBudgetError error = exceeded(env::runToEnd);

      assertThat(error.budget()).isEqualTo(WorkBudget.STARTED_EXECUTIONS);
      assertThat(error).hasMessageContaining("20,000 executions that descend from one start");
    }

    @Test
    void count_for_each_start_of_the_test() {
      StepFunctionsEnvironment env = with(WorkBudget.STARTED_EXECUTIONS, 1).build();
      TestStateMachine child =
          env.define("child", "{\"StartAt\": \"S\", \"States\": {\"S\": {\"Type\": \"Succeed\"}}}");
      TestStateMachine parent =
          env.define(
              "parent",
              startingItself("states:startExecution.sync:2", 1)
                  .replace("StateMachineArn.$", "StateMachineArn")
                  .replace("$$.StateMachine.Id", child.arn()));

      assertThat(parent.run("{}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(parent.run("{}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void in_an_answer_of_their_own_machine_end_by_their_chain() {
      StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
      TestStateMachine machine =
          env.define(
              "again",
              """
              {"StartAt": "T", "States": {"T": {"Type": "Task", "End": true,
                "Resource": "arn:aws:states:::aws-sdk:sqs:purgeQueue"}}}
              """);
      machine
          .mock("T")
          .answers(
              call -> {
                machine.start("{}");
                return Map.of();
              });

      ExceededBudgetError error = exceeded(() -> machine.run("{}"));

      assertThat(error.budget()).isEqualTo(WorkBudget.CHAINED_EXECUTIONS);
      assertThat(error).hasMessageContaining("In the state 'T'");
    }
  }

  @Nested
  class Loops_without_an_end {
    @ParameterizedTest
    @ValueSource(strings = {"STANDARD", "EXPRESS"})
    void end_by_their_events_where_the_limits_are_lifted(WorkflowType type) {
      StepFunctionsEnvironment env =
          with(WorkBudget.HISTORY_EVENTS, 30_000).withoutLimits(ServiceLimit.values()).build();
      TestStateMachine machine = env.define("endless", ENDLESS, type);

      ExceededBudgetError error = exceeded(() -> machine.run("{}"));

      assertThat(error.budget()).isEqualTo(WorkBudget.HISTORY_EVENTS);
      assertThat(error)
          .hasMessageContaining("30,000 events in the histories")
          .hasMessageContaining("of 'endless'")
          .hasMessageContaining("#30000  B  ChoiceStateEntered");
    }

    @Test
    void end_by_the_bytes_that_they_put_out() {
      StepFunctionsEnvironment env = with(WorkBudget.OUTPUT_BYTES, 1_000_000).build();
      TestStateMachine machine =
          env.define(
              "growing",
              """
              {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
                "A": {"Type": "Pass", "Output": "{% $pad('', 200000, 'x') %}", "Next": "B"},
                "B": {"Type": "Choice", "Default": "A", "Choices": [
                  {"Condition": "{% $states.input = 1 %}", "Next": "C"}]},
                "C": {"Type": "Succeed"}}}
              """);

      ExceededBudgetError error = exceeded(() -> machine.run("{}"));

      assertThat(error.budget()).isEqualTo(WorkBudget.OUTPUT_BYTES);
      assertThat(error).hasMessageContaining("In the state 'A'");
    }

    @Test
    void end_by_their_steps_where_nothing_else_ends_them() {
      StepFunctionsEnvironment env =
          with(WorkBudget.STEPS, 1_000).withoutLimits(ServiceLimit.values()).build();
      TestStateMachine machine = env.define("endless", ENDLESS);

      ExceededBudgetError error = exceeded(() -> machine.run("{}"));

      assertThat(error.budget()).isEqualTo(WorkBudget.STEPS);
    }

    @Test
    void do_not_end_a_loop_within_the_budget() {
      StepFunctionsEnvironment env = with(WorkBudget.HISTORY_EVENTS, 25_001).build();

      Execution execution = env.define("endless", ENDLESS).run("{}");

      assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
    }

    @Test
    void need_a_budget() {
      assertThatThrownBy(() -> with(WorkBudget.STEPS, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("The budget STEPS must be at least 1, but is 0.");
    }
  }

  @Nested
  class Paths_that_multiply {
    private static JsonNode nested(int depth) {
      JsonNode node = Json.NODES.numberNode(1);
      for (int i = 0; i < depth; i++) {
        ObjectNode around = Json.NODES.objectNode();
        around.set("a", node);
        node = around;
      }
      return node;
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"$..*..*..*..*..*..*", "$..a..a..a..a..a..a", "$..*..*..*..*..*..*.length()"})
    void end_by_the_values_that_they_look_at(String path) {
      StepFunctionsEnvironment env = with(WorkBudget.PATH_VALUES, 100_000).build();
      TestStateMachine machine =
          env.define(
              "deep",
              "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"InputPath\": \""
                  + path
                  + "\", \"End\": true}}}");

      ExceededBudgetError error = exceeded(() -> machine.run(nested(80)));

      assertThat(error.budget()).isEqualTo(WorkBudget.PATH_VALUES);
      assertThat(error)
          .hasMessageContaining("The path " + path)
          .hasMessageContaining("In the state 'A'");
    }

    @Test
    void are_counted_anew_in_each_evaluation() {
      StepFunctionsEnvironment env = with(WorkBudget.PATH_VALUES, 4_000).build();
      TestStateMachine machine =
          env.define(
              "deep",
              """
              {"StartAt": "A", "States": {
                "A": {"Type": "Pass", "InputPath": "$..*", "ResultPath": "$.all", "Next": "B"},
                "B": {"Type": "Pass", "InputPath": "$.a..*", "End": true}}}
              """);

      assertThat(machine.run(nested(80)).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }
  }

  @Nested
  class Values_that_nest_ever_deeper {
    private static String loop(String body) {
      return """
      {"StartAt": "A", "States": {
        "A": {"Type": "Pass", %s, "Next": "B"},
        "B": {"Type": "Choice", "Default": "A", "Choices": [
          {"Variable": "$.stop", "IsPresent": true, "Next": "C"}]},
        "C": {"Type": "Succeed"}}}
      """
          .formatted(body);
    }

    @Test
    void end_where_a_path_puts_them_out() {
      String deep = "$" + ".a".repeat(400);
      TestStateMachine machine =
          StepFunctionsEnvironment.create()
              .define("deep", loop("\"ResultPath\": \"" + deep + "\""));

      ExceededBudgetError error = exceeded(() -> machine.run("{}"));

      assertThat(error.budget()).isEqualTo(WorkBudget.NESTING);
      assertThat(error)
          .hasMessageContaining("1,000 levels of objects and arrays")
          .hasMessageContaining("In the state 'A'");
    }

    @Test
    void end_where_a_variable_takes_them() {
      TestStateMachine machine =
          StepFunctionsEnvironment.create()
              .define(
                  "deep",
                  """
                  {"StartAt": "First", "States": {
                    "First": {"Type": "Pass", "Assign": {"x": 1}, "Next": "A"},
                  """
                      + loop("\"Assign\": {\"x\": [\"$x\"]}, \"Parameters\": {}")
                          .replaceFirst("(?s).*?\"States\": \\{", "")
                          .replace("[\"$x\"]", "{\"y.$\": \"$x\"}"));

      ExceededBudgetError error = exceeded(() -> machine.run("{}"));

      assertThat(error.budget()).isEqualTo(WorkBudget.NESTING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"InputPath", "ResultPath"})
    void are_refused_where_the_path_is_longer_than_values_are_deep(String field) {
      StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
      String path = "$" + ".a".repeat(10_000);

      assertThatThrownBy(() -> env.define("deep", loop("\"" + field + "\": \"" + path + "\"")))
          .isInstanceOf(InvalidDefinitionException.class)
          .hasMessageContaining("it has more than 1,000 steps");
    }
  }

  @Nested
  class An_interrupt {
    @AfterEach
    void calm() {
      Thread.interrupted();
    }

    @Test
    void ends_the_run_with_its_timeline_and_stays_set() {
      StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
      TestStateMachine machine = env.define("endless", ENDLESS);
      Thread.currentThread().interrupt();

      InterruptedWorkError error =
          catchThrowableOfType(() -> machine.run("{}"), InterruptedWorkError.class);

      assertThat(error)
          .hasMessageContaining("The thread was interrupted")
          .hasMessageContaining("of 'endless'")
          .hasMessageContaining("PassStateEntered");
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void lets_the_execution_go_on_later_where_it_came_between_two_steps() {
      StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
      RunningExecution run = env.define("endless", ENDLESS).start("{}");
      Thread.currentThread().interrupt();
      assertThatThrownBy(run::finish).isInstanceOf(InterruptedWorkError.class);
      Thread.interrupted();

      assertThat(run.finish().status()).isEqualTo(ExecutionStatus.FAILED);
    }

    @Test
    void ends_loading_and_validating() {
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> StepFunctionsEnvironment.create().define("endless", ENDLESS))
          .isInstanceOf(InterruptedWorkError.class);
      assertThatThrownBy(
              () -> DefinitionLoader.validate("a.yaml", "StartAt: A", WorkflowType.STANDARD))
          .isInstanceOf(InterruptedWorkError.class);
    }

    @Test
    void ends_exploring() {
      TestStateMachine machine =
          StepFunctionsEnvironment.create()
              .define(
                  "short", "{\"StartAt\": \"S\", \"States\": {\"S\": {\"Type\": \"Succeed\"}}}");
      Thread.currentThread().interrupt();

      assertThatThrownBy(machine::explore).isInstanceOf(InterruptedWorkError.class);
    }

    @Test
    void ends_the_evaluation_of_a_path() {
      StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
      TestStateMachine machine =
          env.define(
              "deep",
              """
              {"StartAt": "A", "States": {
                "A": {"Type": "Pass", "InputPath": "$..*..*..*..*", "End": true}}}
              """);
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> machine.run(Paths_that_multiply.nested(80)))
          .isInstanceOf(InterruptedWorkError.class)
          .hasMessageContaining("In the state 'A'");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "$sum([1..100000].($ + 1))",
          "$sum($map([1..100000], function($x) { $x + 1 }))",
          "$string([1..100000])",
          "$join([1..30].$pad('', 200000, 'x'))",
          "$sort([1..100000], function($a, $b) { $a < $b })[0]",
          "($again := function() { $again() }; $again())",
          "$contains($pad('', 5000, 'a'), /(a+)+b/)"
        })
    void ends_the_evaluation_of_an_expression(String expression) {
      StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
      TestStateMachine machine =
          env.define(
              "working",
              """
              {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
                "A": {"Type": "Pass", "Output": "{%% %s %%}", "End": true}}}
              """
                  .formatted(expression));
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> machine.run("{}"))
          .isInstanceOf(InterruptedWorkError.class)
          .hasMessageContaining("In the state 'A'")
          .hasMessageContaining("PassStateEntered");
    }
  }
}
