package io.stepunit.internal.model;

import io.stepunit.asl.SourceLocation;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.choice.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  @Override
  public List<StateTarget> targets() {
    List<StateTarget> targets = new ArrayList<>();
    defaultNext.map(StateTarget.Default::new).ifPresent(targets::add);
    for (int i = 0; i < choices.size(); i++) {
      targets.add(new StateTarget.OfRule(i, choices.get(i)));
    }
    return targets;
  }

  @Override
  public boolean ends() {
    return false;
  }

  @Override
  public Stream<Read> reads() {
    return Stream.concat(dataFlow.reads(), choices.stream().flatMap(Rule::reads));
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
    private Stream<Read> reads() {
      return Stream.concat(condition.reads(), dataFlow.reads());
    }
  }
}
