package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Iterator;
import java.util.Map;

/**
 * JSON texts as JavaScript writes them. {@code $string} and {@code &} show numbers in 15 digits,
 * and functions as empty texts.
 */
public final class JsonText {
  private static final int DEEPEST = 1000;
  private static final String INDENT = "  ";
  private static final String ESCAPED = "\b\t\n\f\r\"\\";
  private static final String ESCAPES = "btnfr\"\\";
  private static final char FIRST_PRINTED = ' ';

  private final StringBuilder text = new StringBuilder();
  private final Budget budget;
  private final boolean pretty;

  private JsonText(Budget budget, boolean pretty) {
    this.budget = budget;
    this.pretty = pretty;
  }

  /**
   * A value as a text, as {@code $string} makes it: a text as it is, anything else as JSON.
   *
   * @throws JsonataError if it is, or holds, a number that JSON cannot write
   * @throws LimitExceeded if it is too long
   */
  public static String string(JsonNode value, boolean pretty, Budget budget) {
    if (value instanceof TextNode) {
      return value.textValue();
    }
    return switch (value.getNodeType()) {
      case MISSING, POJO -> "";
      case NUMBER -> {
        if (!Double.isFinite(value.doubleValue())) {
          throw new JsonataError("D3001").with("value", value);
        }
        yield NumberText.rounded(value);
      }
      default -> of(Sequence.isWrapper(value) ? value.get(0) : value, pretty, budget);
    };
  }

  /**
   * The JSON text of a value; a text is put in quotes.
   *
   * @throws JsonataError if it holds an infinite number
   * @throws LimitExceeded if it is too long
   */
  public static String of(JsonNode value, boolean pretty, Budget budget) {
    JsonText writer = new JsonText(budget, pretty);
    writer.write(value, 0);
    budget.text(writer.text.length());
    return writer.text.toString();
  }

  /** The value as messages show it. */
  static String shown(JsonNode value) {
    if (value == Values.UNDEFINED) {
      return "undefined";
    }
    if (value instanceof FunctionValue) {
      return "{}";
    }
    boolean unwritable = value.isNumber() && !Double.isFinite(value.doubleValue());
    if (unwritable) {
      return "null";
    }
    return value.isNumber() ? NumberText.of(value) : of(value, false, new Budget());
  }

  /** A text as a JSON string. */
  public static String quoted(String value) {
    StringBuilder text = new StringBuilder(value.length() + 2);
    quote(value, text);
    return text.toString();
  }

  private static void quote(String value, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      int escape = ESCAPED.indexOf(c);
      if (escape >= 0) {
        text.append('\\').append(ESCAPES.charAt(escape));
      } else if (c < FIRST_PRINTED || isLoneSurrogate(value, i)) {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          text.append(Character.forDigit(c >> shift & 0xf, 16));
        }
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }

  private static boolean isLoneSurrogate(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  private void write(JsonNode value, int depth) {
    budget.step();
    budget.size(text.length());
    if (depth > DEEPEST) {
      throw new LimitExceeded(LimitExceeded.Limit.DEPTH);
    }
    switch (value.getNodeType()) {
      case STRING -> quote(value.textValue(), text);
      case NUMBER -> text.append(number(value));
      case BOOLEAN -> text.append(value.booleanValue());
      case ARRAY -> array(value, depth);
      case OBJECT -> object(value, depth);
      case POJO -> text.append("\"\"");
      default -> text.append(NullNode.getInstance());
    }
  }

  private static String number(JsonNode value) {
    if (!Values.isNumeric(value)) {
      return "null";
    }
    return NumberText.rounded(value);
  }

  private void array(JsonNode array, int depth) {
    text.append('[');
    Iterator<JsonNode> items = array.elements();
    while (items.hasNext()) {
      line(depth + 1);
      write(items.next(), depth + 1);
      text.append(items.hasNext() ? "," : "");
    }
    close(']', array.isEmpty(), depth);
  }

  private void object(JsonNode object, int depth) {
    text.append('{');
    Iterator<Map.Entry<String, JsonNode>> members = object.fields();
    while (members.hasNext()) {
      Map.Entry<String, JsonNode> member = members.next();
      line(depth + 1);
      quote(member.getKey(), text);
      text.append(pretty ? ": " : ":");
      write(member.getValue(), depth + 1);
      text.append(members.hasNext() ? "," : "");
    }
    close('}', object.isEmpty(), depth);
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
