package io.stepunit.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import io.stepunit.load.DefinitionLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A machine that loads and runs, and whose likes are made of it. */
final class Parent {
  private static final int LARGEST = 12_000;
  private static final int INPUTS = 6;

  private final JsonNode definition;
  private final List<ObjectNode> objects = new ArrayList<>();
  private List<JsonNode> inputs = List.of();

  private Parent(JsonNode definition) {
    this.definition = definition;
    collect(definition);
  }

  /** The parent in a document, if it is a machine in JSON and small enough to be run often. */
  static Optional<Parent> in(String document) {
    if (document.length() > LARGEST) {
      return Optional.empty();
    }
    try {
      JsonNode definition = Json.parse(document);
      if (!definition.has("States")) {
        return Optional.empty();
      }
      DefinitionLoader.fromText("parent.json", document);
      return Optional.of(new Parent(definition));
    } catch (JsonTextException | InvalidDefinitionException e) {
      return Optional.empty();
    }
  }

  private void collect(JsonNode node) {
    if (node instanceof ObjectNode object) {
      objects.add(object);
    }
    node.forEach(this::collect);
  }

  JsonNode definition() {
    return definition;
  }

  /** All objects in it, from which parts can be taken. */
  List<ObjectNode> objects() {
    return objects;
  }

  /** Inputs that lead somewhere, as exploring has found them. */
  synchronized List<JsonNode> inputs() {
    if (inputs.isEmpty()) {
      inputs = explored();
    }
    return inputs;
  }

  private List<JsonNode> explored() {
    List<JsonNode> found =
        StepFunctionsEnvironment.create()
            .register("parent", DefinitionLoader.fromText("parent.json", definition.toString()))
            .explore()
            .executions()
            .stream()
            .map(Execution::input)
            .distinct()
            .limit(INPUTS)
            .toList();
    return found.isEmpty() ? List.of(Json.NODES.objectNode()) : found;
  }
}
