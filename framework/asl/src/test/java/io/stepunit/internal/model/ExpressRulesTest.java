package io.stepunit.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.DiagnosticCode;
import io.stepunit.asl.Rule;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.Compiled;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an Express workflow must not have. */
class ExpressRulesTest {
  private static CompiledDefinition calling(String resource) {
    return Compiled.fromText(
        "calls.asl.json",
        """
        {
          "StartAt": "Call",
          "States": {
            "Call": {
              "Type": "Task",
              "Resource": "%s",
              "End": true
            }
          }
        }
        """
            .formatted(resource));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "arn:aws:states:us-east-1:123456789012:activity:approve|Activity ARN",
        "arn:aws:states:::glue:startJobRun.sync|'.sync' service integration",
        "arn:aws:states:::states:startExecution.sync:2|'.sync' service integration",
        "arn:aws:states:::sqs:sendMessage.waitForTaskToken|'.waitForTaskToken' service integration "
      })
  void what_is_waited_for_is_refused(String resource, String what) {
    CompiledDefinition definition = calling(resource);

    assertThat(definition.problemsAs(WorkflowType.EXPRESS))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message())
                  .isEqualTo("Express state machine does not support " + what);
              assertThat(problem.code()).contains(DiagnosticCode.SCHEMA_VALIDATION_FAILED);
              assertThat(problem.severity()).isEqualTo(Diagnostic.Severity.ERROR);
              assertThat(problem.location().pointer()).isEqualTo("/States/Call/Resource");
              assertThat(problem.location()).hasToString("calls.asl.json:6");
              assertThat(problem.hint().orElseThrow()).contains("use a Standard workflow");
            });
    assertThat(definition.problemsAs(WorkflowType.STANDARD)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:lambda:us-east-1:123456789012:function:charge",
        "arn:aws:states:::sqs:sendMessage",
        "arn:aws:states:::aws-sdk:dynamodb:query",
        "arn:aws:states:::http:invoke"
      })
  void what_is_only_called_is_fine(String resource) {
    assertThat(calling(resource).problemsAs(WorkflowType.EXPRESS)).isEmpty();
  }

  @Test
  void states_inside_of_states_are_checked_and_distributed_maps_refused() {
    CompiledDefinition definition =
        Compiled.fromText(
            "nested.asl.json",
            """
            {
              "StartAt": "All",
              "States": {
                "All": {
                  "Type": "Parallel",
                  "Branches": [{
                    "StartAt": "Job",
                    "States": {
                      "Job": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true}
                    }
                  }],
                  "Next": "Each"
                },
                "Each": {
                  "Type": "Map",
                  "ItemProcessor": {
                    "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
                    "StartAt": "Nop",
                    "States": {"Nop": {"Type": "Pass", "End": true}}
                  },
                  "End": true
                }
              }
            }
            """);

    List<Diagnostic> problems = definition.problemsAs(WorkflowType.EXPRESS);

    assertThat(problems)
        .extracting(problem -> problem.location().pointer() + ": " + problem.message())
        .containsExactly(
            "/States/All/Branches/0/States/Job/Resource: Express state machine does not support '.sync' service integration",
            "/States/Each/ItemProcessor/ProcessorConfig: Express state machine does not support a Map in distributed mode");
    assertThat(problems.get(1).rule()).isEqualTo(Rule.EXPRESS_DISTRIBUTED_MAP);
  }

  private static List<Diagnostic> problemsOfChildren(String executionType) {
    return Compiled.fromText(
            "children.asl.json",
            """
            {
              "StartAt": "Each",
              "States": {
                "Each": {
                  "Type": "Map",
                  "ItemProcessor": {
                    "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "%s"},
                    "StartAt": "Call",
                    "States": {
                      "Call": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Next": "Ask"},
                      "Ask": {
                        "Type": "Task",
                        "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                        "Next": "Rows"
                      },
                      "Rows": {
                        "Type": "Map",
                        "ItemProcessor": {
                          "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
                          "StartAt": "Job",
                          "States": {
                            "Job": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true}
                          }
                        },
                        "End": true
                      }
                    }
                  },
                  "Next": "Wait for all"
                },
                "Wait for all": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::ecs:runTask.sync",
                  "End": true
                }
              }
            }
            """
                .formatted(executionType))
        .problemsAs(WorkflowType.STANDARD);
  }

  @Test
  void express_children_of_a_standard_workflow_are_held_to_the_same() {
    List<Diagnostic> problems = problemsOfChildren("EXPRESS");

    assertThat(problems)
        .extracting(problem -> problem.location().pointer() + ": " + problem.message())
        .containsExactly(
            "/States/Each/ItemProcessor/States/Ask/Resource: Express state machine does not support '.waitForTaskToken' service integration ",
            "/States/Each/ItemProcessor/States/Rows/ItemProcessor/ProcessorConfig: Express state machine does not support a Map in distributed mode",
            "/States/Each/ItemProcessor/States/Rows/ItemProcessor/States/Job/Resource: Express state machine does not support '.sync' service integration");
    assertThat(problems.get(0).hint().orElseThrow())
        .contains("child executions: ExecutionType STANDARD");
  }

  @Test
  void standard_children_may_wait_where_express_ones_may_not() {
    assertThat(problemsOfChildren("STANDARD"))
        .extracting(problem -> problem.location().pointer())
        .containsExactly(
            "/States/Each/ItemProcessor/States/Rows/ItemProcessor/States/Job/Resource");
  }
}
