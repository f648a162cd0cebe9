package io.stepunit.internal.masking;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns JSON paths into patterns of places such as {@code /lines/0/note}. */
final class MaskedPath {
  private static final Pattern STEP =
      Pattern.compile("(\\.\\.|\\.)?(?:\\['([^']*)']|\\[(\\d+|\\*)]|([^.\\[\\]]+))");

  private MaskedPath() {}

  /**
   * @throws IllegalArgumentException if it is no path of names, indexes and wildcards
   */
  static Pattern pattern(String path) {
    StringBuilder pattern = new StringBuilder();
    Matcher step = STEP.matcher(path);
    int at = 1;
    while (at < path.length()) {
      if (!step.find(at) || step.start() != at) {
        throw new IllegalArgumentException(
            "'%s' is no path that can be masked, from '%s' on: expected names, indexes and wildcards, such as $.customer.name or $.lines[*].note."
                .formatted(path, path.substring(at)));
      }
      if ("..".equals(step.group(1))) {
        pattern.append("(?:/[^/]*)*");
      }
      pattern.append('/').append(name(step));
      at = step.end();
    }
    return Pattern.compile(pattern.toString());
  }

  private static String name(Matcher step) {
    String index = step.group(3);
    if (index != null) {
      return index.equals("*") ? "\\d+" : index;
    }
    String name = step.group(2) != null ? step.group(2) : step.group(4);
    return name.equals("*") ? "[^/]*" : Pattern.quote(name);
  }
}
