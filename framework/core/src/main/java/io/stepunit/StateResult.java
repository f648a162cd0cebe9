package io.stepunit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.asl.SourceLocation;
import io.stepunit.internal.expression.ValueAt;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.teststate.TestStateResponse;
import io.stepunit.internal.teststate.TestStateResponse.ErrorHandling;
import io.stepunit.internal.teststate.TestStateResponse.Failure;
import io.stepunit.internal.teststate.TestStateResponse.Left;
import io.stepunit.teststate.InspectionLevel;
import io.stepunit.teststate.StateStatus;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apiguardian.api.API;

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
@API(status = API.Status.EXPERIMENTAL)
public final class StateResult {
  private final TestStateResponse response;

  StateResult(TestStateResponse response) {
    this.response = response;
  }

  /** Returns the name of the state that was tested. */
  public String state() {
    return response.state().name();
  }

  /** Returns where the definition declares the state. */
  public SourceLocation location() {
    return response.state().location();
  }

  /** The state's raw input. */
  public JsonNode input() {
    return response.input().deepCopy();
  }

  /** Returns the outcome of the state. */
  public StateStatus status() {
    return response.status();
  }

  /** The output; empty if the state failed and nothing caught it. */
  public Optional<JsonNode> output() {
    return response.left().map(left -> left.output().deepCopy());
  }

  /**
   * A value in the output, by its JSONPath; empty if the output has none there or there is no
   * output.
   *
   * @param path {@code $}, or a path that begins with {@code $.} or {@code $[}
   * @throws IllegalArgumentException if the text is no such path
   */
  public Optional<JsonNode> outputAt(String path) {
    Objects.requireNonNull(path, "path");
    return output().flatMap(value -> ValueAt.path(value, path));
  }

  /** Returns the next state, also after a Catcher; empty if the machine ends or fails here. */
  public Optional<String> nextState() {
    return response.left().flatMap(Left::next);
  }

  /** The variables that the state assigned, by name, in the order of its {@code Assign}. */
  public Map<String, JsonNode> assigned() {
    Map<String, JsonNode> copies = new LinkedHashMap<>();
    response
        .left()
        .ifPresent(
            left -> left.assigned().forEach((name, value) -> copies.put(name, value.deepCopy())));
    return Collections.unmodifiableMap(copies);
  }

  /** The error name, also of an error that is retried or caught. */
  public Optional<String> error() {
    return response.failure().flatMap(Failure::error);
  }

  /** The cause, without the prefix that names the state in an execution. */
  public Optional<String> cause() {
    return response.failure().flatMap(Failure::cause);
  }

  /** The delay before the retry; empty unless the status is {@link StateStatus#RETRIABLE}. */
  public Optional<Duration> retryDelay() {
    return handling().flatMap(ErrorHandling::retryDelay);
  }

  /** Returns the index of the first Retrier that matches the error, exhausted or not. */
  public Optional<Integer> retryIndex() {
    return handling().flatMap(ErrorHandling::retryIndex);
  }

  /** Returns the index of the Catcher that caught the error. */
  public Optional<Integer> catchIndex() {
    return handling().flatMap(ErrorHandling::catchIndex);
  }

  private Optional<ErrorHandling> handling() {
    return response.failure().map(Failure::handling);
  }

  /**
   * The data after each step, under the service's names such as {@code afterParameters}; an object,
   * empty with {@link InspectionLevel#INFO}.
   */
  public JsonNode inspectionData() {
    return response.inspectionData().deepCopy();
  }

  /** One entry of {@link #inspectionData()}, such as {@code afterArguments}. */
  public Optional<JsonNode> inspected(String name) {
    Objects.requireNonNull(name, "name");
    return Optional.ofNullable(response.inspectionData().get(name)).map(JsonNode::deepCopy);
  }

  /**
   * The result as TestState returns it, with data as JSON instead of text: {@code {"status": …,
   * "output": …, "nextState": …, "error": …, "cause": …, "inspectionData": …}}.
   */
  public JsonNode toJson() {
    ObjectNode json = Json.NODES.objectNode();
    json.put("status", status().name());
    output().ifPresent(value -> json.set("output", value));
    nextState().ifPresent(name -> json.put("nextState", name));
    error().ifPresent(name -> json.put("error", name));
    cause().ifPresent(text -> json.put("cause", text));
    if (!response.inspectionData().isEmpty()) {
      json.set("inspectionData", inspectionData());
    }
    return json;
  }

  @Override
  public String toString() {
    return state() + " " + toJson();
  }
}
