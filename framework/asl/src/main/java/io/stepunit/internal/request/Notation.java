package io.stepunit.internal.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** How a request is written: which of its values are known only when the Task is entered. */
public enum Notation {
  /** A payload template: what stands under a key that ends in {@code .$} is computed. */
  JSONPATH {
    @Override
    String name(String key) {
      return isComputed(key) ? key.substring(0, key.length() - SUFFIX.length()) : key;
    }

    @Override
    boolean isComputed(String key) {
      return key.endsWith(SUFFIX);
    }

    @Override
    boolean isComputed(JsonNode value) {
      return isPlaceholder(value);
    }
  },
  /** A template with JSONata: texts between <code>{%</code> and <code>%}</code> are computed. */
  JSONATA {
    @Override
    boolean isComputed(JsonNode value) {
      return isPlaceholder(value) || isExpression(value);
    }

    @Override
    boolean isExpression(JsonNode value) {
      return value.isTextual()
          && value.textValue().startsWith("{%")
          && value.textValue().endsWith("%}");
    }
  },
  /** What is sent: all values are known. */
  EFFECTIVE;

  private static final String SUFFIX = ".$";

  /** Only who replaces a placeholder knows the value. */
  private static final Pattern PLACEHOLDER = Pattern.compile("[$#]\\{[^}]*+}");

  /** The field's name that a key stands for. */
  String name(String key) {
    return key;
  }

  /** Whether the value under a key is computed, whatever it is. */
  boolean isComputed(String key) {
    return false;
  }

  /** Whether a value is computed. */
  boolean isComputed(JsonNode value) {
    return false;
  }

  /** Whether a value is the text of an expression. */
  boolean isExpression(JsonNode value) {
    return false;
  }

  private static boolean isPlaceholder(JsonNode value) {
    return value.isTextual() && PLACEHOLDER.matcher(value.textValue()).matches();
  }
}
