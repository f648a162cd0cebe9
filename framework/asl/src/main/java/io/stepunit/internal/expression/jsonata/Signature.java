package io.stepunit.internal.expression.jsonata;

import com.dashjoin.jsonata.Jsonata;
import io.stepunit.internal.expression.ValueKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a function takes, and what is done to its arguments before the call: a missing one comes
 * from the context, a single value becomes an array, anything else is refused in AWS's words. The
 * library checks the same, but its messages do not say which argument of which function is wrong.
 *
 * <p>See "Function signature syntax" in the JSONata documentation.
 */
final class Signature {
  private static final Map<Character, String> ITEMS =
      Map.of(
          'a',
          "arrays",
          'b',
          "booleans",
          'f',
          "functions",
          'n',
          "numbers",
          'o',
          "objects",
          's',
          "strings");

  /**
   * @param type the letter of the type
   * @param symbols the regular expression for the symbols of what may be given
   * @param array whether a single value becomes an array
   * @param items the symbol of the array's items, or null if any will do
   * @param context the regular expression for a context that may stand in; null if it may not
   */
  private record Parameter(
      char type,
      String symbols,
      boolean array,
      @Nullable Character items,
      @Nullable String context) {}

  private final List<Parameter> parameters;
  private final Pattern all;

  private Signature(List<Parameter> parameters) {
    this.parameters = parameters;
    StringBuilder pattern = new StringBuilder();
    parameters.forEach(p -> pattern.append('(').append(p.symbols()).append(')'));
    all = Pattern.compile(pattern.toString());
  }

  /**
   * @param text the parameters as the JSONata documentation writes them, without the result: {@code
   *     s-nn?}
   */
  static Signature of(String text) {
    List<Parameter> parameters = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int start = at;
      char type = text.charAt(at++);
      if (type == '(') {
        at = text.indexOf(')', at) + 1;
      }
      Character items = null;
      if (at < text.length() && text.charAt(at) == '<') {
        items = text.charAt(at + 1);
        at = closing(text, at) + 1;
      }
      String symbols = symbols(type, text, start);
      String context = null;
      while (at < text.length() && "-?+".indexOf(text.charAt(at)) >= 0) {
        char mark = text.charAt(at++);
        context = mark == '-' ? symbols : context;
        symbols += mark == '-' ? '?' : mark;
      }
      parameters.add(new Parameter(type, symbols, type == 'a', items, context));
    }
    return new Signature(parameters);
  }

  private static int closing(String text, int opening) {
    int depth = 0;
    for (int i = opening; ; i++) {
      depth += text.charAt(i) == '<' ? 1 : text.charAt(i) == '>' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
  }

  private static String symbols(char type, String text, int start) {
    return switch (type) {
      case 'a', 'x' -> "[asnblfom]";
      case 'j' -> "[asnblom]";
      case 'f' -> "f";
      case '(' -> "[" + text.substring(start + 1, text.indexOf(')', start)) + "m]";
      default -> "[" + type + "m]";
    };
  }

  /** What an argument has to be, as far as the signature says one thing of it. */
  ValueKind kind(int argument) {
    if (parameters.isEmpty()) {
      return ValueKind.ANY;
    }
    return switch (parameters.get(Math.min(argument, parameters.size() - 1)).type()) {
      case 'n' -> ValueKind.NUMBER;
      case 's' -> ValueKind.TEXT;
      case 'b' -> ValueKind.BOOLEAN;
      case 'a' -> ValueKind.ARRAY;
      case 'o' -> ValueKind.OBJECT;
      default -> ValueKind.ANY;
    };
  }

  /**
   * The arguments as the function gets them.
   *
   * @throws EvaluationFailure if they are not what it takes
   */
  List<@Nullable Object> arguments(String function, List<?> given, @Nullable Object context) {
    StringBuilder symbols = new StringBuilder();
    given.forEach(argument -> symbols.append(symbol(argument)));
    Matcher match = all.matcher(symbols);
    if (!match.matches()) {
      throw mismatch(function, symbols.toString());
    }
    List<@Nullable Object> arguments = new ArrayList<>(parameters.size());
    int next = 0;
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      String part = match.group(i + 1);
      if (part.isEmpty()) {
        arguments.add(omitted(function, parameter, given, next, context));
        next++;
        if (parameter.context() != null) {
          next--;
        }
      }
      for (int k = 0; k < part.length(); k++) {
        Object argument = given.get(next++);
        arguments.add(
            parameter.array()
                ? array(function, parameter, argument, part.charAt(k), next)
                : argument);
      }
    }
    return arguments;
  }

  private static @Nullable Object omitted(
      String function, Parameter parameter, List<?> given, int index, @Nullable Object context) {
    if (parameter.context() == null) {
      return index < given.size() ? given.get(index) : null;
    }
    if (!String.valueOf(symbol(context)).matches(parameter.context())) {
      throw EvaluationFailure.coded(
          "T0411",
          "Context value is not a compatible type with argument %s of function %s"
              .formatted(index + 1, Quotes.quoted(function)));
    }
    return context;
  }

  private static @Nullable Object array(
      String function, Parameter parameter, @Nullable Object argument, char symbol, int position) {
    if (symbol == 'm') {
      return null;
    }
    Character items = parameter.items();
    List<?> list = argument instanceof List<?> several ? several : Arrays.asList(argument);
    if (items != null && !allAre(list, items)) {
      throw EvaluationFailure.coded(
          "T0412",
          "Argument %s of function %s must be an array of \"%s\""
              .formatted(position, Quotes.quoted(function), ITEMS.get(items)));
    }
    return list;
  }

  private static boolean allAre(List<?> list, char items) {
    for (Object item : list) {
      if (symbol(item) != items) {
        return false;
      }
    }
    return true;
  }

  private EvaluationFailure mismatch(String function, String symbols) {
    StringBuilder pattern = new StringBuilder();
    int good = 0;
    for (Parameter parameter : parameters) {
      pattern.append(parameter.symbols());
      Matcher match = Pattern.compile(pattern.toString()).matcher(symbols);
      if (!match.lookingAt()) {
        break;
      }
      good = match.end();
    }
    return EvaluationFailure.coded(
        "T0410",
        "Argument %s of function %s does not match function signature"
            .formatted(good + 1, Quotes.quoted(function)));
  }

  /** The letter that stands for a value's type in signatures. */
  static char symbol(@Nullable Object value) {
    if (value == null) {
      return 'm';
    }
    if (value == Jsonata.NULL_VALUE) {
      return 'l';
    }
    if (value instanceof String) {
      return 's';
    }
    if (value instanceof Number) {
      return 'n';
    }
    if (value instanceof Boolean) {
      return 'b';
    }
    if (value instanceof List) {
      return 'a';
    }
    return value instanceof Map ? 'o' : 'f';
  }
}
