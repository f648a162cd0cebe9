package io.stepunit.recording;

import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.text.Printable;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * How an execution ended, or that it was running still.
 *
 * @param status its status
 * @param error its error name; empty if it has none
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public record ExecutionEnd(ExecutionStatus status, Optional<String> error) {
  /** {@code FAILED with Card.Declined}. */
  @Override
  public String toString() {
    return error.map(name -> status + " with " + Printable.line(name)).orElse(status.toString());
  }
}
