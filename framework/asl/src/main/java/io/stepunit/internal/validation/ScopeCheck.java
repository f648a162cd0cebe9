package io.stepunit.internal.validation;

import io.stepunit.internal.model.Diagnostics;

/** Checks a scope of states as a whole. */
interface ScopeCheck {
  void check(ScopeNode scope, Diagnostics diagnostics);
}
