package io.stepunit.internal.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Setting;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads fields that are a constant or a path when a state is entered. */
final class SettingValues {
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,17})(\\.\\d+)?");

  private SettingValues() {}

  /**
   * A whole number.
   *
   * @throws EvaluationException if the path leads to anything else
   */
  static @Nullable Long integer(Optional<Setting<Long>> setting, Scope scope) {
    if (setting.isEmpty()) {
      return null;
    }
    Setting<Long> given = setting.get();
    if (given instanceof Setting.AtPath<Long> at) {
      JsonNode value = at.expr().evaluate(scope);
      JsonNode number = numberIn(value);
      if (!isWhole(number)) {
        throw notValid(at, value, "integer");
      }
      return number.longValue();
    }
    if (given instanceof Setting.Computed<Long> computed) {
      return wholeNumber(computed, scope);
    }
    return ((Setting.Constant<Long>) given).value();
  }

  /**
   * A whole number of seconds for a timeout; literals were checked when the definition was loaded.
   *
   * @throws EvaluationException if it is not positive
   */
  static @Nullable Long positive(Optional<Setting<Long>> setting, Scope scope) {
    Long value = integer(setting, scope);
    if (value != null && value <= 0) {
      if (setting.orElseThrow() instanceof Setting.AtPath<Long> at) {
        throw notValid(at, Json.NODES.numberNode(value), "positive integer");
      }
      if (setting.orElseThrow() instanceof Setting.Computed<Long> computed) {
        throw EvaluationException.query(
            "The " + computed.field() + " field must be a positive integer but was: " + value,
            computed.field());
      }
    }
    return value;
  }

  /** A number, whole or not. */
  static @Nullable Double number(Optional<Setting<Double>> setting, Scope scope) {
    if (setting.isEmpty()) {
      return null;
    }
    Setting<Double> given = setting.get();
    if (given instanceof Setting.AtPath<Double> at) {
      JsonNode value = at.expr().evaluate(scope);
      JsonNode number = numberIn(value);
      if (!number.isNumber()) {
        throw notValid(at, value, "float");
      }
      return number.doubleValue();
    }
    if (given instanceof Setting.Computed<Double> computed) {
      return computed.expr().evaluate(scope).doubleValue();
    }
    return ((Setting.Constant<Double>) given).value();
  }

  /**
   * A number that an expression returned.
   *
   * @throws EvaluationException if it has a fraction
   */
  static long wholeNumber(Setting.Computed<Long> computed, Scope scope) {
    JsonNode value = computed.expr().evaluate(scope);
    if (!isWhole(value)) {
      throw EvaluationException.query(
          "The " + computed.field() + " field must be an integer but was: " + Json.text(value),
          computed.field());
    }
    return value.longValue();
  }

  /** AWS takes a text that holds a number for the number, as recordings of Maps and Waits show. */
  static JsonNode numberIn(JsonNode value) {
    boolean holdsNumber = value.isTextual() && NUMBER.matcher(value.textValue()).matches();
    return holdsNumber ? Json.parse(value.textValue()) : value;
  }

  /** Whether a value is a number without a fraction that fits a long. */
  static boolean isWhole(JsonNode value) {
    return value.isNumber()
        && value.canConvertToLong()
        && value.decimalValue().stripTrailingZeros().scale() <= 0;
  }

  private static EvaluationException notValid(
      Setting.AtPath<?> at, JsonNode value, String expected) {
    String shown = value.isTextual() ? value.textValue() : Json.text(value);
    return EvaluationException.runtime(
        "The "
            + at.field()
            + " field refers to value \""
            + shown
            + "\" which is not a valid "
            + expected
            + ": "
            + at.path());
  }
}
