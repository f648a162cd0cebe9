package io.stepunit.internal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is assumed of one call of a handler.
 *
 * @param input what it gets, with members sorted
 * @param result what it returns; empty if it fails, or if its result does not matter
 * @param error the name of the error that it fails with
 * @param cause what the error says
 * @param assumedBy the mocks that assume it, at least one
 */
public record AssumedCall(
    JsonNode input,
    Optional<JsonNode> result,
    Optional<String> error,
    Optional<String> cause,
    List<AssumedBy> assumedBy) {
  /** What comes of the call is told apart from who assumes it. */
  private static final Comparator<AssumedCall> ORDER =
      Comparator.comparing((AssumedCall call) -> call.error().orElse(""))
          .thenComparing(call -> Json.text(call.input()).length())
          .thenComparing(AssumedCall::key);

  public AssumedCall {
    input = SortedMembers.of(input);
    result = result.map(SortedMembers::of);
    assumedBy = assumedBy.stream().sorted().toList();
  }

  /** Results first, then errors by name; small inputs first. */
  static Comparator<AssumedCall> order() {
    return ORDER;
  }

  /** The same for all that have the same input and outcome. */
  String key() {
    return Json.text(toJson());
  }

  /** Also assumed by others. */
  AssumedCall with(List<AssumedBy> others) {
    return new AssumedCall(input, result, error, cause, others);
  }

  static AssumedCall of(JsonNode json, List<AssumedBy> assumedBy) {
    return new AssumedCall(
        json.path("input"),
        Optional.ofNullable(json.get("result")),
        text(json, "error"),
        text(json, "cause"),
        assumedBy);
  }

  private static Optional<String> text(JsonNode json, String field) {
    return Optional.ofNullable(json.get(field)).map(JsonNode::asText);
  }

  /** Input and outcome as members of an object. */
  ObjectNode toJson() {
    ObjectNode json = Json.NODES.objectNode();
    json.set("input", input);
    return json.setAll(outcome());
  }

  private ObjectNode outcome() {
    ObjectNode json = Json.NODES.objectNode();
    result.ifPresent(value -> json.set("result", value));
    error.ifPresent(name -> json.put("error", name));
    cause.ifPresent(text -> json.put("cause", text));
    return json;
  }
}
