package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.internal.json.Json;
import java.util.Set;

/** A definition that CreateStateMachine refused. */
final class CreationCase {
  private static final Set<String> MEMBERS =
      Set.of("about", "notes", "measured", "type", "machine", "definition", "answer");

  private final CaseWorld world;

  CreationCase(CaseWorld world) {
    this.world = world;
  }

  void run() {
    UnknownFormException.requireKnown("The case", world.json(), MEMBERS);
    JsonNode measured = world.json().get("answer");
    String definition = Json.text(world.json().get("definition"));
    world
        .values()
        .with(ValueMatch.Extent.MEMBERS_GIVEN)
        .compare("answer", measured, created(definition));
  }

  private JsonNode created(String definition) {
    ObjectNode answer = Json.NODES.objectNode();
    try {
      return answer.put(
          "stateMachineArn",
          world.env().define(world.json().path("machine").asText("machine"), definition).arn());
    } catch (InvalidDefinitionException e) {
      return answer.put("error", "InvalidDefinition").put("message", e.serviceMessage());
    }
  }
}
