package io.stepunit.internal.jsonata.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.stepunit.internal.jsonata.Arguments;
import io.stepunit.internal.jsonata.Call;
import io.stepunit.internal.jsonata.JsonText;
import io.stepunit.internal.jsonata.LimitExceeded;
import io.stepunit.internal.jsonata.LimitExceeded.Limit;
import io.stepunit.internal.jsonata.NativeFunction;
import io.stepunit.internal.jsonata.UncodedFailure;
import io.stepunit.internal.jsonata.Values;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Functions on texts. Their signs are code points, not halves of them. */
final class TextFunctions {
  static final List<NativeFunction> ALL =
      List.of(
          new NativeFunction("string", "<x-b?:s>", 1, TextFunctions::string),
          new NativeFunction("substring", "<s-nn?:s>", 3, TextFunctions::substring),
          new NativeFunction("substringBefore", "<s-s:s>", 2, TextFunctions::substringBefore),
          new NativeFunction("substringAfter", "<s-s:s>", 2, TextFunctions::substringAfter),
          changing("lowercase", text -> text.toLowerCase(Locale.ROOT)),
          changing("uppercase", text -> text.toUpperCase(Locale.ROOT)),
          new NativeFunction("length", "<s-:n>", 1, TextFunctions::length),
          changing("trim", TextFunctions::trimmed),
          new NativeFunction("pad", "<s-ns?:s>", 3, TextFunctions::pad),
          new NativeFunction("join", "<a<s>s?:s>", 2, TextFunctions::join),
          changing("base64encode", TextFunctions::base64),
          changing("base64decode", TextFunctions::textOfBase64));

  /** How many characters one call of {@code $pad} may add. */
  private static final int PADDING = 262_144;

  private static final Pattern SPACES = Pattern.compile("[ \\t\\n\\r]+");

  private TextFunctions() {}

  /** A function of one text, the context if none is given, that makes another text of it. */
  static NativeFunction changing(String name, UnaryOperator<String> change) {
    return new NativeFunction(
        name,
        "<s-:s>",
        1,
        (call, arguments) -> {
          String text = arguments.text(0);
          if (text == null) {
            return Values.UNDEFINED;
          }
          call.budget().text(text.length());
          return Values.text(change.apply(text));
        });
  }

  private static JsonNode string(Call call, Arguments arguments) {
    JsonNode value = arguments.value(0);
    return value == Values.UNDEFINED || value.isTextual()
        ? value
        : Values.text(JsonText.string(value, arguments.isTrue(1), call.budget()));
  }

  /** A negative start counts from the end. */
  private static JsonNode substring(Call call, Arguments arguments) {
    String text = arguments.text(0);
    if (text == null) {
      return Values.UNDEFINED;
    }
    call.budget().steps(text.length());
    int count = text.codePointCount(0, text.length());
    double start = arguments.number(1);
    if (count + start < 0) {
      start = 0;
    }
    int from = index(start, count);
    int to = count;
    if (arguments.has(2)) {
      double length = arguments.number(2);
      to = length > 0 ? index((start >= 0 ? start : count + start) + length, count) : 0;
    }
    if (from >= to) {
      return Values.text("");
    }
    int begin = text.offsetByCodePoints(0, from);
    return Values.text(text.substring(begin, text.offsetByCodePoints(begin, to - from)));
  }

  /** The place in an array that ECMAScript's {@code slice} takes a number for. */
  private static int index(double number, int count) {
    long whole = (long) number;
    return (int) (whole < 0 ? Math.max(0, count + whole) : Math.min(count, whole));
  }

  private static JsonNode substringBefore(Call call, Arguments arguments) {
    String text = arguments.text(0);
    String sought = arguments.text(1);
    if (text == null || sought == null) {
      return arguments.value(0);
    }
    call.budget().steps(text.length());
    int at = text.indexOf(sought);
    return Values.text(at < 0 ? text : text.substring(0, at));
  }

  private static JsonNode substringAfter(Call call, Arguments arguments) {
    String text = arguments.text(0);
    String sought = arguments.text(1);
    if (text == null || sought == null) {
      return arguments.value(0);
    }
    call.budget().steps(text.length());
    int at = text.indexOf(sought);
    return Values.text(at < 0 ? text : text.substring(at + sought.length()));
  }

  private static JsonNode length(Call call, Arguments arguments) {
    String text = arguments.text(0);
    return text == null ? Values.UNDEFINED : Values.number(text.codePointCount(0, text.length()));
  }

  private static String trimmed(String text) {
    String single = SPACES.matcher(text).replaceAll(" ");
    int from = single.startsWith(" ") ? 1 : 0;
    int to = single.length() - (single.length() > from && single.endsWith(" ") ? 1 : 0);
    return single.substring(from, to);
  }

  private static JsonNode pad(Call call, Arguments arguments) {
    String text = arguments.text(0);
    if (text == null || !arguments.has(1)) {
      return arguments.value(0);
    }
    double width = arguments.number(1);
    long wanted = (long) Math.abs(width);
    call.budget().size(wanted);
    long added = wanted - text.codePointCount(0, text.length());
    if (added > PADDING) {
      throw new LimitExceeded(Limit.MEMORY);
    }
    String with = arguments.text(2);
    int[] signs = (with == null || with.isEmpty() ? " " : with).codePoints().toArray();
    call.budget().text(Math.max(text.length(), wanted));
    StringBuilder padding = new StringBuilder();
    for (int i = 0; i < added; i++) {
      padding.appendCodePoint(signs[i % signs.length]);
    }
    return Values.text(width > 0 ? text + padding : padding + text);
  }

  private static JsonNode join(Call call, Arguments arguments) {
    ArrayNode texts = arguments.array(0);
    if (texts == null) {
      return Values.UNDEFINED;
    }
    String given = arguments.text(1);
    String separator = given == null ? "" : given;
    call.budget().steps(texts.size());
    long length = (long) separator.length() * Math.max(0, texts.size() - 1);
    String[] parts = new String[texts.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = texts.get(i).textValue();
      length += parts[i].length();
    }
    call.budget().text(length);
    return Values.text(String.join(separator, parts));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String textOfBase64(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new UncodedFailure(e);
    }
  }
}
