package io.stepunit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.api.Activities.Taken;
import org.jspecify.annotations.Nullable;

/**
 * An activity task claimed by a worker.
 *
 * @since 0.1.0
 */
public final class ActivityTask {
  private final Taken taken;
  private final TaskToken token;

  ActivityTask(Simulation simulation, Taken taken) {
    this.taken = taken;
    this.token = new TaskToken(simulation, taken.token());
  }

  /** Returns a copy of the Task's effective input. */
  public JsonNode input() {
    return taken.request().input().deepCopy();
  }

  /** Returns the state's name, with the branches and iterations that lead to it. */
  public String path() {
    return taken.request().path();
  }

  /** Returns the task token that the worker received. */
  public TaskToken token() {
    return token;
  }

  /**
   * Sends SendTaskSuccess.
   *
   * @param output JSON text, a JsonNode, a Map, a record, or any object
   * @throws TaskTokenException if the task has ended, by a timeout for instance
   */
  public void succeed(Object output) {
    token.succeed(output);
  }

  /**
   * Sends SendTaskFailure.
   *
   * @throws TaskTokenException if the task has ended
   */
  public void fail(@Nullable String error, @Nullable String cause) {
    token.fail(error, cause);
  }

  /**
   * Sends SendTaskHeartbeat.
   *
   * @throws TaskTokenException if the task has ended
   */
  public void heartbeat() {
    token.heartbeat();
  }

  @Override
  public String toString() {
    return path();
  }
}
