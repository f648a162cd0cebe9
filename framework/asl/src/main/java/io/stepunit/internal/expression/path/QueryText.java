package io.stepunit.internal.expression.path;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.DataPath.Step;
import io.stepunit.internal.expression.DecidingValues;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.ValueKind;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The fields and items that the text of a query path goes through. The library compiles such a path
 * and does not say what is in it.
 */
final class QueryText {
  private static final String OPERATORS = "=!<>";
  private static final Pattern INDEX = Pattern.compile("-?\\d{1,6}");

  private final List<Step> steps = new ArrayList<>();
  private final List<Test> tests = new ArrayList<>();
  private final String text;
  private int position;

  /**
   * A value that a condition looks at.
   *
   * @param path from the root of the document
   * @param deciding what it is compared with, and neighbours of that
   */
  private record Test(List<Step> path, List<JsonNode> deciding) {}

  private QueryText(String text, int position) {
    this.text = text;
    this.position = position;
  }

  static QueryText of(String text) {
    QueryText query = new QueryText(text, 1);
    query.walk();
    return query;
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  Stream<Read> readsOfFilters(DataPath root) {
    return tests.stream()
        .map(test -> Read.compared(root.with(test.path()), ValueKind.ANY, test.deciding()));
  }

  /** Goes on as long as there are steps. */
  private void walk() {
    while (at('.') || at('[')) {
      if (at('[')) {
        bracket();
      } else {
        position++;
        dotted();
      }
    }
  }

  private void dotted() {
    int start = position;
    while (position < text.length() && isOfName(text.charAt(position))) {
      position++;
    }
    String name = text.substring(start, position);
    if (at('*')) {
      position++;
    } else if (at('(')) {
      // A function such as length() or sum(): what it is called on is an array.
      items();
      skipTo(')');
    } else if (!name.isEmpty()) {
      steps.add(new Step.Field(name));
    }
  }

  private static boolean isOfName(char character) {
    return Character.isLetterOrDigit(character) || character == '_' || character == '-';
  }

  private void bracket() {
    int start = position + 1;
    skipTo(']');
    String inside = text.substring(start, Math.max(start, position - 1)).strip();
    quoted(inside)
        .ifPresentOrElse(
            name -> steps.add(new Step.Field(name)),
            () -> {
              steps.add(INDEX.matcher(inside).matches() ? item(inside) : new Step.Items());
              conditions(inside);
            });
  }

  private static Step item(String index) {
    return new Step.Item(Integer.parseInt(index));
  }

  private void items() {
    steps.add(new Step.Items());
  }

  /** The text between quotes, if it is one and not several. */
  private static Optional<String> quoted(String part) {
    boolean quotes = part.length() > 1 && (part.charAt(0) == '\'' || part.charAt(0) == '"');
    return quotes && part.indexOf(part.charAt(0), 1) == part.length() - 1
        ? Optional.of(part.substring(1, part.length() - 1))
        : Optional.empty();
  }

  /** Behind the bracket that closes the one here; brackets in quotes do not count. */
  private void skipTo(char closing) {
    int depth = 0;
    char quote = 0;
    for (; position < text.length(); position++) {
      char c = text.charAt(position);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '[' || c == '(') {
        depth++;
      } else if (c == ']' || c == ')') {
        depth--;
      }
      if (c == closing && depth == 0 && quote == 0) {
        position++;
        return;
      }
    }
  }

  /** {@code ?(@.status == 'OPEN' && @.total > 1)}. */
  private void conditions(String filter) {
    for (int at = filter.indexOf('@'); at >= 0; at = filter.indexOf('@', at + 1)) {
      QueryText item = new QueryText(filter, at + 1);
      item.walk();
      if (!item.steps.isEmpty()) {
        List<Step> path = new ArrayList<>(steps);
        path.addAll(item.steps);
        tests.add(new Test(path, item.literal().map(DecidingValues::around).orElse(List.of())));
      }
    }
  }

  /** The literal that what was walked is compared with. */
  private Optional<JsonNode> literal() {
    int start = skipBlanks(position);
    int end = start;
    while (end < text.length() && OPERATORS.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    if (end == start) {
      return Optional.empty();
    }
    int from = skipBlanks(end);
    String word = text.substring(from, endOfLiteral(from));
    return quoted(word).<JsonNode>map(Json.NODES::textNode).or(() -> number(word));
  }

  private int endOfLiteral(int from) {
    if (from < text.length() && "'\"".indexOf(text.charAt(from)) >= 0) {
      int quote = text.indexOf(text.charAt(from), from + 1);
      return quote < 0 ? text.length() : quote + 1;
    }
    int to = from;
    while (to < text.length() && " )&|".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    return to;
  }

  private static Optional<JsonNode> number(String word) {
    return word.matches("-?\\d{1,18}(\\.\\d+)?|true|false")
        ? Optional.of(Json.parse(word))
        : Optional.empty();
  }

  private int skipBlanks(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private boolean at(char expected) {
    return position < text.length() && text.charAt(position) == expected;
  }
}
