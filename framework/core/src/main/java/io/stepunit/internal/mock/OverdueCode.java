package io.stepunit.internal.mock;

import io.stepunit.mock.UserCodeTimeoutError;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** Messages for users' code that exceeds the limit of real time. */
final class OverdueCode {
  private static final int SHOWN_FRAMES = 12;
  private static final String OURS = "io.stepunit.internal.";

  private OverdueCode() {}

  /** The error of code that has not returned at the limit. */
  static UserCodeTimeoutError error(String what, Duration limit, StackTraceElement[] stack) {
    return new UserCodeTimeoutError(
        """
        %s had not returned after %s of real time. It was here:
        %s
        For a Task that takes long in virtual time, use .taking(duration). \
        To allow more real time, build the environment with userCodeLimit(duration)."""
            .formatted(what, seconds(limit), frames(stack)),
        where(stack));
  }

  /** What is written to the log when the code does not react to being interrupted. */
  static String hanging(String what, Duration limit, StackTraceElement[] stack) {
    return """
        StepUnit: %s has not returned after %s of real time, and continues although it was interrupted. \
        The test fails when it returns, and hangs if it never does. It is here:
        %s"""
        .formatted(what, seconds(limit), frames(stack));
  }

  private static Throwable where(StackTraceElement[] stack) {
    Throwable where = new Throwable("where the code was when the limit was exceeded");
    where.setStackTrace(stack);
    return where;
  }

  private static String seconds(Duration limit) {
    String seconds = BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString();
    return seconds + " s";
  }

  /** The frames of the users' code: without ours below it and without the VM's adapters. */
  private static String frames(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .takeWhile(frame -> !frame.getClassName().startsWith(OURS))
        .filter(frame -> !frame.getClassName().contains("$$Lambda"))
        .limit(SHOWN_FRAMES)
        .map(OverdueCode::frame)
        .collect(Collectors.joining("\n"));
  }

  private static String frame(StackTraceElement frame) {
    String place =
        frame.getFileName() == null || frame.getLineNumber() < 0
            ? Objects.requireNonNullElse(frame.getFileName(), "Unknown")
            : frame.getFileName() + ":" + frame.getLineNumber();
    return "    at %s.%s(%s)".formatted(frame.getClassName(), frame.getMethodName(), place);
  }
}
