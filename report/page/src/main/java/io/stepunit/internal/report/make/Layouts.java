package io.stepunit.internal.report.make;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.report.data.DefinitionRecord;
import io.stepunit.internal.report.graph.PlacedMachine;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The layouts of definitions. What places the first one has many classes to load, so layouts are
 * made on other threads while the records are read.
 */
final class Layouts {
  private final Map<String, CompletableFuture<ObjectNode>> graphs = new ConcurrentHashMap<>();

  /** Begins to lay out a definition. */
  void begin(DefinitionRecord definition) {
    var unused = begun(definition);
  }

  private CompletableFuture<ObjectNode> begun(DefinitionRecord definition) {
    return graphs.computeIfAbsent(
        definition.id(),
        id -> CompletableFuture.supplyAsync(() -> PlacedMachine.of(definition.asl()).toJson()));
  }

  /** The graph of a definition, as the page gets it. */
  ObjectNode of(DefinitionRecord definition) {
    return begun(definition).join();
  }
}
