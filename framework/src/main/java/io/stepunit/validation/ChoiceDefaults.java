package io.stepunit.validation;

import io.stepunit.model.Diagnostics;
import io.stepunit.model.Rule;

/** A Choice state has somewhere to go whatever comes. */
final class ChoiceDefaults implements StateCheck {
  @Override
  public void check(StateNode state, Diagnostics diagnostics) {
    if (state.is("Choice") && !state.has("Default")) {
      diagnostics.report(
          Rule.CHOICE_WITHOUT_DEFAULT,
          "The Choice state has no Default",
          state.node().location(),
          "where no rule holds, the execution fails with States.Runtime, which nothing catches");
    }
  }
}
