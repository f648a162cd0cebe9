package io.stepunit.internal.mutation;

import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.DefinitionText;
import java.util.List;

/**
 * A definition that got mistakes.
 *
 * @param file its file, as the report calls it
 * @param text what the file holds
 * @param results what came of its mutants, in the order of the definition
 */
public record MutatedDefinition(
    String file, CompiledDefinition definition, DefinitionText text, List<MutantResult> results) {
  /** Copies the list. */
  public MutatedDefinition {
    results = List.copyOf(results);
  }

  /** The file, and the machine where it is a template. */
  String name() {
    return text.machine().map(machine -> file + "#" + machine).orElse(file);
  }

  SourcePlaces places() {
    return SourcePlaces.of(definition, text);
  }
}
