package io.stepunit.explore;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A definition's states and the ways between them, as its JSON has them. */
final class Outline {
  private static final Set<String> TARGETS = Set.of("Next", "Default");

  private final Map<String, JsonNode> states = new LinkedHashMap<>();

  private Outline() {}

  static Outline of(JsonNode definition) {
    Outline outline = new Outline();
    outline.add(definition);
    return outline;
  }

  private void add(JsonNode scope) {
    for (Map.Entry<String, JsonNode> state : scope.path("States").properties()) {
      states.put(state.getKey(), state.getValue());
      scopes(state.getValue()).forEach(this::add);
    }
  }

  private static List<JsonNode> scopes(JsonNode state) {
    List<JsonNode> scopes = new ArrayList<>();
    state.path("Branches").forEach(scopes::add);
    scopes.add(state.path("Iterator"));
    scopes.add(state.path("ItemProcessor"));
    return scopes;
  }

  /** All states, also those inside of others, with their definitions. */
  Map<String, JsonNode> states() {
    return Collections.unmodifiableMap(states);
  }

  /** The Tasks that a state is or has inside of it. */
  Set<String> tasksOf(String name) {
    Set<String> tasks = new TreeSet<>();
    JsonNode state = states.get(name);
    if (state != null) {
      collectTasks(name, state, tasks);
    }
    return tasks;
  }

  private static void collectTasks(String name, JsonNode state, Set<String> tasks) {
    if (state.path("Type").asText().equals("Task")) {
      tasks.add(name);
    }
    for (JsonNode scope : scopes(state)) {
      for (Map.Entry<String, JsonNode> inner : scope.path("States").properties()) {
        collectTasks(inner.getKey(), inner.getValue(), tasks);
      }
    }
  }

  /** Where the results of Tasks go that are put into the input, by the Tasks' names. */
  Map<String, PathText> resultPaths() {
    Map<String, PathText> paths = new TreeMap<>();
    states.forEach(
        (name, state) -> {
          if (state.path("ResultPath").isTextual()) {
            paths.put(name, PathText.of(state.path("ResultPath").asText()));
          }
        });
    return paths;
  }

  /** Whether a Map takes its whole input for its items. */
  boolean iteratesOverWholeInput() {
    return states.values().stream()
        .anyMatch(
            state ->
                state.path("Type").asText().equals("Map")
                    && !state.has("ItemsPath")
                    && !state.has("Items")
                    && !state.has("ItemReader"));
  }

  /** For each state, those from which a transition leads to it. */
  Map<String, Set<String>> ways() {
    Map<String, Set<String>> ways = new TreeMap<>();
    states.forEach((name, state) -> ways(name, state, ways));
    return ways;
  }

  private static void ways(String from, JsonNode node, Map<String, Set<String>> ways) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (TARGETS.contains(field.getKey()) && field.getValue().isTextual()) {
        ways.computeIfAbsent(field.getValue().asText(), to -> new TreeSet<>()).add(from);
      }
    }
    node.path("Choices").forEach(rule -> ways(from, rule, ways));
    node.path("Catch").forEach(catcher -> ways(from, catcher, ways));
  }
}
