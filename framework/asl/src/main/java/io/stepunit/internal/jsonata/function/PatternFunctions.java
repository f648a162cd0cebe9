package io.stepunit.internal.jsonata.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.stepunit.internal.jsonata.Arguments;
import io.stepunit.internal.jsonata.Call;
import io.stepunit.internal.jsonata.FunctionValue;
import io.stepunit.internal.jsonata.JsonataError;
import io.stepunit.internal.jsonata.NativeFunction;
import io.stepunit.internal.jsonata.Sequence;
import io.stepunit.internal.jsonata.UncodedFailure;
import io.stepunit.internal.jsonata.Values;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Functions that look for something in a text: a text, or what a matcher function finds. */
final class PatternFunctions {
  static final List<NativeFunction> ALL =
      List.of(
          new NativeFunction("match", "<s-f<s:o>n?:a<o>>", 3, PatternFunctions::match),
          new NativeFunction("contains", "<s-(sf):b>", 2, PatternFunctions::contains),
          new NativeFunction("replace", "<s-(sf)(sf)n?:s>", 4, PatternFunctions::replace),
          new NativeFunction("split", "<s-(sf)n?:a<s>>", 3, PatternFunctions::split));

  private static final String NOTHING = "undefined";

  private PatternFunctions() {}

  private static JsonNode match(Call call, Arguments arguments) {
    String text = arguments.text(0);
    if (text == null) {
      return Values.UNDEFINED;
    }
    double limit = limit(arguments, 2, "D3040");
    Sequence found = new Sequence();
    if (limit > 0) {
      Matches matches = Matches.of(call, arguments.function(1), text);
      while (matches.hasMatch() && found.size() < limit) {
        found.add(matches.next().shown());
      }
    }
    return found;
  }

  private static JsonNode contains(Call call, Arguments arguments) {
    String text = arguments.text(0);
    if (text == null) {
      return Values.UNDEFINED;
    }
    String sought = arguments.text(1);
    if (sought == null) {
      return Values.truth(Matches.of(call, arguments.function(1), text).hasMatch());
    }
    call.budget().steps(text.length());
    return Values.truth(text.contains(sought));
  }

  private static JsonNode split(Call call, Arguments arguments) {
    String text = arguments.text(0);
    if (text == null) {
      return Values.UNDEFINED;
    }
    double limit = limit(arguments, 2, "D3020");
    String separator = arguments.text(1);
    if (separator != null) {
      return splitAt(call, text, separator, Math.floor(limit));
    }
    ArrayNode parts = Values.array();
    if (limit > 0) {
      Matches matches = Matches.of(call, arguments.function(1), text);
      int from = 0;
      while (matches.hasMatch() && parts.size() < limit) {
        Match match = matches.next();
        parts.add(cut(text, from, match.start()));
        from = match.end();
      }
      if (parts.size() < limit) {
        parts.add(cut(text, from, text.length()));
      }
    }
    return parts;
  }

  private static ArrayNode splitAt(Call call, String text, String separator, double limit) {
    ArrayNode parts = Values.array();
    call.budget().text(text.length());
    int least = separator.isEmpty() ? 1 : 0;
    int from = 0;
    int to = text.indexOf(separator, least);
    while (to >= 0 && to < text.length() + 1 - least && parts.size() < limit) {
      call.budget().step();
      parts.add(text.substring(from, to));
      from = to + separator.length();
      to = text.indexOf(separator, from + least);
    }
    boolean hasRest = from < text.length() || least == 0;
    if (hasRest && parts.size() < limit) {
      parts.add(text.substring(from));
    }
    return parts;
  }

  /** What a user's matcher calls a place need not be one: the nearest one stands for it. */
  private static String cut(String text, int from, int to) {
    int start = Math.max(0, Math.min(from, text.length()));
    int end = Math.max(0, Math.min(to, text.length()));
    return text.substring(Math.min(start, end), Math.max(start, end));
  }

  private static JsonNode replace(Call call, Arguments arguments) {
    String text = arguments.text(0);
    if (text == null) {
      return Values.UNDEFINED;
    }
    String sought = arguments.text(1);
    if (sought != null && sought.isEmpty()) {
      throw new JsonataError("D3010").with("value", sought);
    }
    double limit = limit(arguments, 3, "D3011");
    if (!(limit > 0)) {
      return arguments.value(0);
    }
    return Values.text(
        sought == null
            ? replaceMatches(call, arguments, text, limit)
            : replaceTexts(call, arguments, text, sought, limit));
  }

  private static String replaceTexts(
      Call call, Arguments arguments, String text, String sought, double limit) {
    String given = arguments.text(2);
    FunctionValue function = arguments.function(2);
    StringBuilder result = new StringBuilder();
    int from = 0;
    int at = text.indexOf(sought);
    for (int count = 0; at >= 0 && count < limit; count++) {
      String by = given == null ? NOTHING : given;
      if (function != null) {
        by = called(call, function, found(sought, at));
      }
      append(call, result, text, from, at, by);
      from = at + sought.length();
      at = text.indexOf(sought, from);
    }
    return end(call, result, text, from);
  }

  private static JsonNode found(String sought, int at) {
    return Values.object()
        .put("match", sought)
        .put("start", at)
        .put("end", at + sought.length())
        .set("groups", Values.array());
  }

  private static String replaceMatches(Call call, Arguments arguments, String text, double limit) {
    Function<Match, String> replacer = replacer(call, arguments.text(2), arguments.function(2));
    Matches matches = Matches.of(call, arguments.function(1), text);
    StringBuilder result = new StringBuilder();
    int from = 0;
    for (int count = 0; matches.hasMatch() && count < limit; count++) {
      Match match = matches.current();
      append(call, result, text, from, match.start(), replacer.apply(match));
      from = match.start() + match.text().length();
      matches.next();
    }
    return end(call, result, text, from);
  }

  private static Function<Match, String> replacer(
      Call call, @Nullable String template, @Nullable FunctionValue function) {
    if (template != null) {
      return match -> Replacement.of(template, match);
    }
    return match -> called(call, function, match.value());
  }

  private static String called(Call call, @Nullable FunctionValue function, JsonNode match) {
    if (function == null) {
      throw new UncodedFailure("there is nothing to replace with");
    }
    JsonNode by = call.apply(function, match);
    if (by.isTextual()) {
      return by.textValue();
    }
    throw new JsonataError("D3012").with("value", by);
  }

  private static void append(
      Call call, StringBuilder result, String text, int from, int to, String by) {
    call.budget().step();
    result.append(cut(text, from, to)).append(by);
    call.budget().size(result.length());
  }

  private static String end(Call call, StringBuilder result, String text, int from) {
    result.append(cut(text, from, text.length()));
    call.budget().text(result.length());
    return result.toString();
  }

  private static double limit(Arguments arguments, int index, String code) {
    if (!arguments.has(index)) {
      return Double.POSITIVE_INFINITY;
    }
    double limit = arguments.number(index);
    if (limit < 0) {
      throw new JsonataError(code).with("value", arguments.value(index));
    }
    return limit;
  }
}
