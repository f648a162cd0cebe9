package io.stepunit.validation;

import io.stepunit.model.Diagnostics;

/** Checks one state. */
interface StateCheck {
  void check(StateNode state, Diagnostics diagnostics);
}
