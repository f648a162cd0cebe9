package io.stepunit.docs;

import software.amazon.awssdk.services.sfn.SfnClient;

/** Code under test that makes a state machine for each tenant. */
class Tenants {
  private static final String DEFINITION =
      """
      {
        "StartAt": "Charge",
        "States": {
          "Charge": {
            "Type": "Task",
            "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:charge",
            "End": true
          }
        }
      }
      """;

  private final SfnClient stepFunctions;

  Tenants(SfnClient stepFunctions) {
    this.stepFunctions = stepFunctions;
  }

  void open(String tenant) {
    String machine =
        stepFunctions
            .createStateMachine(
                request ->
                    request
                        .name(tenant)
                        .definition(DEFINITION)
                        .roleArn("arn:aws:iam::123456789012:role/tenants"))
            .stateMachineArn();
    stepFunctions.startExecution(request -> request.stateMachineArn(machine).input("{}"));
  }
}
