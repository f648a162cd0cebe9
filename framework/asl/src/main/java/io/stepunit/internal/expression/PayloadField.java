package io.stepunit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.stepunit.internal.expression.intrinsic.IntrinsicCall;
import io.stepunit.internal.expression.path.Miss;
import io.stepunit.internal.expression.path.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A path under a key ending in {@code .$}, in {@code ErrorPath} or in {@code CausePath}. */
record PayloadField(String field, Path path) implements Expr {
  static Expr compile(String field, String text) {
    try {
      return text.startsWith("$")
          ? new PayloadField(field, Path.compile(text))
          : IntrinsicCall.compile(text);
    } catch (ExpressionSyntaxException e) {
      throw new ExpressionSyntaxException(problem(field), e.detail());
    }
  }

  static String problem(String field) {
    return "The value for the field '"
        + field
        + "' must be a valid JSONPath or a valid intrinsic function call";
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
    return value == null ? missing(scope) : value;
  }

  private JsonNode missing(Scope scope) {
    Miss miss = path.explain(scope);
    if (miss.kind() == Miss.Kind.BEYOND_THE_END) {
      return NullNode.getInstance();
    }
    throw EvaluationException.runtime(
        "The JSONPath '%s' specified for the field '%s' could not be found in the input '%s'"
            .formatted(path.text(), field, path.searchedText(scope)));
  }
}
