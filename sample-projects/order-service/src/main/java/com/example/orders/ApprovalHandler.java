package com.example.orders;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/** Takes what approvers decide: they click on a link that has the task token of their message. */
public final class ApprovalHandler {
  private final SfnClient stepFunctions;

  public ApprovalHandler(SfnClient stepFunctions) {
    this.stepFunctions = stepFunctions;
  }

  /** An approver lets an order pass. */
  public void approve(String taskToken) {
    decide(() -> stepFunctions.sendTaskSuccess(send -> send.taskToken(taskToken).output("{}")));
  }

  /** An approver refuses an order. */
  public void refuse(String taskToken, String reason) {
    decide(
        () ->
            stepFunctions.sendTaskFailure(
                send -> send.taskToken(taskToken).error("Approval.Refused").cause(reason)));
  }

  private static void decide(Runnable decision) {
    try {
      decision.run();
    } catch (TaskTimedOutException e) {
      throw new OrderException("The order is decided already, or it has expired", e);
    }
  }
}
