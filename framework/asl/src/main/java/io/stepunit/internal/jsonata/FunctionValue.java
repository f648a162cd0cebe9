package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ValueNode;
import org.jspecify.annotations.Nullable;

/** A function as a value: of the language, written in the expression, or a regular expression. */
public abstract class FunctionValue extends ValueNode {
  private static final long serialVersionUID = 1L;

  /** How many arguments {@code $map} and its like hand over at most. */
  public abstract int arity();

  /** Whether it is taken for true, which JavaScript tells by how it is made. */
  boolean isTrue() {
    return true;
  }

  /**
   * Calls the function.
   *
   * @param arguments what is given; may be more or less than it takes
   * @param context what a missing argument may come from
   * @param calledAs the name that the caller knows it by, for messages; null if it has none
   */
  abstract JsonNode apply(
      Evaluation evaluation, JsonNode[] arguments, JsonNode context, @Nullable String calledAs);

  @Override
  public final JsonNodeType getNodeType() {
    return JsonNodeType.POJO;
  }

  @Override
  public final JsonToken asToken() {
    return JsonToken.VALUE_EMBEDDED_OBJECT;
  }

  @Override
  public final String asText() {
    return "";
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public final int hashCode() {
    return arity();
  }

  @Override
  public final void serialize(JsonGenerator generator, SerializerProvider provider) {
    throw new IllegalStateException("a function has no JSON text");
  }
}
