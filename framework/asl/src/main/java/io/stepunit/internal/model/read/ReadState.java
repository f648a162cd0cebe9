package io.stepunit.internal.model.read;

import io.stepunit.internal.model.QueryLanguage;
import io.stepunit.internal.model.State;
import java.util.Optional;

/**
 * A state as written, and as read.
 *
 * @param node what stands under its name
 * @param language the language of its expressions
 * @param state the state; empty if its type is not known, harmless where its fields are wrong
 */
public record ReadState(
    String name, LocatedNode node, QueryLanguage language, Optional<State> state) {}
