package io.stepunit.internal.model;

import java.util.Set;

/** The errors that, as recorded, end the execution whatever Retriers and Catchers there are. */
public final class UncatchableErrors {
  private static final Set<String> NAMES =
      Set.of(
          "States.Runtime",
          "States.NoChoiceMatched",
          "States.IntrinsicFailure",
          "States.ParameterPathFailure",
          "States.ResultPathMatchFailure");

  private UncatchableErrors() {}

  /** Whether an error of this name is one. */
  public static boolean contains(String name) {
    return NAMES.contains(name);
  }
}
