package io.stepunit.internal.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.awsmodel.Shape;

/**
 * The texts of SDK integrations. Step Functions has Jackson read the request into the builder of
 * the AWS SDK for Java 2, and hands on Jackson's words where it has none of its own. They are
 * written out here: those of the Jackson on the class path may be others.
 *
 * @param modelPackage the SDK's package of the service's structures
 */
record SdkWording(String modelPackage) implements Wording {
  /** The words of the SDK for a service, by its name after {@code aws-sdk:}. */
  static SdkWording of(String service) {
    return new SdkWording("software.amazon.awssdk.services." + service + ".model.");
  }

  @Override
  public String unknown(String name) {
    return "The field \"%s\" is not supported by Step Functions".formatted(name);
  }

  @Override
  public String wrongType(Shape wanted, JsonNode found, String field) {
    if (wanted instanceof Shape.Structure structure) {
      return structure(className(structure), found);
    }
    if (wanted instanceof Shape.Entries) {
      return found.isTextual()
          ? noCreator("java.util.LinkedHashMap", found)
          : unexpected(className(wanted), found);
    }
    if (wanted instanceof Shape.Items items) {
      boolean texts = items.item().get() instanceof Shape.Text;
      return texts && found.isTextual()
          ? noCreator("java.util.ArrayList", found)
          : unexpected(className(wanted), found);
    }
    if (wanted instanceof Shape.Flag) {
      return found.isTextual()
          ? noBoolean(found.textValue())
          : unexpected(className(wanted), found);
    }
    return wanted instanceof Shape.Timestamp
        ? unexpected(className(wanted), found)
        : plain(wanted, found, field);
  }

  private static String plain(Shape wanted, JsonNode found, String field) {
    if (wanted instanceof Shape.Numeric number && found.isIntegralNumber()) {
      boolean isInt = number.kind() == Shape.Numeric.Kind.INTEGER;
      return isInt
          ? "Numeric value (%s) out of range of int (%s - %s)"
              .formatted(found.asText(), Integer.MIN_VALUE, Integer.MAX_VALUE)
          : "Numeric value (%s) out of range of long (%s - %s)"
              .formatted(found.asText(), Long.MIN_VALUE, Long.MAX_VALUE);
    }
    return Wording.mustBe(Wording.typeOf(wanted), field);
  }

  private static String structure(String type, JsonNode found) {
    return found.isArray() ? unexpected(type, found) : noCreator(type, found);
  }

  /** A class that can be made, but not of a plain value. */
  private static String noCreator(String type, JsonNode found) {
    if (found.isTextual() && found.textValue().isBlank()) {
      String what =
          found.textValue().isEmpty() ? "empty String (\"\")" : "blank String (all whitespace)";
      return "Cannot coerce %s to `%s` value (but could if coercion was enabled using `CoercionConfig`)"
          .formatted(what, type);
    }
    return "Cannot construct instance of `%s` (although at least one Creator exists): no %s"
        .formatted(type, missingCreator(found));
  }

  private static String missingCreator(JsonNode found) {
    if (found.isTextual()) {
      return "String-argument constructor/factory method to deserialize from String value ('%s')"
          .formatted(found.textValue().trim());
    }
    if (found.isBoolean()) {
      return "boolean/Boolean-argument constructor/factory method to deserialize from boolean value (%s)"
          .formatted(found.asText());
    }
    return "%s-argument constructor/factory method to deserialize from Number value (%s)"
        .formatted(numberType(found), found.asText());
  }

  private static String numberType(JsonNode number) {
    if (!number.isIntegralNumber()) {
      return "double/Double";
    }
    return number.canConvertToInt() ? "int/Int" : "long/Long";
  }

  private static String noBoolean(String text) {
    return "Cannot deserialize value of type `java.lang.Boolean` from String \"%s\": only \"true\" or \"false\" recognized"
        .formatted(text.trim());
  }

  private static String unexpected(String type, JsonNode found) {
    return "Cannot deserialize value of type `%s` from %s".formatted(type, token(found));
  }

  private static String token(JsonNode found) {
    return switch (found.getNodeType()) {
      case ARRAY -> "Array value (token `JsonToken.START_ARRAY`)";
      case OBJECT -> "Object value (token `JsonToken.START_OBJECT`)";
      case BOOLEAN ->
          "Boolean value (token `JsonToken.VALUE_%s`)"
              .formatted(found.booleanValue() ? "TRUE" : "FALSE");
      case NUMBER ->
          found.isIntegralNumber()
              ? "Integer value (token `JsonToken.VALUE_NUMBER_INT`)"
              : "Floating-point value (token `JsonToken.VALUE_NUMBER_FLOAT`)";
      default -> "String value (token `JsonToken.VALUE_STRING`)";
    };
  }

  /** The Java type that the SDK's builder has for a shape. */
  private String className(Shape shape) {
    if (shape instanceof Shape.Structure structure) {
      return modelPackage + structure.className().orElse("") + "$BuilderImpl";
    }
    if (shape instanceof Shape.Items items) {
      return "java.util.ArrayList<%s>".formatted(className(items.item().get()));
    }
    if (shape instanceof Shape.Entries entries) {
      return "java.util.LinkedHashMap<java.lang.String,%s>"
          .formatted(className(entries.value().get()));
    }
    if (shape instanceof Shape.Numeric number) {
      return switch (number.kind()) {
        case INTEGER -> "java.lang.Integer";
        case LONG -> "java.lang.Long";
        case FLOAT -> "java.lang.Float";
        case DOUBLE -> "java.lang.Double";
      };
    }
    if (shape instanceof Shape.Flag) {
      return "java.lang.Boolean";
    }
    if (shape instanceof Shape.Timestamp) {
      return "java.time.Instant";
    }
    if (shape instanceof Shape.Blob) {
      return "software.amazon.awssdk.core.SdkBytes";
    }
    return shape instanceof Shape.Anything
        ? "software.amazon.awssdk.core.document.Document"
        : "java.lang.String";
  }
}
