package io.stepunit.internal.expression.jsonata;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Makes a short text that a regular expression matches: the first of each alternative, as few
 * repetitions as there have to be.
 */
final class RegexExample {
  /** Characters to choose from where an expression says which ones it does not want. */
  private static final String OTHERS = "a0 -_.";

  private static final int LONGEST = 200;
  private static final String QUANTIFIERS = "*+?{";

  private final String source;
  private int at;

  private RegexExample(String source) {
    this.source = source;
  }

  /** A text that matches; empty for an expression with parts that are beyond this. */
  static Optional<String> of(String source) {
    return new RegexExample(source).alternatives().filter(text -> matches(source, text));
  }

  private static boolean matches(String source, String text) {
    try {
      return Pattern.compile(source).matcher(text).find();
    } catch (PatternSyntaxException e) {
      // JavaScript has expressions that Java does not know.
      return false;
    }
  }

  /** The first alternative; the others are passed over. */
  private Optional<String> alternatives() {
    Optional<String> first = sequence();
    while (first.isPresent() && at < source.length() && source.charAt(at) == '|') {
      at++;
      if (sequence().isEmpty()) {
        return Optional.empty();
      }
    }
    return first;
  }

  private Optional<String> sequence() {
    StringBuilder text = new StringBuilder();
    while (at < source.length() && source.charAt(at) != '|' && source.charAt(at) != ')') {
      Optional<String> atom = atom();
      int times = atom.isPresent() ? repetitions() : -1;
      if (times < 0 || text.length() > LONGEST) {
        return Optional.empty();
      }
      text.append(atom.get().repeat(times));
    }
    return Optional.of(text.toString());
  }

  private Optional<String> atom() {
    char c = source.charAt(at++);
    return switch (c) {
      case '^', '$' -> Optional.of("");
      case '.' -> Optional.of("a");
      case '(' -> group();
      case '[' -> characters();
      case '\\' -> at < source.length() ? escaped(source.charAt(at++)) : Optional.empty();
      default -> QUANTIFIERS.indexOf(c) < 0 ? Optional.of(String.valueOf(c)) : Optional.empty();
    };
  }

  private Optional<String> group() {
    if (source.startsWith("?:", at)) {
      at += 2;
    } else if (source.startsWith("?", at)) {
      return Optional.empty();
    }
    Optional<String> inner = alternatives();
    boolean isClosed = at < source.length() && source.charAt(at++) == ')';
    return isClosed ? inner : Optional.empty();
  }

  private static Optional<String> escaped(char c) {
    return switch (c) {
      case 'd' -> Optional.of("0");
      case 'w', 'D', 'S' -> Optional.of("a");
      case 's', 'W' -> Optional.of(" ");
      case 'b' -> Optional.of("");
      case 't' -> Optional.of("\t");
      case 'n' -> Optional.of("\n");
      default -> Character.isLetterOrDigit(c) ? Optional.empty() : Optional.of(String.valueOf(c));
    };
  }

  /** Of a set of characters the first, or the first of others that is not among them. */
  private Optional<String> characters() {
    int from = at - 1;
    boolean isNegated = source.startsWith("^", at);
    int end = at + (isNegated ? 2 : 1);
    while (end < source.length() && source.charAt(end) != ']') {
      end += source.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= source.length()) {
      return Optional.empty();
    }
    at = end + 1;
    if (isNegated) {
      String set = source.substring(from, at);
      return OTHERS
          .codePoints()
          .mapToObj(Character::toString)
          .filter(c -> matches(set, c))
          .findFirst();
    }
    char first = source.charAt(from + 1);
    return first == '\\' ? escaped(source.charAt(from + 2)) : Optional.of(String.valueOf(first));
  }

  /** How often what is before it has to come at least; -1 if that cannot be read. */
  private int repetitions() {
    char c = at < source.length() ? source.charAt(at) : ' ';
    if (QUANTIFIERS.indexOf(c) < 0) {
      return 1;
    }
    int least = c == '{' ? counted() : c == '+' ? 1 : 0;
    at++;
    if (at < source.length() && source.charAt(at) == '?') {
      at++;
    }
    return least;
  }

  private int counted() {
    int end = source.indexOf('}', at);
    String least = end < 0 ? "" : source.substring(at + 1, end).split(",", 2)[0];
    if (!least.matches("\\d{1,3}")) {
      return -1;
    }
    at = end;
    return Integer.parseInt(least);
  }
}
