package io.stepunit.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The names that a transition of one scope may lead to, and the transitions read so far. */
final class StateScope {
  private final Reading reading;
  private final Set<String> names;
  private final List<Target> targets = new ArrayList<>();

  private record Target(String state, LocatedNode node) {}

  StateScope(Reading reading, Set<String> names) {
    this.reading = reading;
    this.names = names;
  }

  /** Notes a transition; whether its state exists is known when all is read. */
  void leadsTo(String state, LocatedNode node) {
    targets.add(new Target(state, node));
  }

  /** A scope without any state has been reported as such, which says more than each transition. */
  void checkTransitions() {
    if (names.isEmpty()) {
      return;
    }
    for (Target target : targets) {
      if (!names.contains(target.state())) {
        reportMissing(target);
      }
    }
  }

  private void reportMissing(Target target) {
    SourceLocation location = target.node().location();
    String field = target.node().place().token();
    if (field.equals("StartAt")) {
      reading
          .diagnostics()
          .error(
              "StartAt names no state of its scope: '" + target.state() + "'",
              location,
              hint(target));
    } else {
      reading
          .diagnostics()
          .error(
              DiagnosticCode.MISSING_TRANSITION_TARGET,
              "Missing 'Next' target: " + target.state(),
              location,
              hint(target));
    }
  }

  private String hint(Target target) {
    Optional<String> elsewhere =
        reading
            .whereIs(target.state())
            .map(
                place ->
                    "the state at "
                        + place
                        + " is in another scope; a transition stays in its own");
    return elsewhere.orElseGet(() -> reading.didYouMean(target.state(), names));
  }
}
