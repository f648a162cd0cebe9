package io.stepunit;

import io.stepunit.internal.api.OpenTasks;
import io.stepunit.internal.engine.task.TaskAttempt;

/**
 * The token of a waiting task, as the party outside holds it: SendTaskSuccess, SendTaskFailure and
 * SendTaskHeartbeat at the present instant of virtual time.
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

  /** The token's text, as {@code $$.Task.Token} shows it to the definition. */
  public String value() {
    return value;
  }

  /**
   * SendTaskSuccess: the task ends with this output, then all runs that happens at this instant.
   *
   * @param output JSON text, a JsonNode, a Map, a record, or any object
   * @throws TaskTokenException if the token is unknown, used, or timed out
   */
  public void succeed(Object output) {
    open().sendSuccess(simulation.json().read(output, "The output sent for a task token"));
    simulation.runPresent();
  }

  /**
   * SendTaskFailure: the task fails with this error, for Retry and Catch to see.
   *
   * @throws TaskTokenException if the token is unknown, used, or timed out
   */
  public void fail(String error, String cause) {
    open().sendFailure(error, cause);
    simulation.runPresent();
  }

  /**
   * SendTaskHeartbeat: the time of {@code HeartbeatSeconds} starts anew.
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
