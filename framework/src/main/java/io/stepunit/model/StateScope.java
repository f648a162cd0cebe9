package io.stepunit.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that a transition of one scope may lead to, and the transitions read so far. */
final class StateScope {
  private final Reading reading;
  private final Set<String> names;
  private final @Nullable StateScope around;
  private final List<Target> targets = new ArrayList<>();
  private final Map<String, SourceLocation> assigned = new LinkedHashMap<>();

  private record Target(String state, LocatedNode node) {}

  /**
   * @param names the names of the scope's states
   * @param around the scope of the Parallel or Map around it, null for the machine's own
   */
  StateScope(Reading reading, Set<String> names, @Nullable StateScope around) {
    this.reading = reading;
    this.names = names;
    this.around = around;
  }

  /**
   * Notes that a state of the scope assigns a variable. Catchers do not count: as recorded, a
   * branch may assign what the Catch around it assigns too.
   */
  void assigns(String variable, SourceLocation location) {
    assigned.putIfAbsent(variable, location);
  }

  /** Reports variables that a scope around this one assigns too: an inner scope cannot do that. */
  void checkVariables() {
    assigned.forEach(
        (variable, location) -> {
          for (StateScope outer = around; outer != null; outer = outer.around) {
            SourceLocation first = outer.assigned.get(variable);
            if (first != null) {
              reading
                  .diagnostics()
                  .report(
                      Rule.OUTER_VARIABLE,
                      "Variable '" + variable + "' belongs to an outer scope",
                      location,
                      "it is assigned at "
                          + first
                          + "; a branch or iteration can read it but not assign it, hand data out"
                          + " by the state's output");
              return;
            }
          }
        });
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
          .report(
              Rule.MISSING_START,
              "StartAt names no state of its scope: '" + target.state() + "'",
              location,
              hint(target));
    } else {
      reading
          .diagnostics()
          .report(
              Rule.MISSING_TARGET,
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
