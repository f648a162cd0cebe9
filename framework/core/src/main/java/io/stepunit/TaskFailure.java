package io.stepunit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by a handler to fail the Task with an error name and cause, which Retry and Catch see.
 *
 * <pre>{@code
 * order.mock("Charge").answers(call -> {
 *   if (call.inputAt("$.amount").asInt() > 100) {
 *     throw new TaskFailure("Card.Declined", "over the limit");
 *   }
 *   return Map.of("paid", true);
 * });
 * }</pre>
 *
 * @since 0.1.0
 */
public class TaskFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String error;

  /** Fails with an error name and no cause. */
  public TaskFailure(@Nullable String error) {
    this(error, null);
  }

  /**
   * @param error the error name, such as {@code Gateway.Busy}; null for a failure that has none
   * @param cause the cause text; null for a failure that has none
   */
  public TaskFailure(@Nullable String error, @Nullable String cause) {
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
