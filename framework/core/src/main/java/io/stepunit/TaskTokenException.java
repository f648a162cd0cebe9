package io.stepunit;

import io.stepunit.api.StepFunctionsException;

/**
 * A task token that cannot be used: what SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat
 * answer for an unknown, used or timed-out token.
 */
public final class TaskTokenException extends StepFunctionsException {
  private static final long serialVersionUID = 1L;

  private final String explanation;

  /**
   * @param error AWS's error name: {@code TaskTimedOut} or {@code InvalidToken}
   * @param reason AWS's message
   * @param explanation what it may come from
   */
  public TaskTokenException(String error, String reason, String explanation) {
    super(error, reason);
    this.explanation = explanation;
  }

  @Override
  public String getMessage() {
    return super.getMessage() + " (" + explanation + ")";
  }
}
