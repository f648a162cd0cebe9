package io.stepunit.internal.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.awsmodel.Shape;

/** How Step Functions says what is wrong with a request. */
interface Wording {
  /** There is no field of that name. */
  String unknown(String name);

  /**
   * A value does not have the type that the field has.
   *
   * @param field the field's name
   */
  String wrongType(Shape wanted, JsonNode found, String field);

  /** A required field of the request is missing. */
  static String missing(String name) {
    return "The field '%s' is required but was missing".formatted(name);
  }

  /** A plain value of the wrong type. */
  static String mustBe(String type, String field) {
    String article = "AEIO".indexOf(type.charAt(0)) >= 0 ? "an" : "a";
    return "The value for the field '%s' must be %s %s".formatted(field, article, type);
  }

  /** What a plain value has to be. */
  static String typeOf(Shape plain) {
    if (plain instanceof Shape.Numeric number) {
      return number.kind().name();
    }
    return plain instanceof Shape.Flag ? "BOOLEAN" : "STRING";
  }
}
