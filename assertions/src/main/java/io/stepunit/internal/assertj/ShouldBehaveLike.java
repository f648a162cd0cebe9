package io.stepunit.internal.assertj;

import io.stepunit.equivalence.Equivalence;
import org.assertj.core.error.BasicErrorMessageFactory;

/**
 * A machine does something else than the one that it is to replace.
 *
 * @since 0.1.0
 */
public final class ShouldBehaveLike extends BasicErrorMessageFactory {
  private ShouldBehaveLike(String message) {
    super("%n%s", unquotedString(message));
  }

  /** They differ. */
  public static ShouldBehaveLike shouldBehaveLike(
      String machine, String original, Equivalence equivalence) {
    return new ShouldBehaveLike(
        "Expecting '%s' to behave like '%s', but %s".formatted(machine, original, equivalence));
  }

  /** Nothing can be said of machines that only failed. */
  public static ShouldBehaveLike nothingSucceeded(String original, Equivalence equivalence) {
    return new ShouldBehaveLike(
        ("Expecting '%s' to succeed in at least one of %s cases, but it never did, so that hardly"
                + " anything was compared. Give an input that it accepts by alsoWith(…), and mock"
                + " the Tasks whose results it needs.")
            .formatted(original, equivalence.cases()));
  }
}
