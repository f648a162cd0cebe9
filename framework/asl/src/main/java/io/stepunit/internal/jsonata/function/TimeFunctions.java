package io.stepunit.internal.jsonata.function;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.jsonata.Arguments;
import io.stepunit.internal.jsonata.Call;
import io.stepunit.internal.jsonata.NativeFunction;
import io.stepunit.internal.jsonata.Values;
import io.stepunit.internal.jsonata.picture.IsoTimestamp;
import io.stepunit.internal.jsonata.picture.TimePicture;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Functions on timestamps, which are milliseconds since 1970. */
final class TimeFunctions {
  static final List<NativeFunction> ALL =
      List.of(
          new NativeFunction("toMillis", "<s-s?:n>", 2, TimeFunctions::toMillis),
          new NativeFunction("fromMillis", "<n-s?s?:s>", 3, TimeFunctions::fromMillis),
          new NativeFunction("now", "<s?s?:s>", 2, TimeFunctions::now),
          new NativeFunction(
              "millis", "<:n>", 0, (call, a) -> Values.number((double) call.now().toEpochMilli())));

  private TimeFunctions() {}

  private static JsonNode toMillis(Call call, Arguments arguments) {
    String text = arguments.text(0);
    String picture = arguments.text(1);
    if (text == null) {
      return Values.UNDEFINED;
    }
    if (picture == null) {
      return Values.number(IsoTimestamp.millis(text));
    }
    OptionalDouble millis =
        TimePicture.of(picture)
            .reader()
            .read(call.budget().watched(text), (double) call.now().toEpochMilli());
    return millis.isPresent() ? Values.number(millis.getAsDouble()) : Values.UNDEFINED;
  }

  private static JsonNode fromMillis(Call call, Arguments arguments) {
    return arguments.has(0)
        ? format(arguments.number(0), arguments.text(1), arguments.text(2))
        : Values.UNDEFINED;
  }

  private static JsonNode now(Call call, Arguments arguments) {
    return format((double) call.now().toEpochMilli(), arguments.text(0), arguments.text(1));
  }

  private static JsonNode format(double millis, @Nullable String picture, @Nullable String zone) {
    TimePicture shown = picture == null ? TimePicture.iso() : TimePicture.of(picture);
    return Values.text(shown.format(millis, zone));
  }
}
