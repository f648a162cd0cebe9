package io.stepunit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
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
  public Wants wants(Scope scope, List<DataPath.Step> inside, Want.Value wanted) {
    return Trees.fits(Trees.find(value, inside), wanted) ? Wants.FULFILLED : Wants.IMPOSSIBLE;
  }

  @Override
  public Stream<Read> reads(ValueKind expected) {
    return Stream.empty();
  }
}
