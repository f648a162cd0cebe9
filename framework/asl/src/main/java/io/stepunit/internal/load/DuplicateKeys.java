package io.stepunit.internal.load;

import io.stepunit.asl.Rule;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;

/** Reports a key that an object has twice: one of the two values would be lost without a word. */
final class DuplicateKeys {
  private DuplicateKeys() {}

  static void report(Diagnostics diagnostics, String name, LocatedNode first, LocatedNode second) {
    diagnostics.report(
        Rule.DUPLICATE_FIELD,
        "Duplicate field '" + name + "'",
        second.location(),
        "the first is at " + first.location() + "; a field may appear only once");
  }
}
