package io.stepunit.api;

import io.stepunit.internal.text.Printable;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

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
  private final @Nullable String validationReason;

  /**
   * @param error AWS's error name, such as {@code ExecutionDoesNotExist}
   * @param reason AWS's message, such as {@code Execution Does Not Exist: 'arn:…'}
   */
  public StepFunctionsException(String error, String reason) {
    this(error, reason, null);
  }

  /**
   * @param error AWS's error name, {@code ValidationException}
   * @param reason AWS's message
   * @param validationReason what AWS sends as the error's {@code reason}, such as {@code
   *     INVALID_ROUTING_CONFIGURATION}; null for none
   */
  public StepFunctionsException(String error, String reason, @Nullable String validationReason) {
    super(Printable.lines(error + ": " + reason));
    this.error = error;
    this.reason = reason;
    this.validationReason = validationReason;
  }

  /** AWS's error name, such as {@code ExecutionDoesNotExist}. */
  public String error() {
    return error;
  }

  /** AWS's message without the error name. */
  public String reason() {
    return reason;
  }

  /**
   * The {@code reason} that some of AWS's {@code ValidationException}s have beside their message,
   * such as {@code INVALID_ROUTING_CONFIGURATION}.
   */
  public Optional<String> validationReason() {
    return Optional.ofNullable(validationReason);
  }
}
