package io.stepunit.internal.text;

/**
 * Texts as people can be shown them. What a definition, an answer or the name of a file holds may
 * move a terminal's cursor, hide or reorder what stands beside it, or begin a line of its own. Such
 * characters are written as in JSON: {@code \n}, {@code \u001B}.
 */
public final class Printable {
  private Printable() {}

  /** A text in one line. */
  public static String line(String text) {
    return escaped(text, true);
  }

  /** A text that may have several lines and tabs. */
  public static String lines(String text) {
    return escaped(text.replace("\r\n", "\n"), false);
  }

  /** The same JSON: outside of strings its text has only characters that can be shown. */
  public static String json(String text) {
    return escaped(text, false);
  }

  /** A text that UTF-8 can write: half of a surrogate pair, which it cannot, is escaped. */
  public static String encodable(String text) {
    int first = firstLoneSurrogate(text);
    if (first == text.length()) {
      return text;
    }
    StringBuilder encodable = new StringBuilder(text.length() + 8).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isLoneSurrogate(text, i)) {
        encodable.append(escape(c));
      } else {
        encodable.append(c);
      }
    }
    return encodable.toString();
  }

  /** The length of the text if it has none. All that reports write goes through here. */
  private static int firstLoneSurrogate(String text) {
    int length = text.length();
    int at = 0;
    while (at < length
        && (text.charAt(at) < Character.MIN_SURROGATE || !isLoneSurrogate(text, at))) {
      at++;
    }
    return at;
  }

  private static String escaped(String text, boolean oneLine) {
    int first = 0;
    while (first < text.length() && isShown(text, first, oneLine)) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length() + 8).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isShown(text, i, oneLine)) {
        escaped.append(c);
      } else {
        escaped.append(escape(c));
      }
    }
    return escaped.toString();
  }

  private static boolean isShown(String text, int at, boolean oneLine) {
    char c = text.charAt(at);
    if (c >= ' ' && c < 0x7F) {
      return true;
    }
    if (c == '\n' || c == '\t') {
      return !oneLine;
    }
    return !Character.isISOControl(c) && !isInvisible(c) && !isLoneSurrogate(text, at);
  }

  /**
   * Separators of lines, marks that change the direction of writing, and characters without width.
   */
  private static boolean isInvisible(char c) {
    return c == '\u061C'
        || c == '\u200B'
        || c == '\u200E'
        || c == '\u200F'
        || c >= '\u2028' && c <= '\u202E'
        || c >= '\u2060' && c <= '\u2069'
        || c == '\uFEFF'
        || c >= '\uFFF9' && c <= '\uFFFB';
  }

  private static boolean isLoneSurrogate(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  private static String escape(char c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> {
        String digits = "000" + Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT);
        yield "\\u" + digits.substring(digits.length() - 4);
      }
    };
  }
}
