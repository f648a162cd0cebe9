package io.stepunit.internal.expression.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.ExpressionSyntaxException;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.ValueKind;
import io.stepunit.internal.expression.Want;
import io.stepunit.internal.expression.Wants;
import io.stepunit.internal.json.SentJson;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An intrinsic function call, such as {@code States.Format('Hello {}', $.name)}. Text is parsed,
 * names and the number of arguments are checked when it is compiled.
 *
 * <p>See "Intrinsic functions for JSONPath states" in the Step Functions developer guide.
 */
public final class IntrinsicCall implements Expr {
  private final String text;
  private final Argument.Call call;

  private IntrinsicCall(String text, Argument.Call call) {
    this.text = text;
    this.call = call;
  }

  /**
   * Compiles a call.
   *
   * @throws ExpressionSyntaxException if the text is no call of a known function with as many
   *     arguments as it takes, or calls are nested more than 10 deep
   */
  public static IntrinsicCall compile(String text) {
    return new IntrinsicCall(text, CallParser.parse(text));
  }

  @Override
  public Stream<Read> reads(ValueKind expected) {
    return call.reads(expected);
  }

  @Override
  public Set<String> variables() {
    return call.variables();
  }

  @Override
  public List<String> warnings() {
    return call.warnings().stream()
        .map(problem -> "The function '" + text + "' always fails: " + problem)
        .toList();
  }

  @Override
  public Wants wants(Scope scope, List<DataPath.Step> inside, Want.Value value) {
    return new CallWants(scope).of(call, inside, value);
  }

  @Override
  public Wants toSucceed(Scope scope) {
    return new CallWants(scope).toSucceed(call);
  }

  @Override
  public JsonNode evaluate(Scope scope) {
    try {
      return SentJson.withoutText(call.evaluate(scope));
    } catch (CallFailure e) {
      throw EvaluationException.runtime(e.causeText(text));
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
