package io.stepunit.model;

import io.stepunit.expression.choice.Condition;
import io.stepunit.expression.choice.Conditions;
import java.util.List;
import java.util.Optional;

/**
 * A Choice state.
 *
 * @param choices the rules in order; the first that holds decides
 * @param defaultNext the {@code Default}
 */
public record ChoiceState(
    StateInfo info, DataFlow dataFlow, List<Rule> choices, Optional<String> defaultNext)
    implements State {
  static ChoiceState read(StateInfo info, Fields fields) {
    return new ChoiceState(
        info,
        DataFlow.ofPassiveState(fields),
        fields.requiredItems("Choices").stream().map(rule -> Rule.read(fields, rule)).toList(),
        fields.target("Default"));
  }

  @Override
  public StateType type() {
    return StateType.CHOICE;
  }

  /** One entry of {@code Choices}. */
  public record Rule(
      Condition condition, String next, Optional<Assign> assign, SourceLocation location) {
    private static final Condition NEVER = scope -> false;

    private static Rule read(Fields state, LocatedNode rule) {
      Fields fields = state.of(rule, "a rule of a Choice state");
      fields.refuseJsonata("Condition", "Output");
      String next = fields.requiredTarget("Next");
      Optional<Assign> assign = Assign.read(fields);
      fields.text("Comment");
      fields.reportMissing();
      return new Rule(condition(fields), next, assign, rule.location());
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
