package io.stepunit.internal.expression.choice;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DecidingValues;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.Scope;
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
  public Set<String> variables() {
    Set<String> names = new LinkedHashSet<>(variable.variables());
    names.addAll(other.variables());
    return names;
  }
}
