package io.stepunit.internal.model.read;

import io.stepunit.asl.Rule;
import io.stepunit.asl.SourceLocation;
import io.stepunit.internal.model.QueryLanguage;
import io.stepunit.internal.model.TemplateResources;
import io.stepunit.internal.text.Suggestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is shared while one definition is read: its problems, and all its states' names. */
final class ReadContext {
  /** Looking for a near name costs time in proportion to the machine; a few hints are enough. */
  private static final int HINTS = 100;

  /** The machine's own fields and its states are read in the first two scopes. */
  private static final int MACHINE_SCOPES = 2;

  private final Diagnostics diagnostics;
  private final TemplateResources template;
  private final Map<String, SourceLocation> stateNames = new HashMap<>();
  private final SortedMap<String, List<VariablesRead>> variablesRead = new TreeMap<>();
  private final List<StateScope> scopes = new ArrayList<>();
  private final List<Optional<ReadScope>> scopesRead = new ArrayList<>();
  private QueryLanguage machineLanguage = QueryLanguage.JSONPATH;
  private int hintsGiven;

  ReadContext(Diagnostics diagnostics, TemplateResources template) {
    this.diagnostics = diagnostics;
    this.template = template;
  }

  /** What the definition's template deploys beside the machine. */
  TemplateResources template() {
    return template;
  }

  /** The language of the states that do not say theirs. */
  QueryLanguage machineLanguage() {
    return machineLanguage;
  }

  void machineLanguage(QueryLanguage language) {
    machineLanguage = language;
  }

  /** The variables that a field reads. */
  private record VariablesRead(Set<String> names, SourceLocation field) {}

  void readsVariables(String state, Set<String> names, SourceLocation field) {
    if (!names.isEmpty()) {
      variablesRead
          .computeIfAbsent(state, name -> new ArrayList<>())
          .add(new VariablesRead(names, field));
    }
  }

  /**
   * The variables that each state reads, by the state's name and in the order of the file; states
   * that read none are absent.
   */
  SortedMap<String, List<String>> variableReferences() {
    SortedMap<String, List<String>> references = new TreeMap<>();
    variablesRead.forEach(
        (state, reads) ->
            references.put(
                state,
                reads.stream()
                    .sorted(
                        Comparator.<VariablesRead>comparingInt(read -> read.field().line())
                            .thenComparingInt(read -> read.field().column()))
                    .flatMap(read -> read.names().stream())
                    .distinct()
                    .toList()));
    return Collections.unmodifiableSortedMap(references);
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  /**
   * Opens a scope of these states.
   *
   * @param alone whether it runs in executions of its own, which see no variables from around it
   */
  StateScope open(Map<String, LocatedNode> states, @Nullable StateScope around, boolean alone) {
    states.forEach((name, state) -> declare(name, state.location()));
    StateScope scope = new StateScope(this, states.keySet(), around, alone);
    scopes.add(scope);
    return scope;
  }

  private void declare(String name, SourceLocation location) {
    stateNames.putIfAbsent(name, location);
    if (name.isEmpty() || name.length() > 80) {
      diagnostics.report(
          Rule.INVALID_STATE_NAME,
          "A state's name has 1 to 80 characters",
          location,
          "this one has " + name.length());
    }
  }

  /** Whether any scope of the machine assigns a variable. */
  boolean assignsAnywhere(String variable) {
    return scopes.stream().anyMatch(scope -> scope.hasVariable(variable));
  }

  /** Where a state of the machine is defined, in whatever scope. */
  Optional<SourceLocation> whereIs(String state) {
    return Optional.ofNullable(stateNames.get(state));
  }

  /** Keeps the place of a scope before those inside of its states. */
  int beginScope() {
    scopesRead.add(Optional.empty());
    return scopesRead.size() - 1;
  }

  void endScope(int position, ReadScope scope) {
    scopesRead.set(position, Optional.of(scope));
  }

  /** The scopes of the machine, each before those inside of its states. */
  List<ReadScope> scopesRead() {
    return scopesRead.stream().flatMap(Optional::stream).toList();
  }

  /** Once all scopes are known, reports what only then can be seen to be wrong. */
  void checkScopes() {
    scopes.forEach(StateScope::checkTransitions);
    scopes.forEach(StateScope::checkVariables);
    scopes.forEach(StateScope::checkReads);
  }

  /** The same for the scopes inside of the machine's own: its states may lead anywhere. */
  void checkNestedTransitions() {
    scopes.stream().skip(MACHINE_SCOPES).forEach(StateScope::checkTransitions);
  }

  /** "did you mean …?", or an empty text. */
  String didYouMean(String written, Set<String> known) {
    if (hintsGiven >= HINTS) {
      return "";
    }
    hintsGiven++;
    return Suggestion.of(written, known).asQuestion().orElse("");
  }
}
