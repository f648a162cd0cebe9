package io.stepunit.internal.model.read;

import io.stepunit.asl.Rule;
import io.stepunit.asl.SourceLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that a transition of one scope may lead to, and the transitions read so far. */
final class StateScope {
  private final ReadContext context;
  private final Set<String> names;
  private final @Nullable StateScope around;
  private final boolean alone;
  private final List<Target> targets = new ArrayList<>();
  private final Map<String, SourceLocation> assigned = new LinkedHashMap<>();
  private final Set<String> caught = new HashSet<>();
  private final Map<String, LocatedNode> read = new LinkedHashMap<>();

  private record Target(String state, LocatedNode node) {}

  /**
   * @param names the names of the scope's states
   * @param around the scope of the Parallel or Map around it, null for the machine's own
   * @param alone whether it sees no variables from around it
   */
  StateScope(ReadContext context, Set<String> names, @Nullable StateScope around, boolean alone) {
    this.alone = alone;
    this.context = context;
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

  /** Notes that a Catcher of a state of the scope assigns a variable. */
  void catches(String variable) {
    caught.add(variable);
  }

  /** Notes that a state of the scope reads a variable. */
  void reads(String variable, LocatedNode field) {
    read.putIfAbsent(variable, field);
  }

  boolean hasVariable(String variable) {
    return assigned.containsKey(variable) || caught.contains(variable);
  }

  private boolean sees(String variable) {
    StateScope scope = this;
    while (!scope.hasVariable(variable)) {
      StateScope outer = scope.around;
      if (scope.alone || outer == null) {
        return false;
      }
      scope = outer;
    }
    return true;
  }

  /** Reports variables that are read here and cannot have a value. */
  void checkReads() {
    read.forEach(
        (variable, field) -> {
          if (!sees(variable)) {
            reportUnseen(variable, field);
          }
        });
  }

  private void reportUnseen(String variable, LocatedNode field) {
    if (context.assignsAnywhere(variable)) {
      context
          .diagnostics()
          .report(
              Rule.VARIABLE_OUT_OF_SCOPE,
              "Variable '" + variable + "' is assigned only where it cannot be seen from here",
              field.location(),
              "a branch, an iteration or an execution of a distributed Map keeps its variables to"
                  + " itself");
    } else {
      context
          .diagnostics()
          .report(
              Rule.VARIABLE_NEVER_ASSIGNED,
              "Variable '" + variable + "' is read but never assigned",
              field.location(),
              "the state fails where it reads it");
    }
  }

  /** Reports variables that a scope around this one assigns too: an inner scope cannot do that. */
  void checkVariables() {
    assigned.forEach(
        (variable, location) -> {
          for (StateScope outer = around; outer != null; outer = outer.around) {
            SourceLocation first = outer.assigned.get(variable);
            if (first != null) {
              context
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
    String field = target.node().position().token();
    if (field.equals("StartAt")) {
      context
          .diagnostics()
          .report(
              Rule.MISSING_START,
              "StartAt names no state of its scope: '" + target.state() + "'",
              location,
              hint(target));
    } else {
      context
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
        context
            .whereIs(target.state())
            .map(
                found ->
                    "the state at "
                        + found
                        + " is in another scope; a transition stays in its own");
    return elsewhere.orElseGet(() -> context.didYouMean(target.state(), names));
  }
}
