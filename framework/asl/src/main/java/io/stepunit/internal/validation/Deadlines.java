package io.stepunit.internal.validation;

import io.stepunit.asl.Rule;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;
import java.util.Optional;

/** Timeouts and heartbeats of a Task. */
final class Deadlines implements StateCheck {
  private static final String TIMEOUT = "TimeoutSeconds";
  private static final String HEARTBEAT = "HeartbeatSeconds";

  @Override
  public void check(StateNode state, Diagnostics diagnostics) {
    if (!state.is("Task")) {
      return;
    }
    checkOrder(state, diagnostics);
    boolean timeout = state.has(TIMEOUT) || state.has(TIMEOUT + "Path");
    boolean heartbeat = state.has(HEARTBEAT) || state.has(HEARTBEAT + "Path");
    boolean callback = state.text("Resource").endsWith(".waitForTaskToken");
    if (callback && !timeout && !heartbeat) {
      diagnostics.report(
          Rule.CALLBACK_WITHOUT_TIMEOUT,
          "The Task waits for a callback without a timeout",
          state.node().location(),
          "if the token is lost, it waits for a year; add HeartbeatSeconds or TimeoutSeconds");
    } else if (!callback && !timeout) {
      diagnostics.report(
          Rule.TASK_WITHOUT_TIMEOUT,
          "The Task has no TimeoutSeconds",
          state.node().location(),
          "if no answer arrives, it waits for 99,999,999 seconds");
    }
  }

  private static void checkOrder(StateNode state, Diagnostics diagnostics) {
    Optional<Long> timeout = state.field(TIMEOUT).flatMap(Deadlines::number);
    Optional<LocatedNode> heartbeat = state.field(HEARTBEAT);
    Optional<Long> seconds = heartbeat.flatMap(Deadlines::number);
    if (timeout.isPresent() && seconds.isPresent() && seconds.get() >= timeout.get()) {
      diagnostics.report(
          Rule.HEARTBEAT_NOT_BELOW_TIMEOUT,
          "HeartbeatSeconds must be smaller than TimeoutSeconds",
          heartbeat.get().location(),
          "found " + seconds.get() + ", and a TimeoutSeconds of " + timeout.get());
    }
  }

  private static Optional<Long> number(LocatedNode field) {
    return Optional.of(field.value())
        .filter(value -> value.isIntegralNumber() && value.canConvertToLong())
        .map(value -> value.longValue());
  }
}
