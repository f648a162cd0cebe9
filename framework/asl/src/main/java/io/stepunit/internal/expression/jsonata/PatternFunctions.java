package io.stepunit.internal.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Utils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Functions that search texts, within limits. */
final class PatternFunctions {
  private PatternFunctions() {}

  static @Nullable Object match(Arguments arguments) {
    long limit = limit(arguments, 2, "D3040", "Third argument of match function");
    String text = arguments.text(0);
    if (text == null) {
      return null;
    }
    List<Object> found = Utils.createSequence();
    Matcher matcher = matcher(arguments, text);
    while (found.size() < limit && find(matcher)) {
      Map<String, Object> match = new LinkedHashMap<>();
      match.put("match", matcher.group());
      match.put("index", matcher.start());
      match.put("groups", groups(matcher));
      found.add(match);
    }
    return found;
  }

  static @Nullable Object contains(Arguments arguments) {
    String text = arguments.text(0);
    if (text == null) {
      return null;
    }
    return arguments.any(1) instanceof String searched
        ? text.contains(searched)
        : matcher(arguments, text).find();
  }

  static @Nullable Object split(Arguments arguments) {
    long limit = limit(arguments, 2, "D3020", "Third argument of split function");
    String text = arguments.text(0);
    if (text == null) {
      return null;
    }
    List<Object> parts = new ArrayList<>();
    if (arguments.any(1) instanceof String separator) {
      splitAt(text, separator, limit, parts);
      return parts;
    }
    Matcher matcher = matcher(arguments, text);
    int from = 0;
    while (parts.size() < limit && find(matcher)) {
      parts.add(text.substring(from, matcher.start()));
      from = matcher.end();
    }
    if (parts.size() < limit) {
      parts.add(text.substring(from));
    }
    return parts;
  }

  private static void splitAt(String text, String separator, long limit, List<Object> parts) {
    int from = 0;
    while (parts.size() < limit) {
      int to = separator.isEmpty() ? from + 1 : text.indexOf(separator, from);
      if (to < 0 || to >= text.length() && separator.isEmpty()) {
        if (from < text.length() || !separator.isEmpty()) {
          parts.add(text.substring(from));
        }
        return;
      }
      parts.add(text.substring(from, to));
      from = to + separator.length();
    }
  }

  static @Nullable Object replace(Arguments arguments) throws Throwable {
    if ("".equals(arguments.any(1))) {
      throw EvaluationFailure.coded(
          "D3010", "Second argument of replace function cannot be an empty string");
    }
    long limit = limit(arguments, 3, "D3011", "Fourth argument of replace function");
    String text = arguments.text(0);
    if (text == null) {
      return null;
    }
    boolean plain = arguments.any(1) instanceof String;
    Matcher matcher =
        arguments.any(1) instanceof String searched
            ? Pattern.compile(searched, Pattern.LITERAL).matcher(text)
            : matcher(arguments, text);
    StringBuilder result = new StringBuilder();
    int from = 0;
    for (long count = 0; count < limit && find(matcher); count++) {
      result.append(text, from, matcher.start());
      result.append(replacement(arguments.any(2), matcher, plain));
      Bounds.check(result.length());
      from = matcher.end();
    }
    return result.append(text, from, text.length()).toString();
  }

  private static String replacement(@Nullable Object by, Matcher matcher, boolean plain)
      throws Throwable {
    if (by instanceof String text) {
      return plain ? text : expanded(text, matcher);
    }
    Map<String, Object> match = new LinkedHashMap<>();
    match.put("match", matcher.group());
    match.put("start", matcher.start());
    match.put("end", matcher.end());
    match.put("groups", groups(matcher));
    if (Functions.funcApply(by, List.of(match)) instanceof String text) {
      return text;
    }
    throw EvaluationFailure.coded(
        "D3012", "Attempted to replace a matched string with a non-string value");
  }

  /** Puts the groups in for {@code $1} and the like; {@code $$} is a dollar sign. */
  private static String expanded(String template, Matcher matcher) {
    StringBuilder result = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      char c = template.charAt(at++);
      if (c != '$') {
        result.append(c);
      } else if (template.startsWith("$", at)) {
        result.append('$');
        at++;
      } else if (template.startsWith("0", at)) {
        result.append(matcher.group());
        at++;
      } else {
        at = group(template, at, matcher, result);
      }
    }
    return result.toString();
  }

  /** Reads as many digits as the number of groups has, or one less if there is no such group. */
  private static int group(String template, int at, Matcher matcher, StringBuilder result) {
    int digits = Math.max(1, String.valueOf(matcher.groupCount()).length());
    int end = at;
    while (end < template.length() && end < at + digits && isDigit(template.charAt(end))) {
      end++;
    }
    if (end == at) {
      result.append('$');
      return at;
    }
    int number = Integer.parseInt(template.substring(at, end));
    if (end - at > 1 && number > matcher.groupCount()) {
      end--;
      number = Integer.parseInt(template.substring(at, end));
    }
    if (number >= 1 && number <= matcher.groupCount() && matcher.group(number) != null) {
      result.append(matcher.group(number));
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static Matcher matcher(Arguments arguments, String text) {
    if (arguments.any(1) instanceof Pattern pattern) {
      return pattern.matcher(new BoundedText(text));
    }
    throw EvaluationFailure.coded(
        "T1010",
        "The matcher function argument passed to function %s does not return the correct object"
                .formatted(Quotes.quoted(arguments.function()))
            + " structure");
  }

  private static boolean find(Matcher matcher) {
    if (!matcher.find()) {
      return false;
    }
    if (matcher.start() == matcher.end()) {
      throw EvaluationFailure.coded("D1004", "Regular expression matches zero length string");
    }
    return true;
  }

  private static List<Object> groups(Matcher matcher) {
    List<Object> groups = new ArrayList<>();
    for (int i = 1; i <= matcher.groupCount(); i++) {
      String group = matcher.group(i);
      groups.add(group == null ? "" : group);
    }
    return groups;
  }

  private static long limit(Arguments arguments, int index, String code, String words) {
    Number limit = arguments.number(index);
    if (limit != null && limit.doubleValue() < 0) {
      throw EvaluationFailure.coded(code, words + " must evaluate to a positive number");
    }
    return limit == null ? Long.MAX_VALUE : (long) Math.ceil(limit.doubleValue());
  }
}
