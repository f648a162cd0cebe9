package io.stepunit.internal.report.page;

import io.stepunit.internal.text.Printable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * JSON text that may stand in a script element.
 *
 * <p>Markup ends such an element at {@code </script} and changes how it is read at {@code <!--};
 * both need a {@code <}, which in JSON stands in strings only, where its escape means the same. So
 * do lone surrogates, which UTF-8 cannot write.
 */
final class EmbeddedJson {
  private static final byte[] LESS_THAN = "\\u003c".getBytes(StandardCharsets.UTF_8);
  private static final String LINE_SEPARATOR = "\u2028";
  private static final String PARAGRAPH_SEPARATOR = "\u2029";

  private EmbeddedJson() {}

  /** Writes a JSON text with the escapes that it needs between the tags of a script element. */
  static void write(String json, OutputStream out) throws IOException {
    byte[] text = Printable.encodable(withoutSeparators(json)).getBytes(StandardCharsets.UTF_8);
    int written = 0;
    for (int at = 0; at < text.length; at++) {
      if (text[at] == '<') {
        out.write(text, written, at - written);
        out.write(LESS_THAN);
        written = at + 1;
      }
    }
    out.write(text, written, text.length - written);
  }

  /** Scripts once took them for line ends. */
  private static String withoutSeparators(String json) {
    return json.replace(LINE_SEPARATOR, "\\u2028").replace(PARAGRAPH_SEPARATOR, "\\u2029");
  }
}
