package io.stepunit.api;

import io.stepunit.internal.text.Printable;
import org.apiguardian.api.API;

/**
 * Thrown for an API call that AWS refuses, with AWS's error name and message.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public class StepFunctionsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String error;
  private final String reason;

  /**
   * @param error AWS's error name, such as {@code ExecutionDoesNotExist}
   * @param reason AWS's message, such as {@code Execution Does Not Exist: 'arn:…'}
   */
  public StepFunctionsException(String error, String reason) {
    super(Printable.lines(error + ": " + reason));
    this.error = error;
    this.reason = reason;
  }

  /** AWS's error name, such as {@code ExecutionDoesNotExist}. */
  public String error() {
    return error;
  }

  /** AWS's message without the error name. */
  public String reason() {
    return reason;
  }
}
