package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import org.junit.jupiter.api.Test;

/** The code of docs/guide/equivalence.md. */
class EquivalenceExamplesTest {
  private static final String IN_JSON_PATH =
      """
      {
        "StartAt": "Price",
        "States": {
          "Price": {
            "Type": "Task",
            "Resource": "arn:aws:lambda:us-east-1:123456789012:function:price",
            "Parameters": {"sku.$": "$.sku"},
            "ResultPath": "$.price",
            "Next": "Done"
          },
          "Done": {"Type": "Pass", "Parameters": {"cents.$": "$.price.cents"}, "End": true}
        }
      }
      """;

  private static final String IN_JSONATA =
      """
      {
        "QueryLanguage": "JSONata",
        "StartAt": "Price",
        "States": {
          "Price": {
            "Type": "Task",
            "Resource": "arn:aws:lambda:us-east-1:123456789012:function:price",
            "Arguments": {"sku": "{% $states.input.sku %}"},
            "Next": "Done"
          },
          "Done": {"Type": "Pass", "Output": {"cents": "{% $states.input.cents %}"}, "End": true}
        }
      }
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  @Test
  void the_move_to_JSONata_changes_nothing() {
    TestStateMachine inJsonPath = env.define("order", IN_JSON_PATH);
    TestStateMachine inJsonata = env.define("order-in-jsonata", IN_JSONATA);

    assertThat(inJsonata).comparingDataAt("Done").behavesLike(inJsonPath);
  }
}
