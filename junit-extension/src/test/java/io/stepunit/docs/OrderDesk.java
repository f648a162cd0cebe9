package io.stepunit.docs;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;

/** The controller of a web application: code under test, which knows nothing of StepUnit. */
class OrderDesk {
  private final SfnClient stepFunctions;
  private final String machineArn;

  OrderDesk(SfnClient stepFunctions, String machineArn) {
    this.stepFunctions = stepFunctions;
    this.machineArn = machineArn;
  }

  /** Places an order once, however often the button is pressed. */
  boolean place(String order, String input) {
    try {
      stepFunctions.startExecution(
          request -> request.stateMachineArn(machineArn).name(order).input(input));
      return true;
    } catch (ExecutionAlreadyExistsException alreadyPlaced) {
      return false;
    }
  }

  String status(String order) {
    String execution = machineArn.replace(":stateMachine:", ":execution:") + ":" + order;
    return stepFunctions
        .describeExecution(request -> request.executionArn(execution))
        .statusAsString();
  }

  /** What the link in the approver's mail calls. */
  void approve(String taskToken, String by) {
    stepFunctions.sendTaskSuccess(
        request -> request.taskToken(taskToken).output("{\"by\": \"" + by + "\"}"));
  }
}
