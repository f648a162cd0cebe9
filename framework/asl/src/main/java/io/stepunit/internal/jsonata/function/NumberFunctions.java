package io.stepunit.internal.jsonata.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.stepunit.internal.jsonata.Arguments;
import io.stepunit.internal.jsonata.Call;
import io.stepunit.internal.jsonata.JsonataError;
import io.stepunit.internal.jsonata.NativeFunction;
import io.stepunit.internal.jsonata.Values;
import io.stepunit.internal.jsonata.picture.Rounding;
import java.math.BigInteger;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Pattern;

/** Functions that calculate. */
final class NumberFunctions {
  static final List<NativeFunction> ALL =
      List.of(
          new NativeFunction("sum", "<a<n>:n>", 1, NumberFunctions::sum),
          new NativeFunction("count", "<a:n>", 1, NumberFunctions::count),
          new NativeFunction("max", "<a<n>:n>", 1, (call, a) -> best(call, a, Math::max)),
          new NativeFunction("min", "<a<n>:n>", 1, (call, a) -> best(call, a, Math::min)),
          new NativeFunction("average", "<a<n>:n>", 1, NumberFunctions::average),
          new NativeFunction("number", "<(nsb)-:n>", 1, NumberFunctions::number),
          new NativeFunction("floor", "<n-:n>", 1, (call, a) -> changed(a, Math::floor)),
          new NativeFunction("ceil", "<n-:n>", 1, (call, a) -> changed(a, Math::ceil)),
          new NativeFunction("abs", "<n-:n>", 1, (call, a) -> changed(a, Math::abs)),
          new NativeFunction("round", "<n-n?:n>", 2, NumberFunctions::round),
          new NativeFunction("sqrt", "<n-:n>", 1, NumberFunctions::sqrt),
          new NativeFunction("power", "<n-n:n>", 2, NumberFunctions::power));

  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([Ee][-+]?[0-9]+)?");
  private static final Pattern BASED = Pattern.compile("0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+");

  /** What JSONata takes for a number with a base, though not each is one. */
  private static final Pattern LIKE_BASED =
      Pattern.compile("^0[xX][0-9A-Fa-f]+|0[oO][0-7]+|0[bB][01]+\\z");

  private NumberFunctions() {}

  private static JsonNode sum(Call call, Arguments arguments) {
    ArrayNode numbers = arguments.array(0);
    return numbers == null ? Values.UNDEFINED : Values.number(total(call, numbers));
  }

  private static double total(Call call, ArrayNode numbers) {
    call.budget().steps(numbers.size());
    double total = 0;
    for (int i = 0; i < numbers.size(); i++) {
      total += numbers.get(i).doubleValue();
    }
    return total;
  }

  private static JsonNode count(Call call, Arguments arguments) {
    ArrayNode array = arguments.array(0);
    return Values.number(array == null ? 0 : array.size());
  }

  private static JsonNode average(Call call, Arguments arguments) {
    ArrayNode numbers = arguments.array(0);
    return numbers == null || numbers.isEmpty()
        ? Values.UNDEFINED
        : Values.number(total(call, numbers) / numbers.size());
  }

  private static JsonNode best(Call call, Arguments arguments, DoubleBinaryOperator better) {
    ArrayNode numbers = arguments.array(0);
    if (numbers == null || numbers.isEmpty()) {
      return Values.UNDEFINED;
    }
    call.budget().steps(numbers.size());
    double best = numbers.get(0).doubleValue();
    for (int i = 1; i < numbers.size(); i++) {
      best = better.applyAsDouble(best, numbers.get(i).doubleValue());
    }
    return Values.number(best);
  }

  private static JsonNode number(Call call, Arguments arguments) {
    JsonNode value = arguments.value(0);
    if (value.isBoolean()) {
      return Values.number(value.booleanValue() ? 1 : 0);
    }
    String text = arguments.text(0);
    if (text == null) {
      return value;
    }
    if (DECIMAL.matcher(text).matches() && !Double.isInfinite(Double.parseDouble(text))) {
      return Values.number(Double.parseDouble(text));
    }
    if (LIKE_BASED.matcher(text).find()) {
      return Values.number(based(text.strip()));
    }
    throw new JsonataError("D3030").with("value", value);
  }

  private static double based(String text) {
    if (!BASED.matcher(text).matches()) {
      return Double.NaN;
    }
    int radix =
        switch (text.charAt(1)) {
          case 'x', 'X' -> 16;
          case 'o', 'O' -> 8;
          default -> 2;
        };
    return new BigInteger(text.substring(2), radix).doubleValue();
  }

  private static JsonNode changed(Arguments arguments, DoubleUnaryOperator change) {
    return arguments.has(0)
        ? Values.number(change.applyAsDouble(arguments.number(0)))
        : Values.UNDEFINED;
  }

  private static JsonNode round(Call call, Arguments arguments) {
    double decimals = arguments.has(1) ? arguments.number(1) : 0;
    return changed(arguments, value -> Rounding.half(value, decimals));
  }

  private static JsonNode sqrt(Call call, Arguments arguments) {
    if (arguments.number(0) < 0) {
      throw new JsonataError("D3060").with("value", arguments.value(0));
    }
    return changed(arguments, Math::sqrt);
  }

  private static JsonNode power(Call call, Arguments arguments) {
    if (!arguments.has(0)) {
      return Values.UNDEFINED;
    }
    double power = StrictMath.pow(arguments.number(0), arguments.number(1));
    if (!Double.isFinite(power)) {
      throw new JsonataError("D3061")
          .with("value", arguments.value(0))
          .with("exp", arguments.value(1));
    }
    return Values.number(power);
  }
}
