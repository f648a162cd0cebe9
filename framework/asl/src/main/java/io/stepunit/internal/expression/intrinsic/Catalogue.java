package io.stepunit.internal.expression.intrinsic;

import static io.stepunit.internal.expression.intrinsic.ArgumentKind.ANY;
import static io.stepunit.internal.expression.intrinsic.ArgumentKind.ARRAY;
import static io.stepunit.internal.expression.intrinsic.ArgumentKind.FORMAT;
import static io.stepunit.internal.expression.intrinsic.ArgumentKind.JSON;
import static io.stepunit.internal.expression.intrinsic.ArgumentKind.NUMBER;
import static io.stepunit.internal.expression.intrinsic.ArgumentKind.OBJECT;
import static io.stepunit.internal.expression.intrinsic.ArgumentKind.SHOWN;
import static io.stepunit.internal.expression.intrinsic.ArgumentKind.STRING;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All intrinsic functions; a new one is one more entry. */
final class Catalogue {
  private static final Map<String, IntrinsicFunction> FUNCTIONS =
      byName(
          IntrinsicFunction.of("States.Format", List.of(FORMAT, SHOWN), TextIntrinsics::format)
              .lastAnyNumber(),
          IntrinsicFunction.of(
              "States.StringSplit", List.of(STRING, STRING), TextIntrinsics::stringSplit),
          IntrinsicFunction.of("States.UUID", List.of(ANY), TextIntrinsics::uuid).lastOptional(),
          IntrinsicFunction.of(
              "States.Base64Encode", List.of(STRING), TextIntrinsics::base64Encode),
          IntrinsicFunction.of(
              "States.Base64Decode", List.of(STRING), TextIntrinsics::base64Decode),
          IntrinsicFunction.of("States.Hash", List.of(SHOWN, STRING), TextIntrinsics::hash),
          IntrinsicFunction.of("States.StringToJson", List.of(JSON), JsonIntrinsics::stringToJson),
          IntrinsicFunction.of("States.JsonToString", List.of(ANY), JsonIntrinsics::jsonToString),
          IntrinsicFunction.of(
              "States.JsonMerge", List.of(OBJECT, OBJECT, ANY), JsonIntrinsics::jsonMerge),
          IntrinsicFunction.of("States.Array", List.of(ANY), ArrayIntrinsics::array)
              .lastAnyNumber(),
          IntrinsicFunction.of(
              "States.ArrayPartition", List.of(ARRAY, NUMBER), ArrayIntrinsics::arrayPartition),
          IntrinsicFunction.of(
              "States.ArrayContains", List.of(ARRAY, ANY), ArrayIntrinsics::arrayContains),
          IntrinsicFunction.of(
              "States.ArrayRange", List.of(NUMBER, NUMBER, NUMBER), ArrayIntrinsics::arrayRange),
          IntrinsicFunction.of(
              "States.ArrayGetItem", List.of(ARRAY, NUMBER), ArrayIntrinsics::arrayGetItem),
          IntrinsicFunction.of("States.ArrayLength", List.of(ARRAY), ArrayIntrinsics::arrayLength),
          IntrinsicFunction.of("States.ArrayUnique", List.of(ARRAY), ArrayIntrinsics::arrayUnique),
          IntrinsicFunction.of(
              "States.MathAdd", List.of(NUMBER, NUMBER), NumberIntrinsics::mathAdd),
          IntrinsicFunction.of(
                  "States.MathRandom",
                  List.of(NUMBER, NUMBER, NUMBER),
                  NumberIntrinsics::mathRandom)
              .lastOptional());

  private Catalogue() {}

  static Optional<IntrinsicFunction> find(String name) {
    return Optional.ofNullable(FUNCTIONS.get(name));
  }

  static Set<String> names() {
    return FUNCTIONS.keySet();
  }

  private static Map<String, IntrinsicFunction> byName(IntrinsicFunction... functions) {
    Map<String, IntrinsicFunction> byName = new LinkedHashMap<>();
    for (IntrinsicFunction function : functions) {
      byName.put(function.name(), function);
    }
    return byName;
  }
}
