package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.engine.limit.EngineLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What is wrong with the members of one request, in AWS's words. */
final class Violations {
  private final EngineLimits limits;
  private final List<String> found = new ArrayList<>();

  /**
   * @param limits the service's limits, which a test may have lifted
   */
  Violations(EngineLimits limits) {
    this.limits = limits;
  }

  /** The greatest length: that of data, where its limit was lifted, is lifted too. */
  OptionalInt longest(OptionalInt most) {
    boolean isOfData = most.equals(OptionalInt.of(EngineLimits.AWS.payloadBytes()));
    return isOfData ? OptionalInt.of(limits.payloadBytes()) : most;
  }

  void add(String value, String at, String constraint) {
    found.add(value + " at '" + at + "' failed to satisfy constraint: " + constraint);
  }

  /**
   * Refuses the request if anything is wrong with it.
   *
   * @throws StepFunctionsException {@code ValidationException}
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      String errors = found.size() == 1 ? " validation error" : " validation errors";
      throw new StepFunctionsException(
          "ValidationException", found.size() + errors + " detected: " + String.join("; ", found));
    }
  }

  /** The refusal of a request that lacks what the call cannot do without. */
  static StepFunctionsException missing(String member) {
    return new StepFunctionsException(
        "ValidationException",
        "1 validation error detected: Value null at '"
            + member
            + "' failed to satisfy constraint: Member must not be null");
  }

  /** The refusal of a value that is of another type than the model's. */
  static StepFunctionsException ofType(JsonNode value, String type) {
    String token =
        switch (value.getNodeType()) {
          case OBJECT -> "START_OBJECT";
          case ARRAY -> "START_ARRAY";
          case BOOLEAN -> value.booleanValue() ? "TRUE_VALUE" : "FALSE_VALUE";
          case NUMBER -> "NUMBER_VALUE";
          default -> "STRING_VALUE";
        };
    String article = "IO".indexOf(type.charAt(0)) >= 0 ? " an " : " a ";
    return new StepFunctionsException(
        "SerializationException", token + " can not be converted to" + article + type);
  }
}
