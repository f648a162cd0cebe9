package io.stepunit.validation;

import io.stepunit.model.Diagnostics;

/** Checks a scope of states as a whole. */
interface ScopeCheck {
  void check(ScopeNode scope, Diagnostics diagnostics);
}
