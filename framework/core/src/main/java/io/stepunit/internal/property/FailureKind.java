package io.stepunit.internal.property;

import io.stepunit.internal.text.Printable;
import java.util.Arrays;

/** Tells failures apart. */
public final class FailureKind {
  private FailureKind() {}

  /** What was thrown, as a failure of a case: those of the same line of the test are alike. */
  public static Judgement.Failure of(Throwable thrown) {
    String kind =
        thrown instanceof ViolationError violation
            ? violation.property()
            : thrown.getClass().getName() + " at " + place(thrown);
    String message = thrown.getMessage() == null ? "" : thrown.getMessage().strip();
    String type = thrown instanceof AssertionError ? "" : thrown.getClass().getName();
    return new Judgement.Failure(
        kind,
        Printable.lines(
            message.isEmpty() || type.isEmpty() ? type + message : type + ": " + message));
  }

  private static String place(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .filter(frame -> !isOfLibrary(frame.getClassName()))
        .findFirst()
        .map(frame -> frame.getClassName() + ":" + frame.getLineNumber())
        .orElse("");
  }

  private static boolean isOfLibrary(String type) {
    return type.startsWith("java.")
        || type.startsWith("jdk.")
        || type.startsWith("org.assertj.")
        || type.startsWith("org.junit.")
        || type.startsWith("io.stepunit.internal.")
        || type.startsWith("io.stepunit.assertj.");
  }
}
