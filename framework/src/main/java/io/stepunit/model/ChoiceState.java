package io.stepunit.model;

import io.stepunit.expression.choice.Condition;
import io.stepunit.expression.choice.Conditions;
import java.util.List;
import java.util.Optional;

/**
 * A Choice state.
 *
 * @param dataFlow how data goes in, and how it goes out by the {@code Default}
 * @param choices the rules in order; the first that holds decides
 * @param defaultNext the {@code Default}
 */
public record ChoiceState(
    StateInfo info, DataFlow dataFlow, List<Rule> choices, Optional<String> defaultNext)
    implements State {
  static ChoiceState read(StateInfo info, Fields fields) {
    JsonPathDataFlow dataFlow = JsonPathDataFlow.ofPassiveState(fields);
    return new ChoiceState(
        info,
        dataFlow,
        fields.requiredItems("Choices").stream()
            .map(rule -> Rule.read(fields, rule, dataFlow))
            .toList(),
        fields.target("Default"));
  }

  @Override
  public StateType type() {
    return StateType.CHOICE;
  }

  /**
   * One entry of {@code Choices}.
   *
   * @param dataFlow how data goes out where the rule holds: the state's own {@code Assign} and
   *     {@code Output} do not count then
   */
  public record Rule(Condition condition, String next, DataFlow dataFlow, SourceLocation location) {
    private static final Condition NEVER = scope -> false;

    private static Rule read(Fields state, LocatedNode rule, JsonPathDataFlow ofState) {
      Fields fields = state.of(rule, "a rule of a Choice state");
      fields.refuseJsonata("Condition", "Output");
      String next = fields.requiredTarget("Next");
      DataFlow dataFlow = ofState.assigning(Assign.read(fields));
      fields.text("Comment");
      fields.reportMissing();
      return new Rule(condition(fields), next, dataFlow, rule.location());
    }

    private static Condition condition(Fields fields) {
      LocatedNode rule = fields.object();
      boolean compilable = rule.value().isObject() && !fields.has("Condition");
      return compilable
          ? Compile.guarded(fields, rule, NEVER, () -> Conditions.compile(rule.value()))
          : NEVER;
    }
  }
}
