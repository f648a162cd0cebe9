package io.stepunit.internal.jsonata.function;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.jsonata.Arguments;
import io.stepunit.internal.jsonata.Call;
import io.stepunit.internal.jsonata.JsonataError;
import io.stepunit.internal.jsonata.NativeFunction;
import io.stepunit.internal.jsonata.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions on values of any type, and those that fail on purpose. */
final class ValueFunctions {
  static final List<NativeFunction> ALL =
      List.of(
          new NativeFunction("boolean", "<x-:b>", 1, (call, a) -> truth(a, true)),
          new NativeFunction("not", "<x-:b>", 1, (call, a) -> truth(a, false)),
          new NativeFunction("exists", "<x:b>", 1, (call, a) -> Values.truth(a.has(0))),
          new NativeFunction("type", "<x:s>", 1, ValueFunctions::type),
          new NativeFunction("error", "<s?:x>", 1, ValueFunctions::error),
          new NativeFunction("assert", "<bs?:x>", 2, ValueFunctions::check));

  private ValueFunctions() {}

  private static JsonNode truth(Arguments arguments, boolean wanted) {
    return arguments.has(0)
        ? Values.truth(Values.isTrue(arguments.value(0)) == wanted)
        : Values.UNDEFINED;
  }

  private static JsonNode type(Call call, Arguments arguments) {
    JsonNode value = arguments.value(0);
    return switch (value.getNodeType()) {
      case MISSING -> Values.UNDEFINED;
      case NULL -> Values.text("null");
      case STRING -> Values.text("string");
      // What is not a number is an object in JavaScript, as far as JSONata can see.
      case NUMBER -> Values.text(Values.isNumeric(value) ? "number" : "object");
      case BOOLEAN -> Values.text("boolean");
      case ARRAY -> Values.text("array");
      case POJO -> Values.text("function");
      default -> Values.text("object");
    };
  }

  private static JsonNode error(Call call, Arguments arguments) {
    throw failure("D3137", arguments.text(0), "$error() function evaluated");
  }

  private static JsonNode check(Call call, Arguments arguments) {
    if (arguments.isTrue(0)) {
      return Values.UNDEFINED;
    }
    throw failure("D3141", arguments.text(1), "$assert() statement failed");
  }

  private static JsonataError failure(String code, @Nullable String given, String otherwise) {
    String message = given == null || given.isEmpty() ? otherwise : given;
    return new JsonataError(code).with("message", message);
  }
}
