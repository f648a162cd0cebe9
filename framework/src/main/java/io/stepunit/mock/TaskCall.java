package io.stepunit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.expression.ExpressionSyntaxException;
import io.stepunit.expression.Scope;
import io.stepunit.expression.path.Path;
import io.stepunit.spi.JsonCodec;
import io.stepunit.spi.TaskRequest;
import java.lang.reflect.Type;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

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
    JsonNode found;
    try {
      found = Path.compile(path).find(new InputOnly(input()));
    } catch (ExpressionSyntaxException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    if (found == null) {
      throw new IllegalArgumentException(
          "The input of '%s' has nothing at %s".formatted(request.state(), path));
    }
    return found;
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

  /** Only the input can be read here: a path into the context object or a variable is refused. */
  private record InputOnly(JsonNode input) implements Scope {
    @Override
    public JsonNode context() {
      throw new IllegalArgumentException(
          "inputAt reads the input only, its paths start with a single $");
    }

    @Override
    public @Nullable JsonNode variable(String name) {
      throw new IllegalArgumentException(
          "inputAt reads the input only: write $.%s, not $%s".formatted(name, name));
    }

    @Override
    public RandomGenerator random() {
      throw new IllegalStateException("A path needs no random numbers");
    }

    @Override
    public Instant now() {
      throw new IllegalStateException("A path needs no time");
    }
  }
}
