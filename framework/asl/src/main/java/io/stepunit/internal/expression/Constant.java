package io.stepunit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** A value in which nothing is computed. */
record Constant(JsonNode value) implements Expr {
  @Override
  public JsonNode evaluate(Scope scope) {
    return value;
  }

  @Override
  public boolean isConstant() {
    return true;
  }

  @Override
  public Stream<Read> reads(ValueKind expected) {
    return Stream.empty();
  }
}
