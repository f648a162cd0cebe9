package io.stepunit.internal.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.FailState;
import io.stepunit.internal.model.Setting;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends its scope with an error. */
final class FailBehaviour implements Behaviour<FailState> {
  @Override
  public Effect enter(FailState state, Frame frame) {
    return new Effect.Raise(StatesError.of(text(state.error(), frame), text(state.cause(), frame)));
  }

  private static @Nullable String text(Optional<Setting<String>> setting, Frame frame) {
    if (setting.isEmpty()) {
      return null;
    }
    Setting<String> given = setting.get();
    if (given instanceof Setting.AtPath<String> at) {
      JsonNode value = at.expr().evaluate(frame);
      if (!value.isTextual()) {
        throw EvaluationException.runtime(
            "The "
                + at.field()
                + " field refers to value "
                + Json.text(value)
                + " which is not a string: "
                + at.path());
      }
      return value.textValue();
    }
    if (given instanceof Setting.Computed<String> computed) {
      return computed.expr().evaluate(frame).textValue();
    }
    return ((Setting.Constant<String>) given).value();
  }

  @Override
  public Effect resume(FailState state, Frame frame, Outcome outcome) {
    throw new IllegalStateException("A Fail state does not wait for anything");
  }
}
