package io.stepunit.internal.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.model.State;
import io.stepunit.teststate.StateStatus;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The response of TestState.
 *
 * @param state the state that was tested
 * @param input the state's raw input
 * @param status what came of the state
 * @param left how the state was left; empty if it failed and nothing caught it
 * @param failure what the state failed with, also if it is retried or caught
 * @param inspectionData the data after each step, under the service's names
 */
public record TestStateResponse(
    State state,
    JsonNode input,
    StateStatus status,
    Optional<Left> left,
    Optional<Failure> failure,
    JsonNode inspectionData) {
  /** How a state was left: as usual, or by a Catcher. */
  public record Left(JsonNode output, Optional<String> next, Map<String, JsonNode> assigned) {}

  /** What a state failed with. */
  public record Failure(Optional<String> error, Optional<String> cause, ErrorHandling handling) {}

  /**
   * What Retry and Catch make of an error.
   *
   * @param retryIndex the Retrier that matches, 0-based, exhausted or not
   * @param retryDelay the delay before the retry; empty if the Retrier is exhausted
   * @param catchIndex the Catcher that goes on, 0-based
   */
  public record ErrorHandling(
      Optional<Integer> retryIndex, Optional<Duration> retryDelay, Optional<Integer> catchIndex) {
    static final ErrorHandling NONE =
        new ErrorHandling(Optional.empty(), Optional.empty(), Optional.empty());
  }
}
