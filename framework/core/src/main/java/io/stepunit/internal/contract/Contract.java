package io.stepunit.internal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import java.util.ArrayList;
import java.util.List;

/**
 * All that the mocks of one Task assume of the code behind it.
 *
 * @param calls results first, small inputs first
 * @param complete whether these are all, and not only as many as are kept
 */
public record Contract(ContractedTask task, List<AssumedCall> calls, boolean complete) {
  /** It grows when readers of the one before cannot read it. */
  static final int VERSION = 1;

  private static final String FIRST = "stepunitContract";

  public Contract {
    calls = List.copyOf(calls);
  }

  /** Whether the text of a file begins as a contract does. */
  static boolean isOne(String text) {
    return text.startsWith("{\n  \"" + FIRST + "\"");
  }

  /**
   * Reads a contract.
   *
   * @param name what messages call it
   * @throws ContractException if it is none, or if this StepUnit does not know its version
   */
  public static Contract parse(String name, String text) {
    JsonNode json;
    try {
      json = Json.parse(text);
    } catch (JsonTextException e) {
      throw new ContractException(
          "%s is not JSON: %s. %s".formatted(name, e.getMessage(), ContractException.WRITE_ANEW),
          e);
    }
    JsonNode version = json.path(FIRST);
    if (!version.isInt()) {
      throw new ContractException(
          "%s is no contract: it has no \"%s\" with a version. %s"
              .formatted(name, FIRST, ContractException.WRITE_ANEW));
    }
    if (version.intValue() != VERSION) {
      throw new ContractException(
          "%s is a contract of version %s; this StepUnit reads version %s. Use the same version of StepUnit for the tests of the machine and for those of the handler."
              .formatted(name, version, VERSION));
    }
    List<AssumedCall> calls = new ArrayList<>();
    for (JsonNode call : json.path("calls")) {
      List<AssumedBy> assumedBy = new ArrayList<>();
      call.path("assumedBy").forEach(by -> assumedBy.add(AssumedBy.of(by)));
      calls.add(AssumedCall.of(call, assumedBy));
    }
    return new Contract(ContractedTask.of(json), calls, !json.path("incomplete").asBoolean());
  }

  /** Its text: the same for the same contract. */
  public String text() {
    ObjectNode json = Json.NODES.objectNode().put(FIRST, VERSION);
    json.setAll(task.toJson());
    if (!complete) {
      json.put("incomplete", true);
    }
    ArrayNode all = json.putArray("calls");
    for (AssumedCall call : calls) {
      ObjectNode one = call.toJson();
      ArrayNode assumedBy = one.putArray("assumedBy");
      call.assumedBy().forEach(by -> assumedBy.add(by.toJson()));
      all.add(one);
    }
    return Json.pretty(json).replace("\r\n", "\n") + "\n";
  }
}
