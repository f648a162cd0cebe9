package io.stepunit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Gives an input what is wanted of it. */
public final class Granted {
  private Granted() {}

  /** The input with all that one way takes. */
  public static JsonNode in(JsonNode input, List<Want> way) {
    JsonNode changed = input;
    for (Want want : way) {
      changed = in(changed, want);
    }
    return changed;
  }

  private static JsonNode in(JsonNode input, Want want) {
    List<DataPath.Step> steps = want.path().steps();
    if (want.value() instanceof Want.Value.Is is) {
      return Trees.with(input, steps, is.json());
    }
    return want.value() instanceof Want.Value.Nothing
        ? Trees.without(input, steps)
        : Trees.with(input, steps, input);
  }
}
