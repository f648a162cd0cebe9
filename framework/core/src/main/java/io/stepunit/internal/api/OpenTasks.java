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
    if (attempt != null) {
      return attempt;
    }
    if (engine.tokens().isClosed(token)) {
      throw new TaskTokenException(
          "TaskTimedOut",
          "Task Timed Out: 'Provided task does not exist anymore'",
          "the token was used already, its task timed out, or its execution has ended: " + token);
    }
    throw new TaskTokenException(
        "InvalidToken", "Invalid Token: 'Invalid token'", "no task ever had this token: " + token);
  }
}
