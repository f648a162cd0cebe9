package io.stepunit.internal.coverage;

import io.stepunit.internal.expression.choice.Condition;
import java.util.List;
import java.util.Optional;

/** How often a rule, or an operand of one, held and did not. */
final class RuleHits implements Condition.Outcomes {
  private final Condition rule;
  private final List<RuleHits> operands;
  private final Tally held;
  private final Tally failed;
  private final boolean tellsAllIfHeld;
  private final boolean tellsAllIfFailed;

  /**
   * @param key the JSON pointer of the rule
   */
  RuleHits(String key, Condition rule, Tallies tallies) {
    this.rule = rule;
    this.held = tallies.of(key + Keys.TRUE);
    this.failed = tallies.of(key + Keys.FALSE);
    this.operands =
        rule.operands().stream()
            .map(operand -> new RuleHits(key + "/" + operand.pointer(), operand.rule(), tallies))
            .toList();
    this.tellsAllIfHeld = tellsOperands(rule, operands, true);
    this.tellsAllIfFailed = tellsOperands(rule, operands, false);
  }

  /** Counts the rule without its operands. */
  void count(boolean holds) {
    (holds ? held : failed).add();
  }

  /** Whether it tells how all that is in it turned out by how it did itself. */
  boolean tellsAll(boolean holds) {
    return holds ? tellsAllIfHeld : tellsAllIfFailed;
  }

  private static boolean tellsOperands(Condition rule, List<RuleHits> operands, boolean holds) {
    if (operands.isEmpty()) {
      return true;
    }
    Optional<Boolean> each = rule.operandsOnce(holds);
    return each.isPresent() && operands.stream().allMatch(it -> it.tellsAll(each.get()));
  }

  /** Counts the rule with its operands, which it {@link #tellsAll} of. */
  void countAll(boolean holds) {
    count(holds);
    rule.operandsOnce(holds).ifPresent(each -> operands.forEach(it -> it.countAll(each)));
  }

  @Override
  public void tested(int operand, boolean holds) {
    operands.get(operand).count(holds);
  }

  @Override
  public Condition.Outcomes within(int operand) {
    return operands.get(operand);
  }
}
