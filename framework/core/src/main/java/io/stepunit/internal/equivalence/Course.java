package io.stepunit.internal.equivalence;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.history.StateVisit;
import io.stepunit.internal.history.ExecutionRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an execution did.
 *
 * @param status {@code WAITING} if it waits for ever
 * @param ended its virtual end
 * @param sent what its Tasks sent, in order
 */
record Course(ExecutionRecord execution, String status, Instant ended, List<SentRequest> sent) {
  static Course of(ExecutionRecord execution, List<SentRequest> sent) {
    boolean waits = execution.status() == ExecutionStatus.RUNNING;
    return new Course(
        execution,
        waits ? "WAITING" : execution.status().name(),
        execution.description().stoppedAt().orElse(execution.description().observedAt()),
        sent);
  }

  boolean succeeded() {
    return execution.status() == ExecutionStatus.SUCCEEDED;
  }

  Optional<JsonNode> output() {
    return execution.description().output();
  }

  Optional<String> error() {
    return execution.description().error();
  }

  Optional<String> cause() {
    return execution.description().cause();
  }

  /** The time from the start to an instant. */
  Duration after(Instant at) {
    return Duration.between(execution.description().startedAt(), at);
  }

  /** The outputs of a state, visit by visit. */
  List<JsonNode> outputsOf(String state) {
    return execution.visits(state).stream()
        .map(StateVisit::output)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Status and error. */
  String outcome() {
    return status + error().map(name -> " with " + name).orElse("");
  }
}
