package io.stepunit.internal.expression.jsonata;

import com.dashjoin.jsonata.Jsonata;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON texts as {@code $string} makes them: numbers in 15 digits, functions as empty texts. */
final class JsonText {
  private static final int DEEPEST = 1000;
  private static final String INDENT = "  ";

  private final StringBuilder text = new StringBuilder();
  private final boolean pretty;

  private JsonText(boolean pretty) {
    this.pretty = pretty;
  }

  static String of(@Nullable Object value, boolean pretty) {
    JsonText writer = new JsonText(pretty);
    writer.write(value, 0);
    return writer.text.toString();
  }

  private void write(@Nullable Object value, int depth) {
    Bounds.check(text.length());
    if (depth > DEEPEST) {
      throw EvaluationFailure.stackOverflow();
    }
    if (value instanceof String string) {
      text.append(Quotes.quoted(string));
    } else if (value instanceof Number number) {
      text.append(number(number));
    } else if (value instanceof Boolean) {
      text.append(value);
    } else if (value instanceof List<?> list) {
      list(list, depth);
    } else if (value instanceof Map<?, ?> map) {
      map(map, depth);
    } else {
      text.append(value == null || value == Jsonata.NULL_VALUE ? "null" : "\"\"");
    }
  }

  /**
   * @throws EvaluationFailure if the number is none that JSON can write
   */
  static String number(Number number) {
    double value = number.doubleValue();
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw EvaluationFailure.coded(
          "D3001", "Attempting to invoke string function on Infinity or NaN");
    }
    return Numbers.text(Numbers.rounded(number));
  }

  private void list(List<?> list, int depth) {
    text.append('[');
    Iterator<?> items = list.iterator();
    while (items.hasNext()) {
      line(depth + 1);
      write(items.next(), depth + 1);
      text.append(items.hasNext() ? "," : "");
    }
    close(']', list.isEmpty(), depth);
  }

  private void map(Map<?, ?> map, int depth) {
    text.append('{');
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<?, ?> entry = entries.next();
      line(depth + 1);
      text.append(Quotes.quoted(String.valueOf(entry.getKey()))).append(pretty ? ": " : ":");
      write(entry.getValue(), depth + 1);
      text.append(entries.hasNext() ? "," : "");
    }
    close('}', map.isEmpty(), depth);
  }

  private void close(char bracket, boolean empty, int depth) {
    if (!empty) {
      line(depth);
    }
    text.append(bracket);
  }

  private void line(int depth) {
    if (pretty) {
      text.append('\n').append(INDENT.repeat(depth));
    }
  }
}
