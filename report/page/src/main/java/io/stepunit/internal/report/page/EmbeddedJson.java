package io.stepunit.internal.report.page;

import java.io.IOException;
import java.util.Locale;

/**
 * JSON text that may stand in a script element.
 *
 * <p>Markup ends such an element at {@code </script} and changes how it is read at {@code <!--};
 * both need a {@code <}, which in JSON stands in strings only, where its escape means the same. So
 * do lone surrogates, which UTF-8 cannot write.
 */
final class EmbeddedJson {
  private EmbeddedJson() {}

  /** Appends a JSON text with the escapes that it needs between the tags of a script element. */
  static void append(Appendable out, String json) throws IOException {
    int written = 0;
    for (int at = 0; at < json.length(); at++) {
      if (isPair(json, at)) {
        at++;
      } else if (needsEscape(json.charAt(at))) {
        out.append(json, written, at).append(escaped(json.charAt(at)));
        written = at + 1;
      }
    }
    out.append(json, written, json.length());
  }

  private static boolean isPair(String json, int at) {
    return Character.isHighSurrogate(json.charAt(at))
        && at + 1 < json.length()
        && Character.isLowSurrogate(json.charAt(at + 1));
  }

  private static boolean needsEscape(char c) {
    return c == '<' || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c);
  }

  private static String escaped(char c) {
    return String.format(Locale.ROOT, "\\u%04x", (int) c);
  }
}
