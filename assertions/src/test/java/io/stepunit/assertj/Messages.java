package io.stepunit.assertj;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The messages of failed assertions. */
final class Messages {
  private Messages() {}

  /** The whole message of the assertion that fails in the lambda. */
  static String of(ThrowingCallable assertion) {
    AssertionError error = catchThrowableOfType(assertion, AssertionError.class);
    if (error == null) {
      throw new IllegalStateException("The assertion did not fail");
    }
    return String.valueOf(error.getMessage());
  }
}
