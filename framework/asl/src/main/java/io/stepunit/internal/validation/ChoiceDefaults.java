package io.stepunit.internal.validation;

import io.stepunit.asl.Rule;
import io.stepunit.internal.model.read.Diagnostics;

/** Warns of Choice states without a {@code Default}. */
final class ChoiceDefaults implements StateCheck {
  @Override
  public void check(StateNode state, Diagnostics diagnostics) {
    if (state.is("Choice") && !state.has("Default")) {
      diagnostics.report(
          Rule.CHOICE_WITHOUT_DEFAULT,
          "The Choice state has no Default",
          state.node().location(),
          "if no rule matches, the execution fails with States.Runtime, which nothing catches");
    }
  }
}
