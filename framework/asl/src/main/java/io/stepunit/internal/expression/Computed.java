package io.stepunit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import java.util.stream.Stream;

/** An expression of StepUnit's own. */
record Computed(Function<Scope, JsonNode> body) implements Expr {
  @Override
  public JsonNode evaluate(Scope scope) {
    return body.apply(scope);
  }

  @Override
  public Stream<Read> reads(ValueKind expected) {
    return Stream.empty();
  }
}
