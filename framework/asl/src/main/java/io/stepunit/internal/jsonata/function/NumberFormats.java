package io.stepunit.internal.jsonata.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.jsonata.Arguments;
import io.stepunit.internal.jsonata.Call;
import io.stepunit.internal.jsonata.JsonataError;
import io.stepunit.internal.jsonata.NativeFunction;
import io.stepunit.internal.jsonata.UncodedFailure;
import io.stepunit.internal.jsonata.Values;
import io.stepunit.internal.jsonata.picture.IntegerPicture;
import io.stepunit.internal.jsonata.picture.NumberPicture;
import io.stepunit.internal.jsonata.picture.Radix;
import io.stepunit.internal.jsonata.picture.Rounding;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions that write numbers by pictures, and read them. */
final class NumberFormats {
  static final List<NativeFunction> ALL =
      List.of(
          new NativeFunction("formatNumber", "<n-so?:s>", 3, NumberFormats::formatNumber),
          new NativeFunction("formatBase", "<n-n?:s>", 2, NumberFormats::formatBase),
          new NativeFunction("formatInteger", "<n-s:s>", 2, NumberFormats::formatInteger),
          new NativeFunction("parseInteger", "<s-s:n>", 2, NumberFormats::parseInteger));

  private static final int LEAST_RADIX = 2;
  private static final int GREATEST_RADIX = 36;
  private static final int USUAL_RADIX = 10;
  private static final String MINUS_SIGN = "minus-sign";

  private NumberFormats() {}

  private static JsonNode formatNumber(Call call, Arguments arguments) {
    String picture = arguments.text(1);
    if (!arguments.has(0) || picture == null) {
      return Values.UNDEFINED;
    }
    Map<String, String> symbols = symbols(arguments.object(2));
    return Values.text(NumberPicture.of(picture, symbols).format(arguments.number(0)));
  }

  /** An empty text says nothing, except that there is no sign for what is less than nothing. */
  private static Map<String, String> symbols(@Nullable ObjectNode options) {
    Map<String, String> symbols = new HashMap<>();
    if (options != null) {
      Iterator<Map.Entry<String, JsonNode>> members = options.fields();
      while (members.hasNext()) {
        Map.Entry<String, JsonNode> option = members.next();
        String sign = option.getValue().textValue();
        if (sign != null && (!sign.isEmpty() || option.getKey().equals(MINUS_SIGN))) {
          symbols.put(option.getKey(), sign);
        }
      }
    }
    return symbols;
  }

  private static JsonNode formatBase(Call call, Arguments arguments) {
    if (!arguments.has(0)) {
      return Values.UNDEFINED;
    }
    double radix = arguments.has(1) ? Rounding.half(arguments.number(1)) : USUAL_RADIX;
    if (radix < LEAST_RADIX || radix > GREATEST_RADIX) {
      throw new JsonataError("D3100").with("value", Values.number(radix));
    }
    if (Double.isNaN(radix)) {
      throw new UncodedFailure("a number has no base that is no number");
    }
    return Values.text(Radix.text(Rounding.half(arguments.number(0)), (int) radix));
  }

  private static JsonNode formatInteger(Call call, Arguments arguments) {
    String picture = arguments.text(1);
    return arguments.has(0) && picture != null
        ? Values.text(IntegerPicture.of(picture).format(arguments.number(0)))
        : Values.UNDEFINED;
  }

  private static JsonNode parseInteger(Call call, Arguments arguments) {
    String text = arguments.text(0);
    String picture = arguments.text(1);
    if (text == null || picture == null) {
      return Values.UNDEFINED;
    }
    call.budget().steps(text.length());
    return Values.number(IntegerPicture.of(picture).parse(text));
  }
}
