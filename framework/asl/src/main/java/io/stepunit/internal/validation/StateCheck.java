package io.stepunit.internal.validation;

import io.stepunit.internal.model.read.Diagnostics;

/** Checks one state. */
interface StateCheck {
  void check(StateNode state, Diagnostics diagnostics);
}
