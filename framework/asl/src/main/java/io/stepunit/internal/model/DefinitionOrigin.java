package io.stepunit.internal.model;

import java.util.List;
import java.util.Optional;

/**
 * Where a definition comes from, as far as that is known.
 *
 * @param sent its own text, as {@code CreateStateMachine} would be sent it; empty if it is not JSON
 * @param text the text that it was written in
 * @param functions the Lambda functions that its template deploys beside it
 */
public record DefinitionOrigin(
    Optional<String> sent, Optional<DefinitionText> text, List<DeployedFunction> functions) {
  /** Nothing is known. */
  public static final DefinitionOrigin UNKNOWN =
      new DefinitionOrigin(Optional.empty(), Optional.empty(), List.of());

  /** Copies the list. */
  public DefinitionOrigin {
    functions = List.copyOf(functions);
  }
}
