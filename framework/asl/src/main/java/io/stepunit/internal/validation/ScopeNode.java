package io.stepunit.internal.validation;

import io.stepunit.internal.model.LocatedNode;
import io.stepunit.internal.model.QueryLanguage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scope of states as it is written: a machine, a branch, an ItemProcessor.
 *
 * @param byName the states in the order of the file
 */
record ScopeNode(LocatedNode node, Map<String, StateNode> byName) {
  /** The scopes of a definition, each before those inside of its states. */
  static List<ScopeNode> allOf(LocatedNode root) {
    return withNested(read(root, isJsonata(root, false)));
  }

  /** A scope of one state alone, and the scopes inside of it. */
  static List<ScopeNode> ofState(String name, LocatedNode state) {
    return withNested(
        new ScopeNode(state, Map.of(name, new StateNode(name, state, isJsonata(state, false)))));
  }

  private static List<ScopeNode> withNested(ScopeNode first) {
    List<ScopeNode> scopes = new ArrayList<>();
    Deque<ScopeNode> open = new ArrayDeque<>(List.of(first));
    boolean jsonata = isJsonata(first.node, false);
    while (!open.isEmpty()) {
      ScopeNode scope = open.removeFirst();
      scopes.add(scope);
      for (StateNode state : scope.states()) {
        state.scopes().forEach(nested -> open.addLast(read(nested, jsonata)));
      }
    }
    return scopes;
  }

  private static ScopeNode read(LocatedNode scope, boolean machineIsJsonata) {
    Map<String, StateNode> states = new LinkedHashMap<>();
    Optional.ofNullable(scope.fields().get("States"))
        .ifPresent(
            all ->
                all.fields()
                    .forEach(
                        (name, node) ->
                            states.put(
                                name,
                                new StateNode(name, node, isJsonata(node, machineIsJsonata)))));
    return new ScopeNode(scope, states);
  }

  private static boolean isJsonata(LocatedNode node, boolean otherwise) {
    LocatedNode language = node.fields().get("QueryLanguage");
    return language == null
        ? otherwise
        : language.value().asText().equals(QueryLanguage.JSONATA.aslName());
  }

  List<StateNode> states() {
    return List.copyOf(byName.values());
  }

  Optional<StateNode> start() {
    return Optional.ofNullable(node.fields().get("StartAt"))
        .flatMap(field -> Optional.ofNullable(byName.get(field.value().asText())));
  }
}
