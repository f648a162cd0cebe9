package io.stepunit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;

/** The whole input, for a field that is left out. */
record WholeInput() implements Expr {
  static final WholeInput INSTANCE = new WholeInput();

  @Override
  public JsonNode evaluate(Scope scope) {
    return scope.input();
  }

  @Override
  public JsonNode evaluate(Scope scope, JsonNode input) {
    return input;
  }

  @Override
  public Stream<Read> reads(ValueKind expected) {
    return Stream.of(Read.of(DataPath.of(DataPath.Source.INPUT), expected));
  }

  @Override
  public Optional<DataPath> source() {
    return Optional.of(DataPath.of(DataPath.Source.INPUT));
  }
}
