package io.stepunit.internal.model.read;

import io.stepunit.asl.Rule;
import io.stepunit.asl.SourceLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names that a transition of one scope may lead to, and the transitions read so far. */
final class StateScope {
  private final ReadContext context;
  private final Set<String> names;
  private final @Nullable StateScope around;
  private final boolean alone;
  private final List<Target> targets = new ArrayList<>();
  private final Map<String, Set<SourceLocation>> assigned = new LinkedHashMap<>();
  private final Set<String> caught = new HashSet<>();
  private final Set<Read> read = new LinkedHashSet<>();

  private record Target(String state, LocatedNode node) {}

  private record Read(String variable, LocatedNode field) {
    /** The expression in the field that reads the variable. */
    LocatedNode place() {
      Pattern mention = Pattern.compile("\\$" + Pattern.quote(variable) + "(?![\\p{L}\\p{N}_])");
      return mentioning(field, mention).orElse(field);
    }

    private static Optional<LocatedNode> mentioning(LocatedNode node, Pattern mention) {
      if (node.value().isTextual()) {
        return Optional.of(node).filter(text -> mention.matcher(text.value().textValue()).find());
      }
      return Stream.concat(node.fields().values().stream(), node.items().stream())
          .flatMap(inner -> mentioning(inner, mention).stream())
          .findFirst();
    }
  }

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
    assigned.computeIfAbsent(variable, name -> new LinkedHashSet<>()).add(location);
  }

  /** Notes that a Catcher of a state of the scope assigns a variable. */
  void catches(String variable) {
    caught.add(variable);
  }

  /** Notes that a state of the scope reads a variable. */
  void reads(String variable, LocatedNode field) {
    read.add(new Read(variable, field));
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
    read.stream().filter(one -> !sees(one.variable())).forEach(this::reportUnseen);
  }

  private void reportUnseen(Read unseen) {
    context
        .diagnostics()
        .report(
            Rule.POSSIBLY_UNDEFINED_VARIABLE,
            "Variable '" + unseen.variable() + "' is possibly not defined.",
            unseen.place().location(),
            context.assignsAnywhere(unseen.variable())
                ? "it is assigned only in another scope: a branch, an iteration or"
                    + " a child execution of a distributed Map keeps its variables"
                : "no state assigns it, so reading it fails");
  }

  /** Reports variables that a scope around this one assigns too: an inner scope cannot do that. */
  void checkVariables() {
    assigned.forEach(
        (variable, locations) ->
            outerAssignment(variable)
                .ifPresent(first -> locations.forEach(at -> reportOuter(variable, at, first))));
  }

  private Optional<SourceLocation> outerAssignment(String variable) {
    for (StateScope outer = around; outer != null; outer = outer.around) {
      Set<SourceLocation> first = outer.assigned.get(variable);
      if (first != null) {
        return first.stream().findFirst();
      }
    }
    return Optional.empty();
  }

  private void reportOuter(String variable, SourceLocation location, SourceLocation first) {
    context
        .diagnostics()
        .report(
            Rule.OUTER_VARIABLE,
            "The variable name '" + variable + "' was already defined in a parent scope.",
            location,
            "it is assigned at "
                + first
                + "; a branch or iteration can read but not assign it, so return data in the"
                + " state's output");
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
    boolean start = target.node().position().token().equals("StartAt");
    context
        .diagnostics()
        .report(
            start ? Rule.MISSING_START : Rule.MISSING_TARGET,
            "Missing 'Next' target: " + target.state(),
            target.node().location(),
            hint(target));
  }

  private String hint(Target target) {
    Optional<String> elsewhere =
        context
            .whereIs(target.state())
            .map(
                found ->
                    "the state at "
                        + found
                        + " is in another scope; a transition cannot leave its scope");
    return elsewhere.orElseGet(() -> context.didYouMean(target.state(), names));
  }
}
