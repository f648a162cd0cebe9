package io.stepunit.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Objects and arrays that know the text they were sent as: AWS shows it, with its blanks and forms
 * of numbers, as long as states hand the very value on. What paths, templates and JSONata make of
 * it has a text of its own.
 */
public final class SentJson {
  private SentJson() {}

  /** A tree that knows its text. Only trees of their own: a part of another knows none. */
  interface Sent {
    String sentText();

    JsonNode withoutText();
  }

  /**
   * The tree that a text was parsed into, knowing the text where it is not the compact one.
   *
   * @param parsed the tree
   * @param text the text
   */
  public static JsonNode of(JsonNode parsed, String text) {
    if (!parsed.isContainerNode() || isCompact(text)) {
      return parsed;
    }
    return parsed instanceof ObjectNode object
        ? new SentObject(object, text)
        : new SentArray((ArrayNode) parsed, text);
  }

  /** The text that a tree was sent as, or else its compact text. */
  public static String text(JsonNode node) {
    return knowsText(node) ? ((Sent) node).sentText() : Json.text(node);
  }

  /** Whether a tree knows the text that it was sent as. */
  public static boolean knowsText(JsonNode node) {
    return node instanceof SentObject || node instanceof SentArray;
  }

  /** The same value, which knows no text. */
  public static JsonNode withoutText(JsonNode node) {
    return knowsText(node) ? ((Sent) node).withoutText() : node;
  }

  /**
   * Whether nothing in a JSON text could be written otherwise: no blanks between its tokens, no
   * escapes, no exponents.
   */
  private static boolean isCompact(String text) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' || !quoted && (c <= ' ' || isExponent(text, i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isExponent(String text, int at) {
    return (text.charAt(at) == 'e' || text.charAt(at) == 'E')
        && at > 0
        && Character.isDigit(text.charAt(at - 1));
  }
}
