package io.stepunit.internal.expression.choice;

import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.Wants;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rules of which one can settle the whole: {@code And} is settled by the first that does not hold,
 * {@code Or} by the first that does.
 */
final class Rules implements Condition {
  private final Condition[] rules;
  private final boolean settling;

  private Rules(Condition[] rules, boolean settling) {
    this.rules = rules;
    this.settling = settling;
  }

  static Rules and(Condition[] rules) {
    return new Rules(rules, false);
  }

  static Rules or(Condition[] rules) {
    return new Rules(rules, true);
  }

  @Override
  public Stream<Read> reads() {
    return Arrays.stream(rules).flatMap(Condition::reads);
  }

  @Override
  public Set<String> variables() {
    return Arrays.stream(rules)
        .flatMap(rule -> rule.variables().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public Wants toSettle(Scope scope, boolean holds) {
    List<Wants> all = Arrays.stream(rules).map(rule -> rule.wants(scope, holds)).toList();
    return holds == settling
        ? all.stream().reduce(Wants.IMPOSSIBLE, Wants::or)
        : all.stream().reduce(Wants.FULFILLED, Wants::and);
  }

  @Override
  public boolean test(Scope scope) {
    for (Condition rule : rules) {
      if (rule.test(scope) == settling) {
        return settling;
      }
    }
    return !settling;
  }

  @Override
  public boolean test(Scope scope, Outcomes outcomes) {
    for (int i = 0; i < rules.length; i++) {
      boolean holds = rules[i].test(scope, outcomes.within(i));
      outcomes.tested(i, holds);
      if (holds == settling) {
        return settling;
      }
    }
    return !settling;
  }

  @Override
  public List<Operand> operands() {
    String operator = settling ? "Or/" : "And/";
    return IntStream.range(0, rules.length)
        .mapToObj(i -> new Operand(operator + i, rules[i]))
        .toList();
  }

  @Override
  public Optional<Boolean> operandsOnce(boolean holds) {
    return holds != settling || rules.length == 1 ? Optional.of(holds) : Optional.empty();
  }
}
