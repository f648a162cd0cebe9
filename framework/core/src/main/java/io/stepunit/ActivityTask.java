package io.stepunit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.api.Activities.Taken;

/**
 * The task of an activity that a worker has taken, and that it ends.
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

  /** What the worker is asked: the Task's effective input, a copy. */
  public JsonNode input() {
    return taken.request().input().deepCopy();
  }

  /** The state's name, with the branches and iterations that lead to it. */
  public String path() {
    return taken.request().path();
  }

  /** The token that the worker was given. */
  public TaskToken token() {
    return token;
  }

  /**
   * SendTaskSuccess.
   *
   * @param output JSON text, a JsonNode, a Map, a record, or any object
   * @throws TaskTokenException if the task has ended, by a timeout for instance
   */
  public void succeed(Object output) {
    token.succeed(output);
  }

  /**
   * SendTaskFailure.
   *
   * @throws TaskTokenException if the task has ended
   */
  public void fail(String error, String cause) {
    token.fail(error, cause);
  }

  /**
   * SendTaskHeartbeat.
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
