package io.stepunit.internal.api;

import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.engine.limit.EngineLimits;
import io.stepunit.internal.json.Json;

/**
 * What an execution may be called: "StartExecution" in the AWS Step Functions API reference.
 *
 * <p>1 to 80 characters; no white space, no brackets {@code < > { } [ ]}, no wildcards {@code ? *},
 * none of {@code " # % \ ^ | ~ ` $ & , ; : /}, no control characters.
 */
final class ExecutionNames {
  private static final String REFUSED = "<>{}[]?*\"#%\\^|~`$&,;:/";

  private ExecutionNames() {}

  /**
   * Checks a name.
   *
   * @param stateMachineArn the machine to start
   * @throws StepFunctionsException {@code ValidationException} for its length, {@code InvalidName}
   *     for its characters
   */
  static void check(String stateMachineArn, String name) {
    RequestModel.check(
        "startExecution",
        Json.NODES.objectNode().put("stateMachineArn", stateMachineArn).put("name", name),
        EngineLimits.AWS);
    checkCharacters(name);
  }

  /**
   * Checks the characters of a name, of a machine or an activity too.
   *
   * @throws StepFunctionsException {@code InvalidName}
   */
  static void checkCharacters(String name) {
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
