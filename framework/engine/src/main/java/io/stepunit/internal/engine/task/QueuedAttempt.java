package io.stepunit.internal.engine.task;

import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.QueuedTask;
import org.jspecify.annotations.Nullable;

/** An attempt of an activity's Task that no worker has taken yet. */
final class QueuedAttempt implements QueuedTask {
  private final TaskAttempt attempt;
  private final AttemptRequest request;
  private boolean taken;

  QueuedAttempt(TaskAttempt attempt, AttemptRequest request) {
    this.attempt = attempt;
    this.request = request;
  }

  @Override
  public AttemptRequest request() {
    return request;
  }

  @Override
  public boolean isOpen() {
    return !taken && attempt.isOpen();
  }

  @Override
  public String take(@Nullable String workerName) {
    if (!isOpen()) {
      throw new IllegalStateException(
          "The task of '" + request.path() + "' was already taken, or has ended.");
    }
    taken = true;
    attempt.take(workerName);
    return attempt.token();
  }
}
