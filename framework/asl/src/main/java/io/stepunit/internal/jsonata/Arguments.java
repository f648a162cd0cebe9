package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The arguments of a call, of the types that the function's signature promises. */
public final class Arguments {
  private final JsonNode[] values;

  Arguments(JsonNode[] values) {
    this.values = values;
  }

  public int count() {
    return values.length;
  }

  /** Any value; {@link Values#UNDEFINED} if it is not given. */
  public JsonNode value(int index) {
    return index < values.length ? values[index] : Values.UNDEFINED;
  }

  /** Whether it is given and not undefined. */
  public boolean has(int index) {
    return value(index) != Values.UNDEFINED;
  }

  /** A string, or null if it is undefined. */
  public @Nullable String text(int index) {
    return value(index).textValue();
  }

  /** A number as JSONata calculates with it; not a number if it is undefined. */
  public double number(int index) {
    JsonNode value = value(index);
    return value.isNumber() ? value.doubleValue() : Double.NaN;
  }

  /** A truth value; false if it is undefined. */
  public boolean isTrue(int index) {
    return value(index).booleanValue();
  }

  /** An array, or null if it is undefined. */
  public @Nullable ArrayNode array(int index) {
    return value(index) instanceof ArrayNode array ? array : null;
  }

  /** An object, or null if it is undefined. */
  public @Nullable ObjectNode object(int index) {
    return value(index) instanceof ObjectNode object ? object : null;
  }

  /** A function, or null if it is undefined. */
  public @Nullable FunctionValue function(int index) {
    return value(index) instanceof FunctionValue function ? function : null;
  }
}
