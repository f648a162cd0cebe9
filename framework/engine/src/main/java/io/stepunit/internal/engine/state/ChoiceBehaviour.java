package io.stepunit.internal.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.model.ChoiceState;
import io.stepunit.internal.model.DataFlow;
import io.stepunit.internal.model.Transition;
import java.util.List;

/** Continues at the target of the first rule that holds. */
final class ChoiceBehaviour implements Behaviour<ChoiceState> {
  @Override
  public Effect enter(ChoiceState state, Frame frame) {
    JsonNode input = state.dataFlow().input(frame);
    Scope scope = frame.withInput(input);
    List<ChoiceState.Rule> rules = state.choices();
    for (int i = 0; i < rules.size(); i++) {
      ChoiceState.Rule rule = rules.get(i);
      if (rule.condition().test(scope)) {
        return new Effect.Choose(i, leave(rule.dataFlow(), frame, input, rule.next()));
      }
    }
    if (state.defaultNext().isPresent()) {
      return new Effect.Choose(
          rules.size(), leave(state.dataFlow(), frame, input, state.defaultNext().get()));
    }
    throw EvaluationException.runtime(
        "Failed to transition out of the state. The state does not point to a next state.");
  }

  private static Effect.Exit leave(DataFlow flow, Frame frame, JsonNode input, String next) {
    return Effect.Exit.of(new Transition.Next(next), flow.exit(frame, input));
  }

  @Override
  public Effect resume(ChoiceState state, Frame frame, Outcome outcome) {
    throw new IllegalStateException("A Choice state does not wait for anything");
  }
}
