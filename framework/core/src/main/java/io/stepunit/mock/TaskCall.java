package io.stepunit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.JsonCodec;
import io.stepunit.internal.expression.ValueAt;
import io.stepunit.internal.spi.TaskRequest;
import java.lang.reflect.Type;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** One call of a mocked Task, as its answer sees it. */
public final class TaskCall {
  private final TaskRequest request;
  private final JsonCodec codec;

  TaskCall(TaskRequest request, JsonCodec codec) {
    this.request = request;
    this.codec = codec;
  }

  /** The effective input, after Parameters or Arguments; must not be changed. */
  public JsonNode input() {
    return request.input();
  }

  /**
   * A part of the input.
   *
   * @param path JSONPath, such as {@code $.mail}
   * @throws IllegalArgumentException if the path is no JSONPath into the input, or finds nothing
   */
  public JsonNode inputAt(String path) {
    return ValueAt.path(input(), path)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The input of '%s' has nothing at %s".formatted(request.state(), path)));
  }

  /**
   * The input as an object, by the environment's {@link JsonCodec}.
   *
   * @throws IllegalArgumentException if the input does not fit the type
   */
  public <T> T inputAs(Class<T> type) {
    return codec.fromJson(input(), type);
  }

  /**
   * The input as an object of a generic type.
   *
   * @throws IllegalArgumentException if the input does not fit the type
   */
  public <T> T inputAs(Type type) {
    return codec.fromJson(input(), type);
  }

  /** The state's name. */
  public String state() {
    return request.state();
  }

  /** The state's name with the branches and iterations that lead to it: {@code Lines[3]/Charge}. */
  public String path() {
    return request.path();
  }

  /** The indexes of the branches and iterations around the state, outermost first, 0-based. */
  public List<Integer> iterations() {
    return request.iterations();
  }

  /** The attempt within this visit of the state, 1-based. */
  public int attempt() {
    return request.attempt();
  }

  /** The call within the whole execution, over all visits and iterations of the state, 1-based. */
  public int invocation() {
    return request.invocation();
  }

  /** The token of a callback task or activity. */
  public Optional<String> taskToken() {
    return request.taskToken();
  }

  /** The virtual time. */
  public Clock clock() {
    return request.clock();
  }
}
