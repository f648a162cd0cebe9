package io.stepunit.internal.coverage;

import io.stepunit.internal.expression.choice.Condition;
import java.util.List;

/** How often a rule, or an operand of one, held and did not. */
final class RuleHits implements Condition.Outcomes {
  private final String key;
  private final List<RuleHits> operands;
  private long held;
  private long failed;

  /**
   * @param key the JSON pointer of the rule
   */
  RuleHits(String key, Condition rule) {
    this.key = key;
    this.operands =
        rule.operands().stream()
            .map(operand -> new RuleHits(key + "/" + operand.pointer(), operand.rule()))
            .toList();
  }

  String key() {
    return key;
  }

  boolean hasOperands() {
    return !operands.isEmpty();
  }

  void count(boolean holds) {
    if (holds) {
      held++;
    } else {
      failed++;
    }
  }

  @Override
  public void tested(int operand, boolean holds) {
    operands.get(operand).count(holds);
  }

  @Override
  public Condition.Outcomes within(int operand) {
    return operands.get(operand);
  }

  void tell(KeyCounts counts) {
    counts.add(key, Keys.TRUE, held);
    counts.add(key, Keys.FALSE, failed);
    operands.forEach(operand -> operand.tell(counts));
  }
}
