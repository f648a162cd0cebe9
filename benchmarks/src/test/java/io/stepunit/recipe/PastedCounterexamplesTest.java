package io.stepunit.recipe;

import static io.stepunit.property.Property.after;
import static io.stepunit.property.Property.atMostOnce;
import static io.stepunit.property.Property.endsWithin;
import static io.stepunit.property.Property.never;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.Interleaving;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.property.Property;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests for counterexamples compile, and fail by what was found. */
class PastedCounterexamplesTest {
  private static final Pattern ORDER = Pattern.compile("@Interleavings\\(only = \"(.*)\"\\)");

  private static final String SAGA =
      """
      {
        "StartAt": "Charge",
        "States": {
          "Charge": {
            "Type": "Task",
            "Resource": "arn:aws:states:::lambda:invoke",
            "Parameters": {"FunctionName": "charge", "Payload": {"amount.$": "$.order.amount"}},
            "ResultPath": "$.charge",
            "Next": "Paid"
          },
          "Paid": {
            "Type": "Choice",
            "Choices": [
              {"Variable": "$.charge.Payload.status", "StringEquals": "PAID", "Next": "Ship"}
            ],
            "Default": "Done"
          },
          "Ship": {
            "Type": "Task",
            "Resource": "arn:aws:lambda:us-east-1:123456789012:function:ship",
            "End": true
          },
          "Done": {"Type": "Succeed"}
        }
      }
      """;

  private static final String BOTH =
      """
      {
        "StartAt": "Both",
        "States": {
          "Both": {
            "Type": "Parallel",
            "Branches": [
              {"StartAt": "A", "States": {"A": {"Type": "Task",
                "Resource": "arn:aws:lambda:us-east-1:123456789012:function:a", "End": true}}},
              {"StartAt": "B", "States": {"B": {"Type": "Task",
                "Resource": "arn:aws:lambda:us-east-1:123456789012:function:b", "End": true}}}
            ],
            "End": true
          }
        }
      }
      """;

  private static final String LOOP =
      """
      {
        "StartAt": "Which",
        "States": {
          "Which": {
            "Type": "Choice",
            "Choices": [{"Variable": "$.go", "BooleanEquals": true, "Next": "Done"}],
            "Default": "Pause"
          },
          "Pause": {"Type": "Wait", "Seconds": 5, "Next": "Which"},
          "Done": {"Type": "Succeed"}
        }
      }
      """;

  @TempDir private Path classes;

  private void fails(String definition, WorkflowType type, Property property) throws IOException {
    String test =
        StepFunctionsEnvironment.create()
            .define("saga", definition, type)
            .check(property)
            .counterexample()
            .orElseThrow()
            .test();

    try (PastedTests pasted = PastedTests.compile(List.of(test), classes)) {
      Matcher order = ORDER.matcher(test);
      StepFunctionsEnvironment env =
          StepFunctionsEnvironment.builder()
              .interleaving(Interleaving.named(order.find() ? order.group(1) : "[]"))
              .build();
      TestStateMachine saga = env.define("saga", definition, type);

      assertThatThrownBy(() -> pasted.run(0, saga, env))
          .hasMessageContaining("Expecting 'saga' to have kept to")
          .hasMessageContaining(property.toString());
      assertThat(env.faults()).allMatch(fault -> fault.fired() > 0);
    }
  }

  @Test
  void with_a_fault() throws IOException {
    fails(SAGA, WorkflowType.STANDARD, after("Charge").eventually("Done", "Ship"));
  }

  @Test
  void with_results_of_Tasks() throws IOException {
    fails(SAGA, WorkflowType.STANDARD, never("Ship").after("Charge"));
    fails(SAGA, WorkflowType.STANDARD, after("Ship").eventually("Done"));
  }

  @Test
  void in_an_order() throws IOException {
    fails(BOTH, WorkflowType.STANDARD, never("B").without("A"));
  }

  @Test
  void with_a_second_run() throws IOException {
    fails(BOTH, WorkflowType.EXPRESS, atMostOnce("A"));
  }

  @Test
  void with_a_redrive() throws IOException {
    fails(SAGA, WorkflowType.STANDARD, atMostOnce("Charge"));
  }

  @Test
  void in_an_endless_loop() throws IOException {
    fails(LOOP, WorkflowType.STANDARD, endsWithin(200));
  }
}
