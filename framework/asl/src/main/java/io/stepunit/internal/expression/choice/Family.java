package io.stepunit.internal.expression.choice;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DecidingValues;
import io.stepunit.internal.expression.Timestamps;
import io.stepunit.internal.expression.ValueKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntBiFunction;

/** The types that operators compare; a value of any other type makes the rule false. */
enum Family {
  /** Code unit by code unit. */
  STRING("String", "STRING", ValueKind.TEXT, Family::strings),
  /** As IEEE 754 doubles. */
  NUMERIC("Numeric", "NUMBER", ValueKind.NUMBER, Family::numbers),
  BOOLEAN("Boolean", "BOOLEAN", ValueKind.BOOLEAN, Family::booleans),
  /** As instants, whatever their offsets. */
  TIMESTAMP("Timestamp", "STRING", ValueKind.TIMESTAMP, Family::timestamps);

  /** The order of values that cannot be compared. */
  static final int INCOMPARABLE = Integer.MIN_VALUE;

  private final String prefix;
  private final String jsonType;
  private final ValueKind valueKind;
  private final ToIntBiFunction<JsonNode, JsonNode> order;

  Family(
      String prefix,
      String jsonType,
      ValueKind valueKind,
      ToIntBiFunction<JsonNode, JsonNode> order) {
    this.prefix = prefix;
    this.jsonType = jsonType;
    this.valueKind = valueKind;
    this.order = order;
  }

  /** The start of the operators' names. */
  String prefix() {
    return prefix;
  }

  /** The JSON type of a constant, as AWS's messages name it. */
  String jsonType() {
    return jsonType;
  }

  /** What a value has to be to be compared. */
  ValueKind valueKind() {
    return valueKind;
  }

  /** Whether a constant has the {@link #jsonType}. */
  boolean isOfJsonType(JsonNode constant) {
    return switch (this) {
      case STRING, TIMESTAMP -> constant.isTextual();
      case NUMERIC -> constant.isNumber();
      case BOOLEAN -> constant.isBoolean();
    };
  }

  /** Values for which a relation to a constant holds, and does not. */
  List<JsonNode> deciding(JsonNode constant, Relation relation) {
    return switch (this) {
      case STRING ->
          relation == Relation.EQUALS
              ? DecidingValues.around(constant)
              : DecidingValues.inOrder(constant.textValue());
      case TIMESTAMP ->
          timestamp(constant).map(DecidingValues::around).orElseGet(() -> List.of(constant));
      case NUMERIC, BOOLEAN -> DecidingValues.around(constant);
    };
  }

  /** Negative, zero, positive, or {@link #INCOMPARABLE} if one is not of this family. */
  int order(JsonNode left, JsonNode right) {
    return order.applyAsInt(left, right);
  }

  private static int strings(JsonNode left, JsonNode right) {
    return left.isTextual() && right.isTextual()
        ? Integer.signum(left.textValue().compareTo(right.textValue()))
        : INCOMPARABLE;
  }

  private static int numbers(JsonNode left, JsonNode right) {
    if (!left.isNumber() || !right.isNumber()) {
      return INCOMPARABLE;
    }
    double a = left.doubleValue();
    double b = right.doubleValue();
    return a < b ? -1 : a > b ? 1 : 0;
  }

  private static int booleans(JsonNode left, JsonNode right) {
    return left.isBoolean() && right.isBoolean()
        ? Boolean.compare(left.booleanValue(), right.booleanValue())
        : INCOMPARABLE;
  }

  private static int timestamps(JsonNode left, JsonNode right) {
    Optional<Instant> b = timestamp(right);
    return b.isPresent() ? orderOfTimestamp(left, b.get()) : INCOMPARABLE;
  }

  static int orderOfTimestamp(JsonNode left, Instant right) {
    Optional<Instant> a = timestamp(left);
    return a.isPresent() ? a.get().compareTo(right) : INCOMPARABLE;
  }

  static Optional<Instant> timestamp(JsonNode value) {
    return value.isTextual() ? Timestamps.parse(value.textValue()) : Optional.empty();
  }
}
