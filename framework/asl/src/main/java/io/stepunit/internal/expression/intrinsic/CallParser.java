package io.stepunit.internal.expression.intrinsic;

import com.fasterxml.jackson.databind.node.TextNode;
import io.stepunit.internal.expression.ExpressionSyntaxException;
import io.stepunit.internal.expression.path.Path;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import io.stepunit.internal.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads {@code States.Name(argument, …)}; arguments are {@code 'text'}, numbers, {@code true},
 * {@code false}, {@code null}, paths and calls.
 */
final class CallParser {
  private static final int DEEPEST_NESTING = 10;
  private static final String ESCAPABLE = "'{}\\";
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private final String text;
  private int position;

  private CallParser(String text) {
    this.text = text;
  }

  static Argument.Call parse(String text) {
    CallParser parser = new CallParser(text.stripTrailing());
    Argument.Call call = parser.call(1);
    if (parser.position < parser.text.length()) {
      throw parser.problem("nothing may follow the closing bracket of the call");
    }
    return call;
  }

  private Argument.Call call(int depth) {
    String name = name();
    if (!at('(')) {
      throw problem(
          "write a path that starts with $, or a call such as States.Format('{}', $.name)");
    }
    IntrinsicFunction function =
        Catalogue.find(name).orElseThrow(() -> problem(unknownFunction(name)));
    if (depth > DEEPEST_NESTING) {
      throw problem("calls may be nested at most " + DEEPEST_NESTING + " deep");
    }
    position++;
    List<Argument> arguments = arguments(function, depth);
    if (!function.takes(arguments.size())) {
      throw problem(name + " takes " + function.arity() + ", not " + arguments.size());
    }
    return new Argument.Call(function, List.copyOf(arguments));
  }

  private static String unknownFunction(String name) {
    String hint =
        Suggestion.of(name, Catalogue.names())
            .name()
            .map(near -> "; did you mean " + near + "?")
            .orElse("; known are " + String.join(", ", Catalogue.names()));
    return "there is no function '" + name + "'" + hint;
  }

  private List<Argument> arguments(IntrinsicFunction function, int depth) {
    List<Argument> arguments = new ArrayList<>();
    skipBlanks();
    if (at(')')) {
      position++;
      return arguments;
    }
    while (true) {
      skipBlanks();
      arguments.add(argument(function.kind(arguments.size()), depth));
      skipBlanks();
      if (at(')')) {
        position++;
        return arguments;
      }
      if (!at(',')) {
        throw problem("expected , or ) after an argument");
      }
      position++;
    }
  }

  private Argument argument(ArgumentKind kind, int depth) {
    if (at('\'')) {
      String raw = quoted();
      return new Argument.Literal(
          TextNode.valueOf(kind == ArgumentKind.FORMAT ? raw : unescape(raw)));
    }
    if (at('$')) {
      return new Argument.AtPath(path());
    }
    int start = position;
    String word = word();
    if (word.equals("true") || word.equals("false") || word.equals("null")) {
      return new Argument.Literal(Json.parse(word));
    }
    if (NUMBER.matcher(word).matches()) {
      return number(word);
    }
    position = start;
    if (at(',') || at(')') || position == text.length()) {
      throw problem("an argument is missing");
    }
    if (Character.isLetter(text.charAt(position))) {
      return call(depth + 1);
    }
    throw problem("an argument must be a 'string', a number, true, false, null, a path or a call");
  }

  private Argument number(String word) {
    try {
      return new Argument.Literal(Json.parse(word));
    } catch (JsonTextException e) {
      throw problem(e.problem());
    }
  }

  private String name() {
    int start = position;
    while (position < text.length() && isNamePart(text.charAt(position))) {
      position++;
    }
    return text.substring(start, position);
  }

  private static boolean isNamePart(char c) {
    return c == '.' || c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }

  private static boolean isWordPart(char c) {
    return ",()".indexOf(c) < 0 && !Character.isWhitespace(c);
  }

  private String word() {
    int start = position;
    while (position < text.length() && isWordPart(text.charAt(position))) {
      position++;
    }
    return text.substring(start, position);
  }

  /** The text between two quotes, escapes checked but kept. */
  private String quoted() {
    int start = ++position;
    while (position < text.length() && !at('\'')) {
      if (at('\\')) {
        position++;
        if (position == text.length() || ESCAPABLE.indexOf(text.charAt(position)) < 0) {
          throw problem("a backslash must be followed by ', {, } or \\");
        }
      }
      position++;
    }
    if (position >= text.length()) {
      throw problem("the closing quote of a string is missing");
    }
    return text.substring(start, position++);
  }

  private static String unescape(String raw) {
    if (raw.indexOf('\\') < 0) {
      return raw;
    }
    StringBuilder plain = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) == '\\') {
        i++;
      }
      plain.append(raw.charAt(i));
    }
    return plain.toString();
  }

  /** A path ends at the comma or bracket that is inside none of its own brackets and quotes. */
  private Path path() {
    int start = position;
    int open = 0;
    char quote = 0;
    for (; position < text.length(); position++) {
      char c = text.charAt(position);
      if (quote != 0) {
        if (c == '\\') {
          position++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (open > 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == '[' || c == '(') {
        open++;
      } else if (open == 0 && (c == ',' || c == ')')) {
        break;
      } else if (c == ']' || c == ')') {
        open--;
      }
    }
    return Path.compile(text.substring(start, Math.min(position, text.length())));
  }

  private void skipBlanks() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  private boolean at(char expected) {
    return position < text.length() && text.charAt(position) == expected;
  }

  private ExpressionSyntaxException problem(String what) {
    return new ExpressionSyntaxException(
        "Value is not a valid intrinsic function call",
        "found '%s', at column %s: %s".formatted(text, position + 1, what));
  }
}
