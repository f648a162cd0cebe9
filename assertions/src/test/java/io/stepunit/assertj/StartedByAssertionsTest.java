package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import org.junit.jupiter.api.Test;

class StartedByAssertionsTest {
  private static final String STARTER =
      """
      {"StartAt": "Start", "States": {"Start": {"Type": "Task", "End": true,
        "Resource": "arn:aws:states:::states:startExecution.sync",
        "Parameters": {
          "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:child",
          "Input": {%s}}}}}
      """;
  private static final String CHILD =
      """
      {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}
      """;
  private static final String LINK =
      "\"AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$\": \"$$.Execution.Id\"";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final TestStateMachine child = env.define("child", CHILD);

  @Test
  void a_child_names_the_execution_that_started_it() {
    Execution run = env.define("parent", STARTER.formatted(LINK)).run("{}");

    assertThat(child.execution()).isStartedBy(run);
  }

  @Test
  void a_child_that_names_nobody_is_told_how_it_could() {
    Execution run = env.define("parent", STARTER.formatted("")).run("{}");

    assertThat(Messages.of(() -> assertThat(child.execution()).isStartedBy(run)))
        .contains("to be started by\n  " + run.arn())
        .contains("but its input has no AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID")
        .contains("\n  " + LINK + "\n");
  }

  @Test
  void a_child_that_names_another_execution_is_told_which() {
    Execution starter = env.define("parent", STARTER.formatted(LINK)).run("{}");
    Execution other = env.define("other", CHILD).run("{}");

    assertThat(Messages.of(() -> assertThat(child.execution()).isStartedBy(other)))
        .contains("but its input names\n  " + starter.arn());
  }
}
