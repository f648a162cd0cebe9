package io.stepunit.internal.jsonata.function;

import io.stepunit.internal.jsonata.FunctionTable;
import io.stepunit.internal.jsonata.NativeFunction;
import java.util.List;
import java.util.stream.Stream;

/** JSONata's own functions, without {@code $eval}, and with those that Step Functions adds. */
public final class StandardFunctions {
  private static final List<NativeFunction> OWN =
      Stream.of(
              NumberFunctions.ALL,
              NumberFormats.ALL,
              TextFunctions.ALL,
              UrlFunctions.ALL,
              PatternFunctions.ALL,
              TimeFunctions.ALL,
              ArrayFunctions.ALL,
              ObjectFunctions.ALL,
              ValueFunctions.ALL,
              HigherOrderFunctions.ALL)
          .flatMap(List::stream)
          .toList();

  /** JSONata's own functions. */
  public static final FunctionTable JSONATA = FunctionTable.of(OWN);

  /** What an expression in a state machine can call. */
  public static final FunctionTable STEP_FUNCTIONS = JSONATA.with(AddedFunctions.ALL);

  private StandardFunctions() {}
}
