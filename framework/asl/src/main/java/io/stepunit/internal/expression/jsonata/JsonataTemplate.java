package io.stepunit.internal.expression.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.ValueKind;
import io.stepunit.internal.expression.Want;
import io.stepunit.internal.expression.Wants;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A field of a JSONata state: any JSON value in which each string of the form <code>{% … %}</code>,
 * at any depth, stands for the result of its expression. Keys are copied as they are, those that
 * end in {@code .$} too.
 *
 * <pre>{@code
 * Expr output =
 *     JsonataTemplate.compile(
 *         "Output", Json.parse("{\"total\": \"{% $sum($states.result.prices) %}\"}"), WITH_RESULT);
 * }</pre>
 *
 * <p>Made once at load, immutable, shared by threads. See "Transforming data with JSONata" in the
 * AWS Step Functions Developer Guide.
 */
public final class JsonataTemplate implements Expr {
  private final Expr template;

  JsonataTemplate(Expr template) {
    this.template = template;
  }

  /**
   * A field whose value may be of any type.
   *
   * @param field the field as AWS's messages show it, such as {@code Output}, {@code Assign/x} or
   *     {@code Choices[0]/Condition}; parts of it are shown with {@code /key} and {@code [i]} added
   * @param value the field's value
   * @param allowed what {@code $states} has at this place
   * @throws io.stepunit.internal.expression.ExpressionSyntaxException if AWS would refuse an
   *     expression in the value; its pointer leads to that expression
   */
  public static JsonataTemplate compile(String field, JsonNode value, StatesVariables allowed) {
    return compile(field, value, allowed, ResultType.ANY);
  }

  /**
   * A field whose value must be of one type; an expression that returns another fails the state.
   *
   * @param expected the type
   */
  public static JsonataTemplate compile(
      String field, JsonNode value, StatesVariables allowed, ResultType expected) {
    return JsonataCompiler.compile(field, value, allowed, expected);
  }

  @Override
  public Set<String> variables() {
    return template.variables();
  }

  @Override
  public Stream<Read> reads(ValueKind expected) {
    return template.reads(expected);
  }

  @Override
  public Optional<DataPath> source() {
    return template.source();
  }

  @Override
  public Wants wants(Scope scope, List<DataPath.Step> inside, Want.Value value) {
    return template.wants(scope, inside, value);
  }

  @Override
  public List<String> warnings() {
    return template.warnings();
  }

  /**
   * {@inheritDoc}
   *
   * <p>A failure is named {@code States.QueryEvaluationError} and has a location.
   */
  @Override
  public JsonNode evaluate(Scope scope) {
    return template.evaluate(scope);
  }
}
