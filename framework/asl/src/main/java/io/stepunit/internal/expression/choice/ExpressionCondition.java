package io.stepunit.internal.expression.choice;

import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.ValueKind;
import io.stepunit.internal.expression.Want;
import io.stepunit.internal.expression.Wants;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code Condition} of a rule in JSONata.
 *
 * @param expr returns a boolean, or fails
 */
record ExpressionCondition(Expr expr) implements Condition {
  @Override
  public boolean test(Scope scope) {
    return expr.evaluate(scope).booleanValue();
  }

  @Override
  public Wants toSettle(Scope scope, boolean holds) {
    return expr.wants(scope, List.of(), new Want.Value.Is(Json.NODES.booleanNode(holds)));
  }

  @Override
  public Stream<Read> reads() {
    return expr.reads(ValueKind.BOOLEAN);
  }

  @Override
  public Set<String> variables() {
    return expr.variables();
  }
}
