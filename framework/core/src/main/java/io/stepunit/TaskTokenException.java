package io.stepunit;

import io.stepunit.api.StepFunctionsException;

/**
 * A task token that cannot be used: what SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat
 * answer for an unknown, used or timed-out token.
 */
public final class TaskTokenException extends StepFunctionsException {
  private static final long serialVersionUID = 1L;

  TaskTokenException(String error, String message) {
    super(error, message);
  }
}
