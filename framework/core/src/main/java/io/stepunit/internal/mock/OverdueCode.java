package io.stepunit.internal.mock;

import io.stepunit.mock.UserCodeTimeoutError;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Messages for users' code that exceeds the limit of real time. */
final class OverdueCode {
  private static final int SHOWN_FRAMES = 12;
  private static final String OURS = "io.stepunit.internal.";

  private static final String MORE_TIME =
      "For a Task that takes long in virtual time, use .taking(duration)."
          + " To allow more real time, build the environment with userCodeLimit(duration).";

  private OverdueCode() {}

  /**
   * The error of code that has not returned at the limit.
   *
   * @param waiting which other threads wait for the code to return: it may wait for them
   */
  static UserCodeTimeoutError error(
      String what, Duration limit, StackTraceElement[] stack, Optional<String> waiting) {
    return new UserCodeTimeoutError(
        """
        %s had not returned after %s of real time. It was here:
        %s
        %s"""
            .formatted(
                what,
                seconds(limit),
                frames(stack),
                waiting.map(OverdueCode::deadlock).orElse(MORE_TIME)),
        where(stack));
  }

  private static String deadlock(String waiting) {
    return """
        Meanwhile these threads wait for their turn in the environment, which comes when the answer is over: %s. \
        An answer that waits for one of them waits for ever. Let it return, and have the other thread go on \
        by itself; a Task that waits for what another thread sends is one with a task token."""
        .formatted(waiting);
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
