package io.stepunit.internal.api;

import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.text.Arn;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ARNs as the service checks them: their form first, then whether there is such a thing. */
public final class Arns {
  private static final Pattern OF_STATES =
      Pattern.compile("arn:[^:]+:states:[^:]*:[^:]*:([^:]+):.+");

  private Arns() {}

  /**
   * Checks that a text is the ARN of a kind of resource.
   *
   * @param types the kinds that the call takes: {@code execution}, {@code stateMachine}
   * @throws StepFunctionsException {@code InvalidArn} if it is none
   */
  public static String require(String arn, String... types) {
    if (!Arn.isArn(arn)) {
      throw invalid("Invalid ARN prefix: " + arn);
    }
    Matcher parts = OF_STATES.matcher(arn);
    if (!parts.matches()) {
      throw invalid("ARN is not in correct format: " + arn);
    }
    if (!List.of(types).contains(parts.group(1))) {
      throw invalid("Resource type not valid in this context: " + parts.group(1));
    }
    return arn;
  }

  /** The refusal of a call that names what is not there. */
  static StepFunctionsException notFound(String arn) {
    return new StepFunctionsException("ResourceNotFound", "Resource not found: '" + arn + "'");
  }

  private static StepFunctionsException invalid(String reason) {
    return new StepFunctionsException("InvalidArn", "Invalid Arn: '" + reason + "'");
  }

  /** Whether a text begins like an ARN of a machine, placeholders of templates included. */
  static boolean isOfMachine(String text) {
    return Set.of("arn", "${").stream().anyMatch(text::startsWith)
        && text.contains(":stateMachine:");
  }
}
