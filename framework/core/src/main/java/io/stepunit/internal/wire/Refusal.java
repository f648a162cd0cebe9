package io.stepunit.internal.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands in the body of a refusal. Which namespace an error's name has depends on what of AWS
 * refuses: the service, or what all services have before them.
 *
 * @param type {@code com.amazonaws.swf.service.v2.model#ExecutionDoesNotExist}
 * @param messageMember what the text is called
 * @param text the message
 * @param reason what some of the service's own ValidationExceptions have beside it
 */
record Refusal(String type, String messageMember, String text, Optional<String> reason) {
  private static final String OF_SERVICE = "com.amazonaws.swf.service.v2.model#";
  private static final String OF_CONSTRAINTS = "com.amazon.coral.validate#";
  private static final String OF_ALL_SERVICES = "com.amazon.coral.service#";
  private static final String MESSAGE = "message";
  private static final String SERIALIZATION = "SerializationException";

  /** The errors that the service does not raise itself. */
  private static final Map<String, String> NAMESPACES =
      Map.of(
          "AccessDeniedException",
          OF_ALL_SERVICES,
          SERIALIZATION,
          OF_ALL_SERVICES,
          "ThrottlingException",
          "com.amazon.coral.availability#");

  /** How the texts of broken constraints begin; the service's own ValidationException differs. */
  private static final Pattern CONSTRAINTS = Pattern.compile("\\d+ validation errors? detected: ");

  static Refusal of(StepFunctionsException refused) {
    String namespace =
        CONSTRAINTS.matcher(refused.reason()).lookingAt()
            ? OF_CONSTRAINTS
            : NAMESPACES.getOrDefault(refused.error(), OF_SERVICE);
    return new Refusal(
        namespace + refused.error(),
        member(namespace),
        refused.reason(),
        refused.validationReason());
  }

  /** The refusal of a body that is not JSON. */
  static Refusal unreadable(JsonTextException problem) {
    return new Refusal(
        OF_ALL_SERVICES + SERIALIZATION,
        member(OF_ALL_SERVICES),
        "The body of the request is not JSON: " + problem.getMessage(),
        Optional.empty());
  }

  /** The refusal of a call of what Step Functions does not have. */
  static Refusal unknownOperation(Optional<String> target) {
    String found =
        target.map(text -> "'" + text + "' is none").orElse("the header X-Amz-Target is missing");
    return new Refusal(
        OF_ALL_SERVICES + "UnknownOperationException",
        member(OF_ALL_SERVICES),
        "Expected an operation of Step Functions, such as AWSStepFunctions.StartExecution, but "
            + found
            + ".",
        Optional.empty());
  }

  private static String member(String namespace) {
    return namespace.equals(OF_ALL_SERVICES) ? "Message" : MESSAGE;
  }

  ObjectNode json() {
    ObjectNode json = Json.NODES.objectNode().put("__type", type).put(messageMember, text);
    reason.ifPresent(given -> json.put("reason", given));
    return json;
  }
}
