package io.stepunit.internal.model.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** A short description of the value found, for messages. */
final class FoundValue {
  private static final int SHOWN = 60;

  private FoundValue() {}

  /** "found …". */
  static String of(LocatedNode node) {
    JsonNode value = node.value();
    return switch (value.getNodeType()) {
      case OBJECT -> "found an object";
      case ARRAY -> "found an array";
      case NULL -> "found null";
      default -> "found the " + kind(value) + " " + shortened(value.toString());
    };
  }

  private static String kind(JsonNode value) {
    return value.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  private static String shortened(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
