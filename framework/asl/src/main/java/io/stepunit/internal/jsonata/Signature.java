package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a function takes, and what is done to its arguments before the call: a missing one comes
 * from the context, a single value becomes an array, anything else is refused.
 *
 * <p>See "Function signature syntax" in the JSONata documentation.
 */
public final class Signature {
  private static final Map<String, String> ITEMS =
      Map.of(
          "a",
          "arrays",
          "b",
          "booleans",
          "f",
          "functions",
          "n",
          "numbers",
          "o",
          "objects",
          "s",
          "strings");

  private final Parameter[] parameters;
  private final boolean repeats;

  private Signature(List<Parameter> parameters) {
    this.parameters = parameters.toArray(new Parameter[0]);
    repeats = parameters.stream().anyMatch(Parameter::repeats);
  }

  /**
   * @param types what may be given, a bit for each type of Jackson's
   * @param items the letters between {@code <} and {@code >}; null if there are none
   * @param context whether the context may stand in
   */
  private record Parameter(
      char type,
      int types,
      @Nullable String items,
      boolean optional,
      boolean repeats,
      boolean context) {
    boolean takes(JsonNode value) {
      return isOf(value, types);
    }
  }

  /**
   * Reads a signature as JSONata writes it.
   *
   * @param text such as {@code <s-nn?:s>}
   * @throws SignatureProblem if it says something that JSONata does not support
   */
  public static Signature of(String text) {
    List<Parameter> parameters = new ArrayList<>();
    int at = 1;
    while (at < text.length() && text.charAt(at) != ':') {
      char c = text.charAt(at);
      switch (c) {
        case 's', 'n', 'b', 'l', 'o' -> parameters.add(parameter(c, c + "m"));
        case 'a', 'x' -> parameters.add(parameter(c, "asnblfom"));
        case 'f' -> parameters.add(parameter(c, "f"));
        case 'j' -> parameters.add(parameter(c, "asnblom"));
        case '(' -> {
          int end = closing(text, at, '(', ')');
          String choice = text.substring(at + 1, end);
          if (choice.indexOf('<') >= 0) {
            throw new SignatureProblem("S0402", at);
          }
          parameters.add(parameter(c, choice + "m"));
          at = end;
        }
        case '<' -> {
          int end = closing(text, at, '<', '>');
          refine(parameters, text.substring(at + 1, end), at);
          at = end;
        }
        case '-', '?', '+' -> mark(parameters, c);
        default -> {
          // JSONata passes over what it does not know.
        }
      }
      at++;
    }
    return new Signature(parameters);
  }

  private static Parameter parameter(char type, String symbols) {
    int types = 0;
    for (int i = 0; i < symbols.length(); i++) {
      types |= types(symbols.charAt(i));
    }
    return new Parameter(type, types, null, false, false, false);
  }

  /** The types that a letter stands for. */
  private static int types(char symbol) {
    return switch (symbol) {
      case 's' -> bit(JsonNodeType.STRING);
      case 'n' -> bit(JsonNodeType.NUMBER);
      case 'b' -> bit(JsonNodeType.BOOLEAN);
      case 'l' -> bit(JsonNodeType.NULL);
      case 'a' -> bit(JsonNodeType.ARRAY);
      case 'o' -> bit(JsonNodeType.OBJECT);
      case 'f' -> bit(JsonNodeType.POJO);
      case 'm' -> bit(JsonNodeType.MISSING);
      default -> 0;
    };
  }

  private static int bit(JsonNodeType type) {
    return 1 << type.ordinal();
  }

  private static boolean isOf(JsonNode value, int types) {
    return (types & bit(value.getNodeType())) != 0;
  }

  private static int closing(String text, int opening, char open, char close) {
    int depth = 1;
    int at = opening + 1;
    while (at < text.length()) {
      depth += text.charAt(at) == open ? 1 : text.charAt(at) == close ? -1 : 0;
      if (depth == 0) {
        break;
      }
      at++;
    }
    return Math.min(at, text.length());
  }

  private static void refine(List<Parameter> parameters, String items, int at) {
    Parameter last = parameters.isEmpty() ? null : parameters.get(parameters.size() - 1);
    if (last == null || last.type() != 'a' && last.type() != 'f') {
      throw new SignatureProblem("S0401", at);
    }
    parameters.set(
        parameters.size() - 1,
        new Parameter(
            last.type(), last.types(), items, last.optional(), last.repeats(), last.context()));
  }

  private static void mark(List<Parameter> parameters, char mark) {
    if (parameters.isEmpty()) {
      return;
    }
    Parameter last = parameters.get(parameters.size() - 1);
    parameters.set(
        parameters.size() - 1,
        new Parameter(
            last.type(),
            last.types(),
            last.items(),
            last.optional() || mark != '+',
            last.repeats() || mark == '+',
            last.context() || mark == '-'));
  }

  /**
   * The letter of the type of an argument, of the last for any behind it; {@code x} without
   * parameters.
   */
  public char type(int argument) {
    return parameters.length == 0
        ? 'x'
        : parameters[Math.min(argument, parameters.length - 1)].type();
  }

