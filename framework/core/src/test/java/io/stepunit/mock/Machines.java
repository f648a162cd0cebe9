package io.stepunit.mock;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;

/** Machines for the tests of mocks. */
final class Machines {
  /** One Task of each kind, one after the other. */
  static final String ORDER =
      """
      {
        "StartAt": "Charge",
        "States": {
          "Charge": {
            "Type": "Task",
            "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
            "Retry": [{"ErrorEquals": ["Gateway.Busy"], "IntervalSeconds": 2, "MaxAttempts": 3}],
            "Next": "Store"
          },
          "Store": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "AwaitApproval"},
          "AwaitApproval": {
            "Type": "Task",
            "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
            "Next": "Pause"
          },
          "Pause": {"Type": "Wait", "Seconds": 5, "Next": "Lines"},
          "Lines": {
            "Type": "Map",
            "ItemsPath": "$.lines",
            "ItemProcessor": {
              "StartAt": "Pick",
              "States": {
                "Pick": {"Type": "Task", "Resource": "arn:aws:states:::batch:submitJob.sync", "End": true}
              }
            },
            "Next": "Fork"
          },
          "Fork": {
            "Type": "Parallel",
            "Branches": [
              {
                "StartAt": "Notify",
                "States": {
                  "Notify": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true}
                }
              }
            ],
            "End": true
          }
        }
      }
      """;

  /** Its id has to be a text. */
  static final String PUT =
      """
      {
        "StartAt": "Put",
        "States": {
          "Put": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "End": true,
            "Parameters": {"TableName": "t",
              "Item": {"id": {"S.$": "$.id"}}}}
        }
      }
      """;

  private Machines() {}

  static TestStateMachine order() {
    return StepFunctionsEnvironment.create().define("order", ORDER);
  }

  /** A machine of the single Task 'Charge'. */
  static TestStateMachine charge(String resource) {
    return StepFunctionsEnvironment.create()
        .define(
            "order",
            """
            {
              "StartAt": "Charge",
              "States": {
                "Charge": {"Type": "Task", "Resource": "%s", "End": true}
              }
            }
            """
                .formatted(resource));
  }

  static TestStateMachine charge() {
    return charge("arn:aws:lambda:us-east-1:123456789012:function:charge");
  }
}
