package io.stepunit.internal.expression.path;

import io.stepunit.internal.expression.path.PathSteps.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the definite paths: {@code $} and steps {@code .name}, {@code ['name']}, {@code ["name"]},
 * {@code [3]} and {@code [-1]}. What is more than that is left to json-path.
 */
final class PathParser {
  /** As deep as a text of JSON may be nested. */
  private static final int MOST_STEPS = 1_000;

  private final String text;
  private final List<Step> steps = new ArrayList<>();
  private int position = 1;

  private PathParser(String text) {
    this.text = text;
  }

  /**
   * The steps of a path, or nothing if it is no definite path.
   *
   * @throws PathTextException if there are too many: no value is nested so deeply
   */
  static Optional<PathSteps> parse(String text) {
    if (!text.startsWith("$")) {
      return Optional.empty();
    }
    PathParser parser = new PathParser(text);
    while (parser.position < text.length()) {
      if (!parser.step()) {
        return Optional.empty();
      }
      if (parser.steps.size() > MOST_STEPS) {
        throw new PathTextException("it has more than 1,000 steps");
      }
    }
    return Optional.of(new PathSteps(parser.steps));
  }

  private boolean step() {
    if (at('.')) {
      position++;
      return at('[') ? bracket() : name();
    }
    return at('[') && bracket();
  }

  private boolean name() {
    int start = position;
    while (position < text.length() && "[.".indexOf(text.charAt(position)) < 0) {
      if ("( ".indexOf(text.charAt(position)) >= 0) {
        return false;
      }
      position++;
    }
    String name = text.substring(start, position);
    steps.add(Step.field(name, '\''));
    return !name.isEmpty() && name.charAt(0) != '*';
  }

  private boolean bracket() {
    position++;
    return at('\'') || at('"') ? quoted(text.charAt(position)) : index();
  }

  private boolean index() {
    int end = text.indexOf(']', position);
    if (end < 0) {
      return false;
    }
    String digits = text.substring(position, end);
    if (!digits.matches("-?[0-9]{1,9}")) {
      return false;
    }
    steps.add(Step.item(Integer.parseInt(digits)));
    position = end + 1;
    return true;
  }

  /** A backslash counts only before the quote that delimits the name and before a backslash. */
  private boolean quoted(char quote) {
    StringBuilder name = new StringBuilder();
    for (position++; position < text.length() && !at(quote); position++) {
      boolean escape = at('\\') && position + 1 < text.length();
      if (escape && (text.charAt(position + 1) == quote || text.charAt(position + 1) == '\\')) {
        position++;
      }
      name.append(text.charAt(position));
    }
    position++;
    if (!at(']')) {
      return false;
    }
    position++;
    steps.add(Step.field(name.toString(), quote));
    return true;
  }

  private boolean at(char expected) {
    return position < text.length() && text.charAt(position) == expected;
  }
}
