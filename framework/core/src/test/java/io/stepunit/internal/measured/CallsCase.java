package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.json.Json;
import java.util.Set;

/** A sequence of calls of the API, each with its answer or refusal. */
final class CallsCase {
  private static final Set<String> MEMBERS =
      Set.of("about", "notes", "measured", "type", "machine", "calls");

  private static final Set<String> CALL =
      Set.of(
          "at",
          "operation",
          "input",
          "answer",
          "error",
          "message",
          "reason",
          "exact",
          "anyOrder",
          "absent",
          "differs");

  private final CaseWorld world;

  CallsCase(CaseWorld world) {
    this.world = world;
  }

  void run() {
    UnknownFormException.requireKnown("The case", world.json(), MEMBERS);
    int number = 0;
    for (JsonNode call : world.json().get("calls")) {
      UnknownFormException.requireKnown("A call", call, CALL);
      if (call.has("at")) {
        world.advanceTo(call.get("at"));
      }
      String operation = call.get("operation").textValue();
      perform("calls[" + number++ + "] " + operation, operation, call);
    }
  }

  private void perform(String where, String operation, JsonNode call) {
    JsonNode request = world.bindings().filled(call.get("input"));
    JsonNode answer;
    try {
      answer = world.calls().call(operation, request);
    } catch (StepFunctionsException e) {
      compare(where, call, refusal(e));
      return;
    }
    compare(where, call, answer);
  }

  private static ObjectNode refusal(StepFunctionsException e) {
    ObjectNode refusal = Json.NODES.objectNode();
    refusal.put("error", e.error()).put("message", e.reason());
    e.validationReason().ifPresent(reason -> refusal.put("reason", reason));
    return refusal;
  }

  private void compare(String where, JsonNode call, JsonNode found) {
    if (call.has("error")) {
      ObjectNode refusal = Json.NODES.objectNode();
      for (String member : new String[] {"error", "message", "reason"}) {
        if (call.has(member)) {
          refusal.set(member, call.get(member));
        }
      }
      world.values().compare(where, refusal, found);
      return;
    }
    world.values().with(extent(call)).compare(where, call.get("answer"), found);
    for (JsonNode name : call.path("absent")) {
      if (found.has(name.textValue())) {
        world.findings().differs(where + "." + name.textValue(), "absent", found.toString());
      }
    }
    call.path("differs").forEach(pair -> differs(where, pair));
  }

  private static ValueMatch.Extent extent(JsonNode call) {
    if (!call.path("exact").asBoolean()) {
      return ValueMatch.Extent.MEMBERS_GIVEN;
    }
    return call.path("anyOrder").asBoolean()
        ? ValueMatch.Extent.EXACT_IN_ANY_ORDER
        : ValueMatch.Extent.EXACT;
  }

  /** Two values that AWS made up are not the same. */
  private void differs(String where, JsonNode pair) {
    JsonNode first = world.bindings().madeUp(pair.get(0).textValue()).orElse(null);
    JsonNode second = world.bindings().madeUp(pair.get(1).textValue()).orElse(null);
    if (first == null || first.equals(second)) {
      world.findings().differs(where, pair + " differ", first + " and " + second);
    }
  }
}
