package io.stepunit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.api.OpenTasks;
import io.stepunit.internal.engine.task.TaskAttempt;
import java.util.function.Consumer;
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
    JsonNode sent = simulation.json().read(output, "The output sent for a task token");
    send(task -> task.sendSuccess(sent));
  }

  /**
   * Sends SendTaskFailure: the Task fails with this error, which Retry and Catch see.
   *
   * @throws TaskTokenException if the token is unknown, used, or timed out
   */
  public void fail(@Nullable String error, @Nullable String cause) {
    send(task -> task.sendFailure(error, cause));
  }

  /**
   * Sends SendTaskHeartbeat: {@code HeartbeatSeconds} starts over.
   *
   * @throws TaskTokenException if the token is unknown, used, or timed out
   */
  public void heartbeat() {
    send(TaskAttempt::sendHeartbeat);
  }

  private void send(Consumer<TaskAttempt> message) {
    simulation.alone(
        () -> {
          message.accept(OpenTasks.require(simulation.engine(), value));
          simulation.runPresent();
        });
  }

  @Override
  public String toString() {
    return value;
  }
}
