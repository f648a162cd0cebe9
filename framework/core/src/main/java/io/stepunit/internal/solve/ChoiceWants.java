package io.stepunit.internal.solve;

import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.Wants;
import io.stepunit.internal.expression.choice.Condition;
import io.stepunit.internal.model.ChoiceState;
import java.util.List;

/** What the data of a Choice has to be like for its rules to turn out in some way. */
final class ChoiceWants {
  private ChoiceWants() {}

  /**
   * For a rule to be taken.
   *
   * @param rule its index; that of the Default comes after the rules'
   */
  static Wants taking(ChoiceState choice, Scope scope, int rule) {
    List<ChoiceState.Rule> rules = choice.choices();
    Wants wants =
        rule < rules.size() ? rules.get(rule).condition().wants(scope, true) : Wants.FULFILLED;
    return wants.and(comingTo(rule, choice, scope));
  }

  /** For a rule or an operand to hold, or not to hold. */
  static Wants of(ChoiceState choice, Scope scope, Goal.Move.Test test) {
    Wants wants = comingTo(test.rule(), choice, scope);
    Condition condition = choice.choices().get(test.rule()).condition();
    String way = test.operand();
    while (!way.isEmpty()) {
      Condition.Operand on = operandOn(way, condition);
      for (Condition.Operand before : condition.operands()) {
        if (before.equals(on)) {
          break;
        }
        // And comes to its next operand as long as they hold, Or as long as none does.
        wants = wants.and(before.rule().wants(scope, on.pointer().startsWith("And/")));
      }
      condition = on.rule();
      way = way.equals(on.pointer()) ? "" : way.substring(on.pointer().length() + 1);
    }
    return condition.wants(scope, test.holds()).and(wants);
  }

  /** For the rules before one not to hold. */
  private static Wants comingTo(int rule, ChoiceState choice, Scope scope) {
    Wants wants = Wants.FULFILLED;
    for (int i = 0; i < rule; i++) {
      wants = wants.and(choice.choices().get(i).condition().wants(scope, false));
    }
    return wants;
  }

  private static Condition.Operand operandOn(String way, Condition condition) {
    return condition.operands().stream()
        .filter(operand -> way.equals(operand.pointer()) || way.startsWith(operand.pointer() + "/"))
        .findFirst()
        .orElseThrow();
  }
}
