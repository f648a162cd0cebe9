package io.stepunit.internal.model.read;

import io.stepunit.asl.Rule;
import io.stepunit.asl.SourceLocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private final List<Reads> read = new ArrayList<>();
  private @Nullable Reads latest;

  private record Target(String state, LocatedNode node) {}

  /** The variables that a field reads, in order, each with the expression that does it. */
  private static final class Reads {
    private static final Pattern MENTION = Pattern.compile("\\$([\\p{L}\\p{N}_]+)");

    private final LocatedNode field;
    private final Set<String> variables = new LinkedHashSet<>();
    private final Map<String, LocatedNode> mentions = new HashMap<>();

    Reads(LocatedNode field) {
      this.field = field;
    }

    LocatedNode place(String variable) {
      if (mentions.isEmpty()) {
        findMentions(field);
      }
      return mentions.getOrDefault(variable, field);
    }

    private void findMentions(LocatedNode node) {
      if (node.value().isTextual()) {
        Matcher mention = MENTION.matcher(node.value().textValue());
        while (mention.find()) {
          mentions.putIfAbsent(mention.group(1), node);
        }
      }
      node.fields().values().forEach(this::findMentions);
      node.items().forEach(this::findMentions);
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
    Reads of = latest;
    if (of == null || of.field != field) {
      of = new Reads(field);
      latest = of;
      read.add(of);
    }
    of.variables.add(variable);
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
    for (Reads reads : read) {
      reads.variables.stream()
          .filter(variable -> !sees(variable))
          .forEach(variable -> reportUnseen(variable, reads.place(variable)));
    }
  }

  private void reportUnseen(String unseen, LocatedNode place) {
    context
        .diagnostics()
        .report(
            Rule.POSSIBLY_UNDEFINED_VARIABLE,
            "Variable '" + unseen + "' is possibly not defined.",
            place.location(),
            context.assignsAnywhere(unseen)
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
