package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import java.util.Optional;

/**
 * The members of a request.
 *
 * @param json the request, names in camel case
 */
record Request(JsonNode json) {
  /**
   * A text that the call cannot do without.
   *
   * @throws StepFunctionsException {@code ValidationException} if it is missing
   */
  String required(String name) {
    return optional(name)
        .orElseThrow(
            () ->
                new StepFunctionsException(
                    "ValidationException",
                    "1 validation error detected: Value null at '%s' failed to satisfy constraint: Member must not be null"
                        .formatted(name)));
  }

  /** A text; empty if it is absent or null. */
  Optional<String> optional(String name) {
    JsonNode value = json.path(name);
    if (value.isNull() || value.isMissingNode()) {
      return Optional.empty();
    }
    return Optional.of(value.isTextual() ? value.textValue() : Json.text(value));
  }

  boolean flag(String name, boolean otherwise) {
    return json.path(name).asBoolean(otherwise);
  }

  /**
   * The JSON that a member's text is; JSON given in place of text is taken as it is.
   *
   * @param error AWS's error name where the text is not JSON
   * @param what what AWS calls the text
   */
  Optional<JsonNode> data(String name, String error, String what) {
    JsonNode value = json.path(name);
    if (value.isNull() || value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      return Optional.of(value);
    }
    try {
      return Optional.of(Json.parseData(value.textValue()));
    } catch (JsonTextException e) {
      throw new StepFunctionsException(error, what + ": '" + e.getMessage() + "'");
    }
  }
}
