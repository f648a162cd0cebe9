package io.stepunit.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.expression.EvaluationException;
import io.stepunit.expression.Scope;
import io.stepunit.model.Assign;
import io.stepunit.model.ChoiceState;
import io.stepunit.model.Transition;
import java.util.Optional;

/** Goes on where the first rule that holds leads. */
final class ChoiceBehaviour implements Behaviour<ChoiceState> {
  @Override
  public Effect enter(ChoiceState state, Frame frame) {
    JsonNode input = JsonPathFields.afterInputPath(state.dataFlow(), frame);
    Scope scope = frame.withInput(input);
    for (ChoiceState.Rule rule : state.choices()) {
      if (rule.condition().test(scope)) {
        return leave(state, frame, input, rule.next(), rule.assign());
      }
    }
    if (state.defaultNext().isPresent()) {
      return leave(state, frame, input, state.defaultNext().get(), state.dataFlow().assign());
    }
    throw EvaluationException.runtime(
        "Failed to transition out of the state. The state does not point to a next state.");
  }

  private static Effect leave(
      ChoiceState state, Frame frame, JsonNode input, String next, Optional<Assign> assign) {
    return JsonPathFields.exit(state.dataFlow(), frame, input, new Transition.Next(next), assign);
  }

  @Override
  public Effect resume(ChoiceState state, Frame frame, Outcome outcome) {
    throw new IllegalStateException("A Choice state does not wait for anything");
  }
}
