package io.stepunit;

import io.stepunit.fault.FaultKind;
import io.stepunit.internal.text.Printable;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * One fault of a fault matrix: which Task fails, how, and on which calls.
 *
 * @param state the Task's state
 * @param kind what goes wrong
 * @param error the error that the Task fails with; empty where AWS's own shows
 * @param attempts on which calls
 * @param second a further fault in the same execution, of a sweep over pairs
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public record Fault(
    String state,
    FaultKind kind,
    Optional<String> error,
    Attempts attempts,
    Optional<Fault> second) {
  /** The calls of a Task in one execution that a fault affects. */
  public enum Attempts {
    /** The first call of the execution, so that a retry succeeds. */
    FIRST("first attempt"),
    /** Every call, so that all retries fail. */
    EVERY("every attempt");

    private final String text;

    Attempts(String text) {
      this.text = text;
    }

    /** The text in reports. */
    public String text() {
      return text;
    }
  }

  /** Combines this fault with another one in the same execution. */
  public Fault and(Fault further) {
    return new Fault(state, kind, error, attempts, Optional.of(further));
  }

  /** Returns a description: the error name, or for example {@code reply lost}. */
  public String what() {
    return error.orElse(kind.text());
  }

  /** {@code Charge × Card.Declined, every attempt}. */
  @Override
  public String toString() {
    return Printable.line("%s × %s, %s".formatted(state, what(), attempts.text()))
        + second.map(further -> " + " + further).orElse("");
  }
}
