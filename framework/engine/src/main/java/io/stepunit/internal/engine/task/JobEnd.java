package io.stepunit.internal.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.Job;
import org.jspecify.annotations.Nullable;

/** Hands the end of a job to the attempt that waits for it. */
record JobEnd(TaskAttempt attempt) implements Job.Completion {
  @Override
  public void succeed(JsonNode result) {
    attempt.jobEnded(() -> attempt.succeed(result));
  }

  @Override
  public void fail(@Nullable String error, @Nullable String cause) {
    attempt.jobEnded(() -> attempt.fail(AttemptReply.Fails.of(error, cause)));
  }
}
