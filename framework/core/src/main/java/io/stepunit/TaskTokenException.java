package io.stepunit;

import io.stepunit.api.StepFunctionsException;

/**
 * Thrown by SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat for an unknown, used or
 * timed-out task token.
 *
 * @since 0.1.0
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
