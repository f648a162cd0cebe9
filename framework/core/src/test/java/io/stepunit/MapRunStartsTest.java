package io.stepunit;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.history.ExecutionStatus;
import org.junit.jupiter.api.Test;

/** Tasks in child executions of a Map Run that start executions of other machines. */
class MapRunStartsTest {
  private static final String MACHINE =
      """
      {
        "StartAt": "All",
        "States": {
          "All": {
            "Type": "Map",
            "ItemProcessor": {
              "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
              "StartAt": "One",
              "States": {
                "One": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::states:startExecution.sync:2",
                  "Parameters": {
                    "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:other",
                    "Input": {
                      "n.$": "$",
                      "token.$": "$$.Task.Token",
                      "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$": "$$.Execution.Id"
                    }
                  },
                  "OutputPath": "$.Output",
                  "End": true
                }
              }
            },
            "End": true
          }
        }
      }
      """;

  private static final String OTHER =
      """
      {
        "StartAt": "Rest",
        "States": {
          "Rest": {"Type": "Wait", "Seconds": 10, "Next": "Done"},
          "Done": {"Type": "Pass", "OutputPath": "$.n", "End": true}
        }
      }
      """;

  private static final String ANSWERING =
      """
      {
        "StartAt": "Answer",
        "States": {
          "Answer": {
            "Type": "Task",
            "Resource": "arn:aws:states:::aws-sdk:sfn:sendTaskSuccess",
            "Parameters": {"TaskToken.$": "$.token", "Output": "{\\"Output\\": \\"early\\"}"},
            "Next": "Rest"
          },
          "Rest": {"Type": "Wait", "Seconds": 10, "End": true}
        }
      }
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final TestStateMachine machine = env.define("machine", MACHINE);

  @Test
  void each_child_starts_one_and_waits_for_it() {
    TestStateMachine other = env.define("other", OTHER);

    Execution run = machine.run("[7, 8]");

    assertThat(run.output().orElseThrow()).hasToString("[7,8]");
    assertThat(run.duration()).isEqualTo(ofSeconds(10));
    MapRun all = run.mapRuns().get(0);
    assertThat(other.executions())
        .extracting(execution -> execution.startedBy().orElseThrow())
        .containsExactly(all.child(0).arn(), all.child(1).arn());
  }

  @Test
  void the_top_execution_tells_all_that_were_started() {
    env.define("other", OTHER);
    RunningExecution run = machine.start("[7, 8]");

    run.advance(ofSeconds(5));

    assertThat(run.children())
        .extracting(RunningExecution::status)
        .containsExactly(ExecutionStatus.RUNNING, ExecutionStatus.RUNNING);
  }

  @Test
  void stopping_the_top_execution_stops_them() {
    TestStateMachine other = env.define("other", OTHER);
    RunningExecution run = machine.start("[7]");
    run.advance(ofSeconds(5));

    run.stop();

    assertThat(other.execution().status()).isEqualTo(ExecutionStatus.ABORTED);
  }

  @Test
  void a_child_that_sends_the_token_of_the_waiting_task_ends_it_early() {
    TestStateMachine other = env.define("other", ANSWERING);

    Execution run = machine.run("[7]");

    assertThat(run.output().orElseThrow()).hasToString("[\"early\"]");
    assertThat(run.duration()).isZero();
    assertThat(other.execution().status()).isEqualTo(ExecutionStatus.RUNNING);
  }
}
