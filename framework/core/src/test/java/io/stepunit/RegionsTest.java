package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.load.DefinitionSource;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ARNs of an environment are those of its region, with the region's partition. */
class RegionsTest {
  private static StepFunctionsEnvironment in(String region) {
    return StepFunctionsEnvironment.builder().region(region).account("111122223333").build();
  }

  @ParameterizedTest
  @CsvSource({
    "eu-central-1, aws",
    "cn-north-1, aws-cn",
    "cn-northwest-1, aws-cn",
    "us-gov-east-1, aws-us-gov"
  })
  void executions_machines_and_functions_are_of_the_regions_partition(
      String region, String partition) {
    TestStateMachine order =
        in(region)
            .define(
                "order",
                """
                {
                  "StartAt": "Call",
                  "States": {
                    "Call": {
                      "Type": "Task",
                      "Resource": "arn:%s:states:::lambda:invoke",
                      "Parameters": {"FunctionName": "charge"},
                      "ResultSelector": {
                        "function.$": "$.Payload",
                        "machine.$": "$$.StateMachine.Id",
                        "execution.$": "$$.Execution.Id",
                        "role.$": "$$.Execution.RoleArn"
                      },
                      "End": true
                    }
                  }
                }
                """
                    .formatted(partition));
    order
        .lambda("charge")
        .handledBy(Map.class, (event, context) -> context.getInvokedFunctionArn());

    Execution run = order.run("{}");

    String states = "arn:" + partition + ":states:" + region + ":111122223333:";
    assertThat(text(run, "$.machine")).isEqualTo(states + "stateMachine:order");
    assertThat(text(run, "$.execution")).startsWith(states + "execution:order:");
    assertThat(text(run, "$.role")).startsWith("arn:" + partition + ":iam::111122223333:role/");
    assertThat(text(run, "$.function"))
        .isEqualTo("arn:" + partition + ":lambda:" + region + ":111122223333:function:charge");
  }

  @ParameterizedTest
  @CsvSource({
    "eu-central-1, aws amazonaws.com",
    "cn-north-1, aws-cn amazonaws.com.cn",
    "us-gov-west-1, aws-us-gov amazonaws.com"
  })
  void templates_see_the_partition(String region, String seen) {
    TestStateMachine order =
        in(region)
            .load(
                DefinitionSource.text(
                    "template.yaml",
                    """
                    Resources:
                      Order:
                        Type: AWS::Serverless::StateMachine
                        Properties:
                          Definition:
                            StartAt: Done
                            States:
                              Done:
                                Type: Pass
                                Result: !Sub ${AWS::Partition} ${AWS::URLSuffix}
                                End: true
                    """));

    assertThat(order.run("{}").output()).hasToString("Optional[\"" + seen + "\"]");
  }

  private static String text(Execution run, String path) {
    return run.outputAt(path).orElseThrow().textValue();
  }
}
