package io.stepunit.internal.validation;

import io.stepunit.asl.Rule;
import io.stepunit.asl.SourceLocation;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A state's name is unique in the whole machine. Of several states of one name the first in the
 * text is right, and each later one is reported.
 */
final class StateNames {
  private final Map<String, SourceLocation> first = new HashMap<>();
  private final Diagnostics diagnostics;

  private StateNames(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  static void check(LocatedNode machine, Diagnostics diagnostics) {
    new StateNames(diagnostics).checkScope(machine);
  }

  private void checkScope(LocatedNode scope) {
    field(scope, "States")
        .ifPresent(
            states ->
                states
                    .fields()
                    .forEach(
                        (name, state) -> {
                          declare(name, state.location());
                          scopes(state).forEach(this::checkScope);
                        }));
  }

  private static Stream<LocatedNode> scopes(LocatedNode state) {
    return state.fields().entrySet().stream()
        .flatMap(
            field ->
                switch (field.getKey()) {
                  case "ItemProcessor", "Iterator" -> Stream.of(field.getValue());
                  case "Branches" -> field.getValue().items().stream();
                  default -> Stream.empty();
                });
  }

  private static Optional<LocatedNode> field(LocatedNode node, String name) {
    return Optional.ofNullable(node.fields().get(name));
  }

  private void declare(String name, SourceLocation location) {
    SourceLocation earlier = first.putIfAbsent(name, location);
    if (earlier != null) {
      diagnostics.report(
          Rule.DUPLICATE_STATE,
          "Duplicate State name: " + name,
          location,
          "the first is at "
              + earlier
              + "; names are unique in the whole machine, also across scopes");
    }
  }
}
