package io.stepunit.internal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.Comparator;
import java.util.Optional;

/**
 * The Task that a contract is of.
 *
 * @param machine the machine's name
 * @param state the state's name
 * @param resource what the Task calls
 * @param function the name of the Lambda function, if it calls one
 * @param callback whether its result comes by a token, not from what it calls
 * @param definition the path of the definition in its project, or what the test calls it
 */
public record ContractedTask(
    String machine,
    String state,
    String resource,
    Optional<String> function,
    boolean callback,
    String definition) {
  /** The machine and the state say which file a contract is in. */
  static final Comparator<ContractedTask> ORDER =
      Comparator.comparing(ContractedTask::machine)
          .thenComparing(ContractedTask::state)
          .thenComparing(ContractedTask::definition)
          .thenComparing(ContractedTask::resource)
          .thenComparing(task -> task.function().orElse(""));

  static ContractedTask of(JsonNode json) {
    return new ContractedTask(
        json.path("machine").asText(),
        json.path("state").asText(),
        json.path("resource").asText(),
        Optional.ofNullable(json.get("function")).map(JsonNode::asText),
        json.path("callback").asBoolean(),
        json.path("definition").asText());
  }

  /** Its members. */
  ObjectNode toJson() {
    ObjectNode json = Json.NODES.objectNode();
    json.put("machine", machine).put("state", state).put("resource", resource);
    function.ifPresent(name -> json.put("function", name));
    if (callback) {
      json.put("callback", true);
    }
    return json.put("definition", definition);
  }

  /** The path of the file below the folder of contracts. */
  public String file() {
    return SafeFileName.of(machine) + "/" + SafeFileName.of(state) + ".json";
  }
}
