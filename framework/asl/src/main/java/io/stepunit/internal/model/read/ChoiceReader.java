package io.stepunit.internal.model.read;

import io.stepunit.internal.expression.choice.Condition;
import io.stepunit.internal.model.ChoiceState;
import io.stepunit.internal.model.DataFlow;
import io.stepunit.internal.model.StateInfo;

/**
 * Reads Choice states.
 *
 * @param fields the state's fields
 */
record ChoiceReader(Fields fields) {
  ChoiceState read(StateInfo info) {
    DataFlow dataFlow = fields.ofLanguage().ofPassiveState();
    return new ChoiceState(
        info,
        dataFlow,
        fields.requiredItems("Choices").stream().map(rule -> rule(rule, dataFlow)).toList(),
        fields.target("Default"));
  }

  private ChoiceState.Rule rule(LocatedNode node, DataFlow ofState) {
    Fields rule = fields.of(node, "a rule of a Choice state");
    String next = rule.requiredTarget("Next");
    DataFlow dataFlow = rule.ofLanguage().ofRule(ofState);
    rule.text("Comment");
    Condition condition = rule.ofLanguage().condition();
    return new ChoiceState.Rule(condition, next, dataFlow, node.location());
  }
}
