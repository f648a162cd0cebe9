package io.stepunit.internal.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * JSONata's own functions: the library's code behind signatures that name the argument that is
 * wrong. {@code $eval} is not among them: Step Functions does not have it.
 */
final class StandardFunctions {
  /** By name, without {@code $}. */
  static final Map<String, Builtin> ALL =
      Stream.of(numeric(), text(), patterns(), formats(), arrays(), higherOrder(), objects())
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableMap(Builtin::name, Function.identity()));

  private StandardFunctions() {}

  private static List<Builtin> numeric() {
    return List.of(
        function("sum", "a<n>", 1, a -> Functions.sum(a.list(0))),
        function("count", "a", 1, a -> Functions.count(a.list(0))),
        function("max", "a<n>", 1, a -> Functions.max(a.list(0))),
        function("min", "a<n>", 1, a -> Functions.min(a.list(0))),
        function("average", "a<n>", 1, a -> Functions.average(a.list(0))),
        function("number", "(nsb)-", 1, NumberFunctions::number),
        function("floor", "n-", 1, a -> Functions.floor(a.number(0))),
        function("ceil", "n-", 1, a -> Functions.ceil(a.number(0))),
        function("round", "n-n?", 2, a -> Functions.round(a.number(0), a.number(1))),
        function("abs", "n-", 1, a -> Functions.abs(a.number(0))),
        function("sqrt", "n-", 1, NumberFunctions::sqrt),
        function("power", "n-n", 2, NumberFunctions::power));
  }

  private static List<Builtin> text() {
    return List.of(
        function("string", "x-b?", 1, TextFunctions::string),
        function("substring", "s-nn?", 3, TextFunctions::substring),
        function("substringBefore", "s-s", 2, a -> Functions.substringBefore(a.text(0), a.text(1))),
        function("substringAfter", "s-s", 2, a -> Functions.substringAfter(a.text(0), a.text(1))),
        function("lowercase", "s-", 1, TextFunctions::lowercase),
        function("uppercase", "s-", 1, TextFunctions::uppercase),
        function("length", "s-", 1, a -> Functions.length(a.text(0))),
        function("trim", "s-", 1, a -> Functions.trim(a.text(0))),
        function("pad", "s-ns?", 3, TextFunctions::pad),
        function("join", "a<s>s?", 2, TextFunctions::join),
        function("base64encode", "s-", 1, a -> Functions.base64encode(a.text(0))),
        function("base64decode", "s-", 1, a -> Functions.base64decode(a.text(0))),
        function("encodeUrlComponent", "s-", 1, UrlFunctions::encodeUrlComponent),
        function("encodeUrl", "s-", 1, UrlFunctions::encodeUrl),
        function("decodeUrlComponent", "s-", 1, UrlFunctions::decodeUrlComponent),
        function("decodeUrl", "s-", 1, UrlFunctions::decodeUrl));
  }

  private static List<Builtin> patterns() {
    return List.of(
        function("match", "s-f<s:o>n?", 3, PatternFunctions::match),
        function("contains", "s-(sf)", 2, PatternFunctions::contains),
        function("replace", "s-(sf)(sf)n?", 4, PatternFunctions::replace),
        function("split", "s-(sf)n?", 3, PatternFunctions::split));
  }

  private static List<Builtin> formats() {
    return List.of(
        function("formatNumber", "n-so?", 3, NumberPicture::format),
        function("formatBase", "n-n?", 2, NumberFunctions::formatBase),
        function("formatInteger", "n-s", 2, NumberFunctions::formatInteger),
        function("parseInteger", "s-s", 2, NumberFunctions::parseInteger),
        function("fromMillis", "n-s?s?", 3, TimeFunctions::fromMillis));
  }

  private static List<Builtin> arrays() {
    return List.of(
        function("zip", "a+", 0, ArrayFunctions::zip),
        function("append", "xx", 2, a -> Functions.append(a.any(0), a.any(1))),
        function("reverse", "a", 1, a -> Functions.reverse(a.list(0))),
        function("distinct", "x", 1, ArrayFunctions::distinct),
        function("exists", "x", 1, a -> a.has(0)),
        function("boolean", "x-", 1, a -> Functions.toBoolean(a.any(0))),
        function("not", "x-", 1, a -> Functions.not(a.any(0))),
        function("type", "x", 1, a -> TextFunctions.type(a.any(0))));
  }

  private static List<Builtin> higherOrder() {
    return List.of(
        function("map", "af", 2, a -> Functions.map(a.list(0), a.any(1))),
        function("filter", "af", 2, a -> Functions.filter(a.list(0), a.any(1))),
        function("single", "af?", 2, a -> Functions.single(a.list(0), a.any(1))),
        function("reduce", "afj?", 3, a -> Functions.foldLeft(a.list(0), a.any(1), a.any(2))),
        function("sort", "af?", 2, ArrayFunctions::sort),
        function("sift", "o-f?", 2, a -> Functions.sift(a.object(0), a.any(1))),
        function("each", "o-f", 2, a -> Functions.each(a.object(0), a.any(1))));
  }

  private static List<Builtin> objects() {
    return List.of(
        function("keys", "x-", 1, a -> Functions.keys(a.any(0))),
        function("lookup", "x-s", 2, a -> Functions.lookup(a.any(0), a.text(1))),
        function("spread", "x-", 1, a -> Functions.spread(a.any(0))),
        function("merge", "a<o>", 1, a -> Functions.merge(a.list(0))),
        function("clone", "(oa)-", 1, a -> Copies.of(a.any(0))),
        function("error", "s?", 1, TextFunctions::error),
        function("assert", "bs?", 2, TextFunctions::asserted));
  }

  private static Builtin function(String name, String signature, int arity, Builtin.Body body) {
    return new Builtin(name, signature, arity, body);
  }
}
