package io.stepunit.internal.report.svg;

import io.stepunit.internal.text.Printable;

/** The text of an SVG document. Whatever it is given is escaped. */
final class SvgText {
  private final StringBuilder text = new StringBuilder();

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn
   */
  void open(String name, String... attributes) {
    start(name, attributes);
    text.append(">\n");
  }

  void close(String name) {
    text.append("</").append(name).append(">\n");
  }

  /** An element without content. */
  void empty(String name, String... attributes) {
    start(name, attributes);
    text.append("/>\n");
  }

  /** An element with a text. */
  void text(String name, String content, String... attributes) {
    start(name, attributes);
    text.append('>').append(escaped(content)).append("</").append(name).append(">\n");
  }

  private void start(String name, String... attributes) {
    text.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"");
      text.append(escaped(attributes[i + 1])).append('"');
    }
  }

  /** Control characters, which no XML may hold, are written as JSON writes them. */
  private static String escaped(String content) {
    StringBuilder escaped = new StringBuilder(content.length() + 8);
    String shown = Printable.lines(content);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\uFFFE', '\uFFFF' -> escaped.append('\uFFFD');
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** Pixels without needless decimals. */
  static String number(double pixels) {
    double rounded = Math.rint(pixels * 10) / 10;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
