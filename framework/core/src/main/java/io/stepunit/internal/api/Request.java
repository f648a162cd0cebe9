package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.util.Optional;

/**
 * The members of a request that its model accepts.
 *
 * @param json the request, names in camel case
 */
record Request(JsonNode json) {
  /**
   * A text that the call cannot do without.
   *
   * @throws io.stepunit.api.StepFunctionsException {@code ValidationException} if it is missing
   */
  String required(String name) {
    return optional(name).orElseThrow(() -> Violations.missing(name));
  }

  /** A text; empty if it is absent or null. */
  Optional<String> optional(String name) {
    return value(name).map(value -> value.isTextual() ? value.textValue() : Json.text(value));
  }

  /** A member, of whatever type; empty if it is absent or null. */
  Optional<JsonNode> value(String name) {
    JsonNode value = json.path(name);
    return value.isNull() || value.isMissingNode() ? Optional.empty() : Optional.of(value);
  }

  /** A member that has members of its own; empty if it is absent or null. */
  Optional<Request> part(String name) {
    return value(name).map(Request::new);
  }

  boolean flag(String name, boolean otherwise) {
    return json.path(name).asBoolean(otherwise);
  }

  /** Whether the caller asks for no data: {@code includedData} METADATA_ONLY. */
  boolean isForMetadataOnly() {
    return optional("includedData").filter("METADATA_ONLY"::equals).isPresent();
  }
}