  /**
   * The arguments as the function gets them.
   *
   * @throws JsonataError if they are not what it takes
   */
  JsonNode[] arguments(JsonNode[] given, JsonNode context) {
    if (!repeats && given.length == parameters.length) {
      return oneEach(given);
    }
    if (!repeats && given.length < parameters.length && mayEndAt(given)) {
      JsonNode[] all = Arrays.copyOf(given, parameters.length);
      Arrays.fill(all, given.length, all.length, Values.UNDEFINED);
      return withArrays(all);
    }
    int[] counts = new int[parameters.length];
    if (match(given, 0, 0, parameters.length, true, counts) < 0) {
      throw mismatch(given);
    }
    return distributed(given, counts, context);
  }

  /** Whether the arguments are those of the first parameters, and the others may be missing. */
  private boolean mayEndAt(JsonNode[] given) {
    for (int i = 0; i < parameters.length; i++) {
      Parameter parameter = parameters[i];
      boolean fits =
          i < given.length
              ? parameter.takes(given[i])
              : parameter.optional() && !parameter.context();
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** The usual case: as many arguments as parameters. */
  private JsonNode[] oneEach(JsonNode[] given) {
    for (int i = 0; i < given.length; i++) {
      Parameter parameter = parameters[i];
      if (!parameter.takes(given[i])) {
        throw mismatch(given);
      }
    }
    return withArrays(given);
  }

  /** The arguments with arrays of single values where arrays are taken. */
  private JsonNode[] withArrays(JsonNode[] given) {
    JsonNode[] arguments = given;
    for (int i = 0; i < given.length; i++) {
      Parameter parameter = parameters[i];
      if (parameter.type() == 'a') {
        JsonNode array = array(parameter, given[i], i);
        if (array != given[i]) {
          arguments = arguments == given ? given.clone() : arguments;
          arguments[i] = array;
        }
      }
    }
    return arguments;
  }

  /**
   * Finds out how many arguments each parameter takes, each as many as it can.
   *
   * @param last how many parameters there are to look at
   * @param whole whether all arguments must be taken
   * @return how many arguments are taken, or -1 if they do not match
   */
  private int match(JsonNode[] given, int index, int from, int last, boolean whole, int[] counts) {
    if (index == last) {
      return !whole || from == given.length ? from : -1;
    }
    Parameter parameter = parameters[index];
    int most = parameter.repeats() ? given.length - from : 1;
    int count = 0;
    while (count < most && from + count < given.length && parameter.takes(given[from + count])) {
      count++;
    }
    for (int least = parameter.optional() ? 0 : 1; count >= least; count--) {
      counts[index] = count;
      int end = match(given, index + 1, from + count, last, whole, counts);
      if (end >= 0) {
        return end;
      }
    }
    return -1;
  }

  private JsonNode[] distributed(JsonNode[] given, int[] counts, JsonNode context) {
    List<JsonNode> arguments = new ArrayList<>(parameters.length);
    int next = 0;
    for (int i = 0; i < counts.length; i++) {
      Parameter parameter = parameters[i];
      JsonNode first = next < given.length ? given[next] : Values.UNDEFINED;
      if (counts[i] == 0 && parameter.context()) {
        if (!parameter.takes(context)) {
          throw error("T0411", next).with("value", context);
        }
        arguments.add(context);
      } else if (counts[i] == 0) {
        arguments.add(first);
        next++;
      }
      for (int k = 0; k < counts[i]; k++) {
        arguments.add(parameter.type() == 'a' ? array(parameter, given[next], next) : first);
        next++;
      }
    }
    return arguments.toArray(new JsonNode[0]);
  }

  private static JsonNode array(Parameter parameter, JsonNode argument, int index) {
    if (argument == Values.UNDEFINED) {
      return argument;
    }
    String items = parameter.items();
    if (items != null && !holds(argument, items)) {
      String type = ITEMS.get(items);
      throw error("T0412", index)
          .with("value", argument)
          .with("type", type == null ? Values.UNDEFINED : Values.text(type));
    }
    if (argument instanceof ArrayNode) {
      return argument;
    }
    ArrayNode array = Values.array(1);
    array.add(argument);
    return array;
  }

  private static boolean holds(JsonNode argument, String items) {
    int types = items.isEmpty() ? 0 : types(items.charAt(0));
    if (!(argument instanceof ArrayNode array)) {
      return items.length() == 1 && isOf(argument, types);
    }
    for (int i = 0; i < array.size(); i++) {
      if (!isOf(array.get(i), types)) {
        return false;
      }
    }
    return true;
  }

  private JsonataError mismatch(JsonNode[] given) {
    int good = 0;
    for (int i = 1; i <= parameters.length; i++) {
      int end = match(given, 0, 0, i, false, new int[parameters.length]);
      if (end < 0) {
        break;
      }
      good = end;
    }
    return error("T0410", good).with("value", good < given.length ? given[good] : Values.UNDEFINED);
  }

  private static JsonataError error(String code, int argument) {
    return new JsonataError(code).with("index", IntNode.valueOf(argument + 1));
  }
}
