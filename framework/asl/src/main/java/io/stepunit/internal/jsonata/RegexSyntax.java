package io.stepunit.internal.jsonata;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions as ECMAScript writes them, in the syntax of Java: what looks alike does not
 * always mean the same. {@code $} is the very end, {@code \s} knows all spaces of Unicode, brackets
 * inside brackets are signs, and an unknown escape is the sign itself.
 *
 * <p>See "Patterns" in ECMAScript's specification, and its annex B.1.2.
 */
final class RegexSyntax {
  private static final String LINE_ENDS = "\\n\\r\\u2028\\u2029";
  private static final Pattern QUANTIFIER = Pattern.compile("\\{\\d+(,\\d*)?}");
  private static final Pattern NAME = Pattern.compile("\\(\\?<([\\p{L}_$][\\p{L}\\p{N}_$]*)>");
  private static final List<String> PREFIXES = List.of("(?:", "(?=", "(?!", "(?<=", "(?<!");

  private final String source;
  private final boolean multiline;
  private final StringBuilder java = new StringBuilder();
  private final List<String> names = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private final Set<Integer> closed = new HashSet<>();
  private int opened;
  private int at;

  /** Whether a quantifier may follow. */
  private boolean repeatable;

  /**
   * A group that is not closed yet.
   *
   * @param number 0 for one that keeps nothing
   */
  private record Open(int number, boolean looksBehind) {}

  private RegexSyntax(String source, boolean multiline) {
    this.source = source;
    this.multiline = multiline;
  }

  /**
   * @param source without slashes and flags
   * @throws PatternSyntaxException if it is no regular expression
   */
  static Pattern compile(String source, boolean ignoresCase, boolean multiline) {
    int flags = ignoresCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
    return Pattern.compile(new RegexSyntax(source, multiline).translated(), flags);
  }

  private String translated() {
    countGroups();
    while (at < source.length()) {
      char c = source.charAt(at);
      switch (c) {
        case '\\' -> escape();
        case '[' -> {
          RegexClass set = RegexClass.at(source, at);
          append(set.java(), set.end(), true);
        }
        case '(' -> group();
        case ')' -> close();
        case '*', '+', '?', '{' -> quantifier();
        default -> sign(c);
      }
    }
    return java.toString();
  }

  private void countGroups() {
    int from = 0;
    boolean inClass = false;
    while (from < source.length()) {
      char c = source.charAt(from);
      inClass = c == '[' || inClass && c != ']';
      if (c == '\\') {
        from++;
      } else if (c == '(' && !inClass) {
        Matcher name = NAME.matcher(source).region(from, source.length());
        if (name.lookingAt()) {
          names.add(name.group(1));
        } else if (!source.startsWith("(?", from)) {
          names.add("");
        }
      }
      from++;
    }
  }

  private void append(String text, int end, boolean canRepeat) {
    java.append(text);
    at = end;
    repeatable = canRepeat;
  }

  private void sign(char c) {
    switch (c) {
      case '.' -> append("[^" + LINE_ENDS + "]", at + 1, true);
      case '^' -> append(multiline ? "(?:^|(?<=[" + LINE_ENDS + "]))" : "^", at + 1, false);
      case '$' -> append(multiline ? "(?:\\z|(?=[" + LINE_ENDS + "]))" : "\\z", at + 1, false);
      case '|' -> append("|", at + 1, false);
      case ']', '}' -> append("\\" + c, at + 1, true);
      default -> append(String.valueOf(c), at + 1, true);
    }
  }

  /** Names of groups become numbers: Java takes fewer signs for them. */
  private void group() {
    Matcher name = NAME.matcher(source).region(at, source.length());
    boolean named = name.lookingAt();
    if (named || !source.startsWith("(?", at)) {
      opened++;
      open.push(new Open(opened, false));
      append("(", named ? name.end() : at + 1, false);
      return;
    }
    for (String prefix : PREFIXES) {
      if (source.startsWith(prefix, at)) {
        open.push(new Open(0, prefix.startsWith("(?<")));
        append(prefix, at + prefix.length(), false);
        return;
      }
    }
    throw wrong("Invalid group");
  }

  private void close() {
    if (open.isEmpty()) {
      throw wrong("Unmatched ')'");
    }
    Open group = open.pop();
    closed.add(group.number());
    append(")", at + 1, !group.looksBehind());
  }

  /** What Java takes for a possessive quantifier is none here. */
  private void quantifier() {
    Matcher braces = QUANTIFIER.matcher(source).region(at, source.length());
    if (source.charAt(at) == '{' && !braces.lookingAt()) {
      append("\\{", at + 1, true);
      return;
    }
    if (!repeatable) {
      throw wrong("Nothing to repeat");
    }
    int end = source.charAt(at) == '{' ? braces.end() : at + 1;
    if (source.startsWith("?", end)) {
      end++;
    }
    append(source.substring(at, end), end, false);
  }

  private void escape() {
    char c = at + 1 < source.length() ? source.charAt(at + 1) : '\\';
    switch (c) {
      case 'b' -> append("(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))", at + 2, false);
      case 'B' -> append("(?:(?<=\\w)(?=\\w)|(?<!\\w)(?!\\w))", at + 2, false);
      case 'k' -> named();
      case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> numbered();
      default -> single();
    }
  }

  private void single() {
    RegexEscape escape = RegexEscape.at(source, at);
    append(escape.java(), escape.end(), true);
  }

  private void named() {
    int end = source.indexOf('>', at);
    int number =
        source.startsWith("\\k<", at) && end > 0
            ? names.indexOf(source.substring(at + 3, end)) + 1
            : 0;
    if (number > 0) {
      reference(number, end + 1);
    } else {
      single();
    }
  }

  /** A number that no group has is an escape. */
  private void numbered() {
    int end = at + 1;
    while (end < source.length() && end < at + 4 && Character.isDigit(source.charAt(end))) {
      end++;
    }
    int number = Integer.parseInt(source.substring(at + 1, end));
    if (number <= names.size()) {
      reference(number, end);
    } else {
      single();
    }
  }

  /** A group that is not over holds nothing, and that is found everywhere. */
  private void reference(int number, int end) {
    append(closed.contains(number) ? "(?:\\" + number + ")" : "(?:)", end, true);
  }

  private PatternSyntaxException wrong(String description) {
    return new PatternSyntaxException(description, source, at);
  }
}
