package io.stepunit.internal.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.Timestamps;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Setting;
import io.stepunit.internal.model.WaitState;
import io.stepunit.internal.model.WaitState.Until;
import java.time.Duration;
import java.time.Instant;

/** Waits for seconds, or until an instant. */
final class WaitBehaviour implements Behaviour<WaitState> {
  /** AWS counts the delay in seconds of 31 bits. */
  private static final Duration LONGEST = Duration.ofSeconds(Integer.MAX_VALUE);

  @Override
  public Effect enter(WaitState state, Frame frame) {
    Scope scope = frame.withInput(state.dataFlow().input(frame));
    Duration delay = delay(state.until(), scope, frame.now());
    if (delay.compareTo(LONGEST) > 0) {
      throw EvaluationException.runtime("Wait state delay is too long.");
    }
    return new Effect.SleepUntil(frame.now().plus(delay));
  }

  private static Duration delay(Until until, Scope scope, Instant now) {
    if (until instanceof Until.Seconds seconds) {
      return Duration.ofSeconds(seconds(seconds.seconds(), scope));
    }
    Duration delay = Duration.between(now, timestamp(((Until.Timestamp) until).timestamp(), scope));
    return delay.isNegative() ? Duration.ZERO : delay;
  }

  private static long seconds(Setting<Long> setting, Scope scope) {
    if (setting instanceof Setting.AtPath<Long> at) {
      JsonNode value = valueAt(at, scope);
      JsonNode number = SettingValues.numberIn(value);
      if (!SettingValues.isWhole(number)) {
        throw EvaluationException.runtime(
            "The "
                + at.field()
                + " parameter cannot be parsed as a long value: "
                + shown(at, value));
      }
      if (number.longValue() < 0) {
        throw EvaluationException.runtime(
            "The " + at.field() + " parameter references a negative value: " + shown(at, value));
      }
      return number.longValue();
    }
    if (setting instanceof Setting.Computed<Long> computed) {
      return computedSeconds(computed, scope);
    }
    return ((Setting.Constant<Long>) setting).value();
  }

  private static long computedSeconds(Setting.Computed<Long> computed, Scope scope) {
    long seconds = SettingValues.wholeNumber(computed, scope);
    if (seconds < 0) {
      throw EvaluationException.query(
          "The " + computed.field() + " field cannot be negative: " + seconds, computed.field());
    }
    return seconds;
  }

  private static Instant timestamp(Setting<Instant> setting, Scope scope) {
    if (setting instanceof Setting.AtPath<Instant> at) {
      JsonNode value = valueAt(at, scope);
      return Timestamps.parse(value.isTextual() ? value.textValue() : "")
          .orElseThrow(
              () ->
                  EvaluationException.runtime(
                      "The "
                          + at.field()
                          + " parameter does not reference a valid ISO-8601 extended offset"
                          + " date-time format string: "
                          + shown(at, value)));
    }
    if (setting instanceof Setting.Computed<Instant> computed) {
      String text = computed.expr().evaluate(scope).textValue();
      return Timestamps.parse(text)
          .orElseThrow(
              () ->
                  EvaluationException.query(
                      "The "
                          + computed.field()
                          + " field cannot be parsed as an ISO-8601 extended offset date-time"
                          + " format string: "
                          + text,
                      computed.field()));
    }
    return ((Setting.Constant<Instant>) setting).value();
  }

  private static JsonNode valueAt(Setting.AtPath<?> at, Scope scope) {
    try {
      return at.expr().evaluate(scope);
    } catch (EvaluationException e) {
      if (e.isOfNullDocument()) {
        throw e;
      }
      throw EvaluationException.runtime(
          "The " + at.field() + " parameter does not reference an input value: " + at.path());
    }
  }

  private static String shown(Setting.AtPath<?> at, JsonNode value) {
    return at.path() + " == " + (value.isTextual() ? value.textValue() : Json.text(value));
  }

  @Override
  public Effect resume(WaitState state, Frame frame, Outcome outcome) {
    JsonNode input = state.dataFlow().input(frame);
    return Effect.Exit.of(state.next(), state.dataFlow().exit(frame, input));
  }
}
