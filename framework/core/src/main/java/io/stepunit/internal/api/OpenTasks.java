package io.stepunit.internal.api;

import io.stepunit.TaskTokenException;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.task.TaskAttempt;

/** The tasks that wait for a token, as SendTaskSuccess and its like find them. */
public final class OpenTasks {
  private OpenTasks() {}

  /**
   * The task of a token.
   *
   * @throws TaskTokenException {@code TaskTimedOut} or {@code InvalidToken} if none waits for it
   */
  public static TaskAttempt require(Engine engine, String token) {
    TaskAttempt attempt = engine.tokens().find(token);
    if (attempt == null) {
      String former = engine.tokens().formerTask(token).orElseThrow(() -> unknown(token));
      throw new TaskTokenException(
          "TaskTimedOut",
          "Task Timed Out: '" + former + "'",
          "the token was used already, its task timed out, or its execution has ended: " + token);
    }
    return attempt;
  }

  /**
   * Checks that a token was given out once, whether it is still open or not.
   *
   * @throws TaskTokenException {@code InvalidToken}
   */
  static void requireKnown(Engine engine, String token) {
    if (!engine.tokens().isKnown(token)) {
      throw unknown(token);
    }
  }

  private static TaskTokenException unknown(String token) {
    return new TaskTokenException(
        "InvalidToken", "Invalid Token: 'Invalid token'", "no task ever had this token: " + token);
  }
}
