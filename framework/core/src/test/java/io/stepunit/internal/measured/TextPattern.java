package io.stepunit.internal.measured;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A measured text in which some places are open: {@code <any>}, {@code <token>}, {@code <uuid>},
 * {@code <ms>} and unbound names such as {@code ${size}}.
 */
final class TextPattern {
  private static final Pattern OPEN =
      Pattern.compile("\"<any>\"|<(any|token|uuid|ms)>|\\$\\{(\\w+)}");

  /** A JSON value in quotes, or one that has none. */
  private static final String SCALAR = "(?:\"(?:[^\"\\\\]|\\\\.)*\"|[^\",\\[\\]{}]+)";

  private static final Map<String, String> FORMS =
      Map.of(
          "any", ".*?",
          "token", "[^\"]+?",
          "uuid", "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
          "ms", "[0-9]+");

  private TextPattern() {}

  /** Whether a text is the measured one but for its open places. */
  static boolean matches(String measured, String found) {
    if (measured.equals(found)) {
      return true;
    }
    Matcher open = OPEN.matcher(measured);
    StringBuilder regex = new StringBuilder();
    int end = 0;
    while (open.find()) {
      regex.append(Pattern.quote(measured.substring(end, open.start())));
      regex.append(form(open));
      end = open.end();
    }
    regex.append(Pattern.quote(measured.substring(end)));
    return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(found).matches();
  }

  private static String form(Matcher open) {
    if (open.group(2) != null) {
      return "[0-9.E+-]+";
    }
    return open.group(1) == null ? SCALAR : FORMS.get(open.group(1));
  }
}
