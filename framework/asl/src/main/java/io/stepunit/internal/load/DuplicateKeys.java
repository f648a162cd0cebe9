package io.stepunit.internal.load;

import io.stepunit.asl.Rule;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;

/** Reports duplicate keys of an object, because one of the values would be lost silently. */
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
