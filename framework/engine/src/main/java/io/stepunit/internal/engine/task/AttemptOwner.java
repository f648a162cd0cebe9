package io.stepunit.internal.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.engine.service.TaskEvents;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.TaskDispatcher;
import io.stepunit.internal.time.Cancellation;
import io.stepunit.internal.time.Phase;
import java.time.Duration;
import java.util.List;

/** The visit of a Task state, as its attempts see it. */
public interface AttemptOwner {
  /** Who answers the Task. */
  TaskDispatcher dispatcher();

  /**
   * The request of an attempt that starts; counted as a call of the Task.
   *
   * @param input the effective input
   * @param hasToken whether it has a task token
   */
  AttemptRequest request(JsonNode input, boolean hasToken);

  /** The task token of the present attempt. */
  String token();

  /** Records an event of the visit. */
  void record(TaskEvents.Event event);

  /** Notes what a test did to the attempt, a line each. */
  void noteFaults(List<String> faults);

  /** A heartbeat has come in time. */
  void heartbeatCame();

  /** The attempt has succeeded. */
  void succeeded(JsonNode result);

  /** The attempt has failed; its last event says so. */
  void failed(StatesError error);

  /** Schedules what the attempt does next. */
  Cancellation schedule(Duration delay, Phase phase, Runnable action);

  /** Does at once what somebody outside of the event loop has the attempt do. */
  void run(Runnable action);
}
