package io.stepunit.spi;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Thrown by a handler: the task fails with this error name and cause, for Retry and Catch to see. */
public class TaskFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String error;

  /**
   * @param error the error name, such as {@code Gateway.Busy}
   * @param cause the cause text
   */
  public TaskFailure(String error, String cause) {
    super(cause);
    this.error = error;
  }

  /** The error name. */
  public Optional<String> error() {
    return Optional.ofNullable(error);
  }

  /** The cause text. */
  public Optional<String> causeText() {
    return Optional.ofNullable(getMessage());
  }
}
