package io.stepunit;

import io.stepunit.internal.api.OpenTasks;
import io.stepunit.internal.engine.task.TaskAttempt;
import org.jspecify.annotations.Nullable;

/**
 * The token of a waiting Task: sends SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat at the
 * current virtual time.
 *
 * <pre>{@code
 * run.token("AwaitApproval").succeed(Map.of("by", "kim"));
 * }</pre>
 *
 * @since 0.1.0
 */
public final class TaskToken {
  private final Simulation simulation;
  private final String value;

  TaskToken(Simulation simulation, String value) {
    this.simulation = simulation;
    this.value = value;
  }

  /** Returns the token's text, the value of {@code $$.Task.Token}. */
  public String value() {
    return value;
  }

  /**
   * Sends SendTaskSuccess: the Task ends with this output, then everything due at this instant
   * happens.
   *
   * @param output JSON text, a JsonNode, a Map, a record, or any object
   * @throws TaskTokenException if the token is unknown, used, or timed out
   */
  public void succeed(Object output) {
    open().sendSuccess(simulation.json().read(output, "The output sent for a task token"));
    simulation.runPresent();
  }

  /**
   * Sends SendTaskFailure: the Task fails with this error, which Retry and Catch see.
   *
   * @throws TaskTokenException if the token is unknown, used, or timed out
   */
  public void fail(@Nullable String error, @Nullable String cause) {
    open().sendFailure(error, cause);
    simulation.runPresent();
  }

  /**
   * Sends SendTaskHeartbeat: {@code HeartbeatSeconds} starts over.
   *
   * @throws TaskTokenException if the token is unknown, used, or timed out
   */
  public void heartbeat() {
    open().sendHeartbeat();
    simulation.runPresent();
  }

  private TaskAttempt open() {
    return OpenTasks.require(simulation.engine(), value);
  }

  @Override
  public String toString() {
    return value;
  }
}
