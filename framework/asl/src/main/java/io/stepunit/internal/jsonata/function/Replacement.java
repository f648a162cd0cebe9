package io.stepunit.internal.jsonata.function;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What stands in for a match: {@code $0} is the match, {@code $1} and the like are its groups, and
 * {@code $$} is a dollar sign.
 */
final class Replacement {
  private final String template;
  private final Match match;
  private final StringBuilder text = new StringBuilder();

  private Replacement(String template, Match match) {
    this.template = template;
    this.match = match;
  }

  static String of(String template, Match match) {
    return template.indexOf('$') < 0 ? template : new Replacement(template, match).expanded();
  }

  private String expanded() {
    int at = 0;
    while (at < template.length()) {
      char c = template.charAt(at++);
      if (c != '$') {
        text.append(c);
      } else if (template.startsWith("$", at)) {
        text.append('$');
        at++;
      } else if (template.startsWith("0", at)) {
        text.append(match.text());
        at++;
      } else {
        at = group(at);
      }
    }
    return text.toString();
  }

  /** Reads as many digits as the number of groups has, or one less if there is no such group. */
  private int group(int at) {
    int count = match.groups().size();
    int end = at;
    while (end < template.length() && end < at + digits(count) && isDigit(template.charAt(end))) {
      end++;
    }
    if (end == at) {
      text.append('$');
      return at;
    }
    int number = Integer.parseInt(template.substring(at, end));
    if (end - at > 1 && number > count) {
      end--;
      number = Integer.parseInt(template.substring(at, end));
    }
    JsonNode group = match.groups().path(number - 1);
    if (group.isTextual()) {
      text.append(group.textValue());
    }
    return end;
  }

  private static int digits(int count) {
    return String.valueOf(count).length();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
