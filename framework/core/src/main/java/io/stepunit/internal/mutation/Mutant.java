package io.stepunit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.load.ChangedDefinition;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.DefinitionOrigin;
import java.util.Optional;

/**
 * A definition with one small mistake in it.
 *
 * @param id stays the same from run to run, as long as the definition does
 * @param operator the kind of mistake
 * @param pointer the JSON pointer of what is changed or left out
 * @param replacement what stands there instead; empty if it is left out
 * @param state the JSON pointer of the state that it is in; {@code ""} for the machine's own
 * @param reach the key of the coverage point that a test has to reach to see a difference
 * @param description what the mistake is, such as {@code Retry[0].MaxAttempts of Charge: 3 became
 *     2}
 */
public record Mutant(
    String id,
    MutationOperator operator,
    String pointer,
    Optional<JsonNode> replacement,
    String state,
    String reach,
    String description) {
  /** The definition with the mistake. */
  public JsonNode in(JsonNode asl) {
    return Pointers.changed(asl, pointer, replacement);
  }

  /**
   * The same, loaded.
   *
   * @throws io.stepunit.asl.InvalidDefinitionException if it is no definition any more; what led to
   *     a state may be gone
   */
  public CompiledDefinition in(CompiledDefinition definition) {
    return ChangedDefinition.read(definition.location().file(), Json.text(in(definition.source())))
        .from(
            new DefinitionOrigin(
                Optional.empty(), Optional.empty(), definition.origin().functions()));
  }
}
