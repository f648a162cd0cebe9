package io.stepunit.internal.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.spi.Job;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A job whose end reaches its Task changed by a fault.
 *
 * @param disturb makes what is told of the end from the Task's own ear
 */
record DisturbedJob(Job job, UnaryOperator<Job.Completion> disturb) implements Job {
  /** Whatever the end is, the Task fails. */
  static Job failing(Job job, @Nullable String error, @Nullable String cause) {
    return new DisturbedJob(
        job,
        task ->
            new Completion() {
              @Override
              public void succeed(JsonNode result) {
                task.fail(error, cause);
              }

              @Override
              public void fail(@Nullable String unheard, @Nullable String unheardCause) {
                task.fail(error, cause);
              }
            });
  }

  /** A success has another result. */
  static Job changing(Job job, UnaryOperator<JsonNode> change) {
    return new DisturbedJob(
        job,
        task ->
            new Completion() {
              @Override
              public void succeed(JsonNode result) {
                task.succeed(change.apply(result));
              }

              @Override
              public void fail(@Nullable String error, @Nullable String cause) {
                task.fail(error, cause);
              }
            });
  }

  @Override
  public void begin(Completion completion) {
    job.begin(disturb.apply(completion));
  }

  @Override
  public void abort() {
    job.abort();
  }

  @Override
  public List<String> waitsFor() {
    return job.waitsFor();
  }
}
