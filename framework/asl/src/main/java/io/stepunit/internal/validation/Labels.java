package io.stepunit.internal.validation;

import io.stepunit.asl.Rule;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;
import io.stepunit.internal.model.read.ReadScope;
import io.stepunit.internal.model.read.ReadState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The Labels of Map states are unique in a machine: they name its Map Runs. */
final class Labels {
  private Labels() {}

  static void check(List<ReadScope> scopes, Diagnostics diagnostics) {
    Map<String, LocatedNode> seen = new HashMap<>();
    for (ReadScope scope : scopes) {
      for (ReadState read : scope.states()) {
        StateNode state = new StateNode(read);
        state
            .field("Label")
            .filter(label -> state.is("Map") && label.value().isTextual())
            .ifPresent(label -> checkLabel(label, seen, diagnostics));
      }
    }
  }

  private static void checkLabel(
      LocatedNode label, Map<String, LocatedNode> seen, Diagnostics diagnostics) {
    LocatedNode first = seen.putIfAbsent(label.value().textValue(), label);
    if (first != null) {
      diagnostics.report(
          Rule.DUPLICATE_LABEL,
          "Duplicate Label: " + label.value().textValue(),
          label.location(),
          "the first is at " + first.location());
    }
  }
}
