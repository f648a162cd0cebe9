package io.stepunit.internal.expression.choice;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DecidingValues;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.Want;
import io.stepunit.internal.expression.Wants;
import io.stepunit.internal.expression.path.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A comparison of the values at two paths. */
record PathTest(Path variable, Path other, Family family, Relation relation) implements Condition {
  @Override
  public boolean test(Scope scope) {
    return relation.holds(
        family.order(DataTest.read(variable, scope), DataTest.read(other, scope)));
  }

  @Override
  public Stream<Read> reads() {
    JsonNode some = DecidingValues.of(family.valueKind()).get(0);
    List<JsonNode> values = family.deciding(some, relation);
    return Stream.concat(
        variable.reads(Read.compared(variable.data(), family.valueKind(), values)),
        other.reads(Read.compared(other.data(), family.valueKind(), values.subList(0, 1))));
  }

  @Override
  public Wants toSettle(Scope scope, boolean holds) {
    JsonNode right = other.find(scope);
    JsonNode left = variable.find(scope);
    if (right == null) {
      JsonNode some = DecidingValues.of(family.valueKind()).get(0);
      return Wants.of(Want.is(other.data(), some)).and(variable(some, holds));
    }
    return left == null ? variable(right, holds) : variable(right, holds).or(other(left, holds));
  }

  private Wants variable(JsonNode right, boolean holds) {
    return Wants.oneOf(
        variable.data(), near(right).filter(left -> holds(left, right) == holds).toList());
  }

  private Wants other(JsonNode left, boolean holds) {
    return Wants.oneOf(
        other.data(), near(left).filter(right -> holds(left, right) == holds).toList());
  }

  private boolean holds(JsonNode left, JsonNode right) {
    return relation.holds(family.order(left, right));
  }

  private Stream<JsonNode> near(JsonNode value) {
    JsonNode some = DecidingValues.of(family.valueKind()).get(0);
    return family.deciding(family.isOfJsonType(value) ? value : some, relation).stream();
  }

  @Override
  public Set<String> variables() {
    Set<String> names = new LinkedHashSet<>(variable.variables());
    names.addAll(other.variables());
    return names;
  }
}
