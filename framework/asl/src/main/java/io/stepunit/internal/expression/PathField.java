package io.stepunit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.path.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A field that holds a path and nothing else, such as {@code InputPath}. */
record PathField(Path path) implements Expr {
  static PathField compile(String text) {
    return new PathField(Path.compile(text));
  }

  @Override
  public Stream<Read> reads(ValueKind expected) {
    return path.reads(expected);
  }

  @Override
  public Optional<DataPath> source() {
    return Optional.of(path.data());
  }

  @Override
  public Wants wants(Scope scope, List<DataPath.Step> inside, Want.Value value) {
    return Wants.of(new Want(path.place(inside), value));
  }

  @Override
  public Set<String> variables() {
    return path.variables();
  }

  @Override
  public JsonNode evaluate(Scope scope) {
    JsonNode value = path.find(scope);
    if (value == null) {
      throw EvaluationException.runtime(
          "Invalid path '" + path.text() + "' : " + path.explain(scope).reason());
    }
    return value;
  }
}
