package io.stepunit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import java.util.List;
import java.util.Optional;

/**
 * Why EventBridge refuses one entry of {@code putEvents}.
 *
 * @param code {@code ErrorCode}
 * @param message {@code ErrorMessage}
 */
record EntryRefusal(String code, String message) {
  private static final List<String> REQUIRED = List.of("Source", "DetailType", "Detail");

  /** Why an entry is refused; empty if it is not. */
  static Optional<EntryRefusal> of(JsonNode entry) {
    return REQUIRED.stream()
        .filter(member -> isBlank(entry.path(member)))
        .findFirst()
        .map(EntryRefusal::missing)
        .or(() -> isObject(entry.path("Detail")) ? Optional.empty() : Optional.of(malformed()));
  }

  private static boolean isBlank(JsonNode value) {
    return value.isMissingNode() || value.isNull() || value.isTextual() && value.asText().isEmpty();
  }

  private static EntryRefusal missing(String member) {
    return new EntryRefusal(
        "InvalidArgument",
        "Parameter %1$s is not valid. Reason: %1$s is a required argument.".formatted(member));
  }

  private static EntryRefusal malformed() {
    return new EntryRefusal("MalformedDetail", "Detail is malformed.");
  }

  /** An object, or a text that is one. */
  private static boolean isObject(JsonNode detail) {
    if (!detail.isTextual()) {
      return detail.isObject();
    }
    try {
      return Json.parseData(detail.textValue()).isObject();
    } catch (JsonTextException e) {
      return false;
    }
  }

  JsonNode toJson() {
    return Json.NODES.objectNode().put("ErrorCode", code).put("ErrorMessage", message);
  }
}
