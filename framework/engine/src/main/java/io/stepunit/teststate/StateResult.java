package io.stepunit.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.expression.ValueAt;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.State;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The result of a single-state test: the response of TestState. Immutable.
 *
 * <pre>{@code
 * StateResult result = order.state("Route").input(Map.of("amount", 900)).test();
 * result.nextState()   // Optional[ManualReview]
 * }</pre>
 *
 * @since 0.1.0
 */
public final class StateResult {
  private final State state;
  private final JsonNode input;
  private final StateStatus status;
  private final Optional<JsonNode> output;
  private final Optional<String> nextState;
  private final Map<String, JsonNode> assigned;
  private final Optional<String> error;
  private final Optional<String> cause;
  private final ErrorHandling handling;
  private final JsonNode inspectionData;

  /**
   * What Retry and Catch make of an error.
   *
   * @param retryIndex the Retrier that matches, 0-based, exhausted or not
   * @param retryDelay the delay before the retry; empty if the Retrier is exhausted
   * @param catchIndex the Catcher that goes on, 0-based
   */
  record ErrorHandling(
      Optional<Integer> retryIndex, Optional<Duration> retryDelay, Optional<Integer> catchIndex) {
    static final ErrorHandling NONE =
        new ErrorHandling(Optional.empty(), Optional.empty(), Optional.empty());
  }

  StateResult(
      State state,
      JsonNode input,
      StateStatus status,
      Optional<Left> left,
      Optional<Failure> failure,
      JsonNode inspectionData) {
    this.state = state;
    this.input = input;
    this.status = status;
    this.output = left.map(Left::output);
    this.nextState = left.flatMap(Left::next);
    this.assigned = left.map(Left::assigned).orElse(Map.of());
    this.error = failure.flatMap(Failure::error);
    this.cause = failure.flatMap(Failure::cause);
    this.handling = failure.map(Failure::handling).orElse(ErrorHandling.NONE);
    this.inspectionData = inspectionData;
  }

  /** How a state was left: as usual, or by a Catcher. */
  record Left(JsonNode output, Optional<String> next, Map<String, JsonNode> assigned) {}

  /** What a state failed with. */
  record Failure(Optional<String> error, Optional<String> cause, ErrorHandling handling) {}

  /** The state that was tested. */
  public State state() {
    return state;
  }

  /** The state's raw input. */
  public JsonNode input() {
    return input.deepCopy();
  }

  public StateStatus status() {
    return status;
  }

  /** The output; empty if the state failed and nothing caught it. */
  public Optional<JsonNode> output() {
    return output.map(JsonNode::deepCopy);
  }

  /**
   * A value in the output, by its JSONPath; empty if the output has none there or there is no
   * output.
   *
   * @param path {@code $}, or a path that begins with {@code $.} or {@code $[}
   * @throws IllegalArgumentException if the text is no such path
   */
  public Optional<JsonNode> outputAt(String path) {
    return output().flatMap(value -> ValueAt.path(value, path));
  }

  /** Returns the next state, also after a Catcher; empty if the machine ends or fails here. */
  public Optional<String> nextState() {
    return nextState;
  }

  /** The variables that the state assigned, by name, in the order of its {@code Assign}. */
  public Map<String, JsonNode> assigned() {
    return assigned;
  }

  /** The error name, also of an error that is retried or caught. */
  public Optional<String> error() {
    return error;
  }

  /** The cause, without the words that name the state in an execution. */
  public Optional<String> cause() {
    return cause;
  }

  /** The delay before the retry; empty unless the status is {@link StateStatus#RETRIABLE}. */
  public Optional<Duration> retryDelay() {
    return handling.retryDelay();
  }

  /** Returns the index of the first Retrier that matches the error, exhausted or not. */
  public Optional<Integer> retryIndex() {
    return handling.retryIndex();
  }

  /** Returns the index of the Catcher that caught the error. */
  public Optional<Integer> catchIndex() {
    return handling.catchIndex();
  }

  /**
   * The data after each step, under the service's names such as {@code afterParameters}; an object,
   * empty with {@link InspectionLevel#INFO}.
   */
  public JsonNode inspectionData() {
    return inspectionData.deepCopy();
  }

  /** One entry of {@link #inspectionData()}, such as {@code afterArguments}. */
  public Optional<JsonNode> inspected(String name) {
    return Optional.ofNullable(inspectionData.get(name)).map(JsonNode::deepCopy);
  }

  /**
   * The result as the service's TestState answers it, its data as JSON instead of text: {@code
   * {"status": …, "output": …, "nextState": …, "error": …, "cause": …, "inspectionData": …}}.
   */
  public JsonNode toJson() {
    ObjectNode json = Json.NODES.objectNode();
    json.put("status", status.name());
    output.ifPresent(value -> json.set("output", value.deepCopy()));
    nextState.ifPresent(name -> json.put("nextState", name));
    error.ifPresent(name -> json.put("error", name));
    cause.ifPresent(text -> json.put("cause", text));
    if (!inspectionData.isEmpty()) {
      json.set("inspectionData", inspectionData());
    }
    return json;
  }

  @Override
  public String toString() {
    return state.name() + " " + toJson();
  }
}
