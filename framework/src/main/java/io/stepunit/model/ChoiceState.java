package io.stepunit.model;

import io.stepunit.expression.choice.Condition;
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
  @Override
  public StateType type() {
    return StateType.CHOICE;
  }

  /** One entry of {@code Choices}. */
  public record Rule(
      Condition condition, String next, Optional<Assign> assign, SourceLocation location) {}
}
