package io.stepunit.internal.api;

import io.stepunit.api.StepFunctionsException;

/**
 * What an execution may be called: "StartExecution" in the AWS Step Functions API reference.
 *
 * <p>1 to 80 characters; no white space, no brackets {@code < > { } [ ]}, no wildcards {@code ? *},
 * none of {@code " # % \ ^ | ~ ` $ & , ; : /}, no control characters.
 */
final class ExecutionNames {
  private static final int LONGEST = 80;
  private static final String REFUSED = "<>{}[]?*\"#%\\^|~`$&,;:/";

  private ExecutionNames() {}

  /**
   * Checks a name.
   *
   * @throws StepFunctionsException {@code ValidationException} for its length, {@code InvalidName}
   *     for its characters
   */
  static void check(String name) {
    if (name.isEmpty() || name.length() > LONGEST) {
      String constraint =
          name.isEmpty()
              ? "Member must have length greater than or equal to 1"
              : "Member must have length less than or equal to " + LONGEST;
      throw new StepFunctionsException(
          "ValidationException",
          "1 validation error detected: Value '%s' at 'name' failed to satisfy constraint: %s"
              .formatted(name, constraint));
    }
    if (name.chars().anyMatch(ExecutionNames::isRefused)) {
      throw new StepFunctionsException("InvalidName", "Invalid Name: '" + name + "'");
    }
  }

  private static boolean isRefused(int character) {
    return Character.isWhitespace(character)
        || Character.isISOControl(character)
        || Character.isSurrogate((char) character)
        || character >= 0xFFFE
        || REFUSED.indexOf(character) >= 0;
  }
}
