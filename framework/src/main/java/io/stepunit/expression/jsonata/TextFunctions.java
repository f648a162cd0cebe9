package io.stepunit.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Functions on texts whose results or errors the library gives in another way, or without bound.
 */
final class TextFunctions {
  private TextFunctions() {}

  static @Nullable Object string(Arguments arguments) {
    Object value = arguments.any(0);
    if (value == null || value instanceof String) {
      return value;
    }
    if (Signature.symbol(value) == 'f') {
      return "";
    }
    return JsonText.of(value, Boolean.TRUE.equals(arguments.truth(1)));
  }

  static @Nullable Object pad(Arguments arguments) {
    String text = arguments.text(0);
    Number width = arguments.number(1);
    if (text == null || width == null) {
      return text;
    }
    long wanted = (long) Math.abs(width.doubleValue());
    Bounds.check(wanted);
    String with = arguments.text(2);
    int[] padding = (with == null || with.isEmpty() ? " " : with).codePoints().toArray();
    StringBuilder pad = new StringBuilder();
    for (long i = 0; i < wanted - text.codePointCount(0, text.length()); i++) {
      pad.appendCodePoint(padding[(int) (i % padding.length)]);
    }
    return width.doubleValue() < 0 ? pad + text : text + pad;
  }

  static @Nullable Object join(Arguments arguments) {
    List<String> texts = arguments.list(0);
    String separator = arguments.text(1);
    if (texts == null) {
      return null;
    }
    long length = separator == null ? 0 : (long) separator.length() * Math.max(0, texts.size() - 1);
    for (String text : texts) {
      length += text.length();
    }
    Bounds.check(length);
    return String.join(separator == null ? "" : separator, texts);
  }

  static @Nullable Object encodeUrlComponent(Arguments arguments) {
    return url(arguments, Functions::encodeUrlComponent);
  }

  static @Nullable Object encodeUrl(Arguments arguments) {
    return url(arguments, Functions::encodeUrl);
  }

  static @Nullable Object decodeUrlComponent(Arguments arguments) {
    return url(arguments, Functions::decodeUrlComponent);
  }

  static @Nullable Object decodeUrl(Arguments arguments) {
    return url(arguments, Functions::decodeUrl);
  }

  private static @Nullable Object url(Arguments arguments, UnaryOperator<String> function) {
    String text = arguments.text(0);
    if (text == null) {
      return null;
    }
    try {
      return function.apply(text);
    } catch (RuntimeException e) {
      throw EvaluationFailure.coded(
          "D3140",
          "Malformed URL passed to $" + arguments.function() + "(): " + Quotes.quoted(text));
    }
  }

  static @Nullable Object type(@Nullable Object value) {
    return switch (Signature.symbol(value)) {
      case 'm' -> null;
      case 'l' -> "null";
      case 's' -> "string";
      case 'n' -> "number";
      case 'b' -> "boolean";
      case 'a' -> "array";
      case 'o' -> "object";
      default -> "function";
    };
  }

  static Object error(Arguments arguments) {
    String message = arguments.text(0);
    throw EvaluationFailure.coded(
        "D3137", message == null ? "$error() function evaluated" : message);
  }

  static @Nullable Object asserted(Arguments arguments) {
    if (Boolean.TRUE.equals(arguments.truth(0))) {
      return null;
    }
    String message = arguments.text(1);
    throw EvaluationFailure.coded(
        "D3141", message == null ? "$assert() statement failed" : message);
  }

  /** The value as AWS's messages show it. */
  static String shown(@Nullable Object value) {
    if (value == null) {
      return "undefined";
    }
    if (Signature.symbol(value) == 'f') {
      return "{}";
    }
    boolean unwritable = value instanceof Double number && (number.isNaN() || number.isInfinite());
    return value == Jsonata.NULL_VALUE || unwritable ? "null" : JsonText.of(value, false);
  }
}
