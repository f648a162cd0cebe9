package io.stepunit.internal.expression.jsonata;

import com.dashjoin.jsonata.Jsonata;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Functions on texts whose results or errors the library gives in another way, or without bound.
 */
final class TextFunctions {
  /** How many characters one call of {@code $pad} may add. */
  private static final int PADDING = 262_144;

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

  /** The library's own asks for the JVM's locale: in Turkish an i would keep its dot. */
  static @Nullable Object lowercase(Arguments arguments) {
    String text = arguments.text(0);
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  static @Nullable Object uppercase(Arguments arguments) {
    String text = arguments.text(0);
    return text == null ? null : text.toUpperCase(Locale.ROOT);
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
    long added = wanted - text.codePointCount(0, text.length());
    if (added > PADDING) {
      throw EvaluationFailure.memory();
    }
    StringBuilder pad = new StringBuilder();
    for (long i = 0; i < added; i++) {
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

  /** Counts signs, not halves of them; a negative start counts from the end. */
  static @Nullable Object substring(Arguments arguments) {
    String text = arguments.text(0);
    Number from = arguments.number(1);
    if (text == null || from == null) {
      return text;
    }
    int[] points = text.codePoints().toArray();
    int start = Math.max(0, index(from.intValue(), points.length));
    Number length = arguments.number(2);
    int end = points.length;
    if (length != null) {
      end = (int) Math.min(points.length, (long) start + Math.max(0, length.intValue()));
    }
    return start >= end ? "" : new String(points, start, end - start);
  }

  private static int index(int position, int length) {
    return position < 0 ? length + position : position;
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
