package io.stepunit.internal.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.EventDetails;
import java.util.Optional;

/**
 * The data that an event has.
 *
 * @param what what it is of the state, such as its output
 */
record Payload(String what, JsonNode json) {
  /** The data of an event; empty if it has none. */
  static Optional<Payload> of(EventDetails details) {
    if (details instanceof EventDetails.ExecutionStarted started) {
      return payload("input", started.input());
    }
    if (details instanceof EventDetails.StateEntered entered) {
      return payload("input", entered.input());
    }
    if (details instanceof EventDetails.StateExited exited) {
      return payload("output", exited.output());
    }
    if (details instanceof EventDetails.TaskScheduled scheduled) {
      return payload("task input", scheduled.parameters());
    }
    if (details instanceof EventDetails.LambdaFunctionScheduled scheduled) {
      return payload("task input", scheduled.input());
    }
    if (details instanceof EventDetails.ActivityScheduled scheduled) {
      return payload("task input", scheduled.input());
    }
    if (details instanceof EventDetails.TaskOutput succeeded) {
      return payload("task result", succeeded.output());
    }
    return details instanceof EventDetails.Output succeeded
        ? payload("result", succeeded.output())
        : Optional.empty();
  }

  private static Optional<Payload> payload(String what, JsonNode json) {
    return Optional.of(new Payload(what, json));
  }
}
