package io.stepunit.internal.expression.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.ValueKind;
import io.stepunit.internal.expression.Want;
import io.stepunit.internal.expression.Wants;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.jsonata.Node;
import io.stepunit.internal.jsonata.Parser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One {@code {% … %}} of a field. */
final class Expression implements Expr {
  private final String text;
  private final String location;
  private final ResultType expected;
  private final JsonataExpr compiled;
  private final @Nullable PlainPath plain;

  private Expression(
      String text,
      String location,
      ResultType expected,
      JsonataExpr compiled,
      @Nullable PlainPath plain) {
    this.text = text;
    this.location = location;
    this.expected = expected;
    this.compiled = compiled;
    this.plain = plain;
  }

  /**
   * @param text what stands between the delimiters
   * @param location where, such as {@code Output/values[0]}
   * @throws io.stepunit.internal.jsonata.SyntaxProblem if the text is no expression
   * @throws UnsupportedReference if it refers to something that does not exist
   */
  static Expression compile(
      String text, String location, StatesVariables allowed, ResultType expected) {
    Node parsed = Parser.parse(text);
    JsonataExpr compiled = JsonataExpr.compile(parsed, allowed);
    return new Expression(text, location, expected, compiled, PlainPath.of(parsed));
  }

  @Override
  public Set<String> variables() {
    return compiled.values();
  }

  @Override
  public Stream<Read> reads(ValueKind wanted) {
    return compiled.reads().all(expected == ResultType.ANY ? wanted : expected.kind());
  }

  @Override
  public Optional<DataPath> source() {
    return compiled.reads().source();
  }

  @Override
  public Wants wants(Scope scope, List<DataPath.Step> inside, Want.Value value) {
    return compiled.wants(scope, inside, value);
  }

  @Override
  public List<String> warnings() {
    return compiled.unknownFunctions().stream()
        .map(name -> "There is no function '$" + name + "' in Step Functions")
        .toList();
  }

  @Override
  public JsonNode evaluate(Scope scope) {
    try {
      JsonNode result = result(scope);
      if (result == null) {
        throw EvaluationFailure.undefined();
      }
      if (!expected.accepts(result)) {
        throw EvaluationFailure.unexpectedType(
            expected.words(), ResultType.of(result), Json.text(result));
      }
      return result;
    } catch (EvaluationFailure e) {
      throw EvaluationException.query(
          "The JSONata expression '%s' specified for the field '%s' %s"
              .formatted(text, location, e.ending()),
          location,
          e.getCause());
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "StepUnit failed at the JSONata expression '%s' of the field '%s'. This is a bug in StepUnit"
              .formatted(text, location),
          e);
    }
  }

  private @Nullable JsonNode result(Scope scope) {
    if (plain != null && plain.walk(scope) instanceof PlainPath.Walk.Done done) {
      JsonNode value = done.value();
      return value == null ? null : Results.json(value);
    }
    return compiled.evaluate(scope);
  }
}
