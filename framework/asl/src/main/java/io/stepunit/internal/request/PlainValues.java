package io.stepunit.internal.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.awsmodel.Shape;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;

/** Which plain values Step Functions accepts, by the shape that the service wants. */
final class PlainValues {
  /** As measured, in this case or all in lower or upper case, also with blanks around them. */
  private static final Set<String> BOOLEANS =
      Set.of("true", "TRUE", "True", "false", "FALSE", "False", "null", "");

  private PlainValues() {}

  /** Whether a value has the type of a shape. A structure, map or list is no plain value. */
  static boolean fits(Shape shape, JsonNode value) {
    if (shape instanceof Shape.Text) {
      // As recorded, an object is sent as its JSON.
      return value.isTextual() || value.isContainerNode();
    }
    if (shape instanceof Shape.Numeric number) {
      return isNumber(number.kind(), value);
    }
    if (shape instanceof Shape.Flag) {
      return isBoolean(value);
    }
    if (shape instanceof Shape.Timestamp) {
      return value.isTextual() || value.isNumber();
    }
    if (shape instanceof Shape.Blob blob) {
      return blob.streamed() || value.isTextual() || value.isContainerNode();
    }
    return shape instanceof Shape.Payload
        || shape instanceof Shape.Anything
        || shape instanceof Shape.EventStream;
  }

  private static boolean isNumber(Shape.Numeric.Kind kind, JsonNode value) {
    return switch (kind) {
      case INTEGER -> value.isIntegralNumber() && value.canConvertToInt();
      case LONG -> value.isIntegralNumber() && value.canConvertToLong();
      case FLOAT, DOUBLE -> value.isNumber() || isNumber(value);
    };
  }

  /** A number as text: not known to be refused. */
  private static boolean isNumber(JsonNode value) {
    if (!value.isTextual()) {
      return false;
    }
    try {
      return !Double.isNaN(Double.parseDouble(value.textValue()));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Texts as Jackson coerces them; of numbers those without a fraction. */
  private static boolean isBoolean(JsonNode value) {
    return value.isBoolean()
        || value.isIntegralNumber()
        || value.isTextual() && BOOLEANS.contains(value.textValue().trim());
  }

  /** Why a service will probably refuse a value that has the right type. */
  static Optional<String> doubtAbout(Shape shape, JsonNode value) {
    if (shape instanceof Shape.Text text && value.isTextual()) {
      return doubtAbout(text, value.textValue());
    }
    if (shape instanceof Shape.Numeric number) {
      return doubtAbout(number, value);
    }
    return shape instanceof Shape.Timestamp && value.isTextual() && !isTime(value.textValue())
        ? Optional.of("The value %s is no time in ISO-8601 with an offset".formatted(value))
        : Optional.empty();
  }

  private static Optional<String> doubtAbout(Shape.Text shape, String text) {
    if (!shape.values().isEmpty() && !shape.values().contains(text)) {
      return Optional.of(
          "'%s' is not one of the values [%s]".formatted(text, String.join(", ", shape.values())));
    }
    return text.length() < shape.minLength()
        ? Optional.of(
            "The text '%s' is shorter than the minimum of %s characters"
                .formatted(text, shape.minLength()))
        : Optional.empty();
  }

  private static Optional<String> doubtAbout(Shape.Numeric shape, JsonNode value) {
    if (value.isTextual()) {
      return Optional.of("The value %s is a text instead of a number".formatted(value));
    }
    double number = value.doubleValue();
    return number < shape.minimum() || number > shape.maximum()
        ? Optional.of(
            "%s is not from %s to %s"
                .formatted(value, bound(shape.minimum()), bound(shape.maximum())))
        : Optional.empty();
  }

  private static String bound(double bound) {
    if (Double.isInfinite(bound)) {
      return "any";
    }
    return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
  }

  private static boolean isTime(String text) {
    try {
      return OffsetDateTime.parse(text).getOffset() != null;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
