package io.stepunit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Optional;

/**
 * Something that the data has to be like for an expression to have some value.
 *
 * @param path the place in the data
 * @param value what has to be there
 */
public record Want(DataPath path, Value value) {
  /** What has to be at a place. */
  public sealed interface Value {
    /** A certain value. */
    record Is(JsonNode json) implements Value {}

    /** Any value. */
    record Some() implements Value {}

    /** No value. */
    record Nothing() implements Value {}

    /** A value that will do; empty if there is to be none. */
    default Optional<JsonNode> sample() {
      if (this instanceof Is is) {
        return Optional.of(is.json());
      }
      return this instanceof Some ? Optional.of(Json.NODES.textNode("text")) : Optional.empty();
    }
  }

  private static final Value SOME = new Value.Some();
  private static final Value NOTHING = new Value.Nothing();

  /** A certain value at a place. */
  public static Want is(DataPath path, JsonNode value) {
    return new Want(path, new Value.Is(value));
  }

  /** Any value at a place. */
  public static Want some(DataPath path) {
    return new Want(path, SOME);
  }

  /** No value at a place. */
  public static Want nothing(DataPath path) {
    return new Want(path, NOTHING);
  }

  /** The same at a place further inside. */
  public Want below(List<DataPath.Step> inside) {
    return new Want(path.with(inside), value);
  }
}
