package io.stepunit.internal.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.stepunit.history.EventDetails.StateEntered;
import io.stepunit.history.EventDetails.StateExited;
import io.stepunit.internal.history.EventRecord;
import io.stepunit.internal.history.VisitRef;
import io.stepunit.internal.json.Json;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What each visit of an execution could read, and what its branches or iterations returned. */
final class VisitScopes {
  private final Map<VisitRef, Map<String, JsonNode>> onEntry = new IdentityHashMap<>();
  private final Map<Scope, Map<String, JsonNode>> now = new HashMap<>();
  private final Map<VisitRef, TreeMap<Integer, JsonNode>> outputs = new IdentityHashMap<>();

  /**
   * A branch or an iteration; that of the execution itself has no visit around it.
   *
   * @param around compared by identity, as visits are
   */
  private record Scope(@Nullable VisitRef around, int index) {
    static Scope of(VisitRef visit) {
      VisitRef.Around around = visit.around();
      return around == null ? new Scope(null, 0) : new Scope(around.visit(), around.index());
    }
  }

  VisitScopes(List<EventRecord> events) {
    for (EventRecord event : events) {
      VisitRef visit = event.visitOrNull();
      if (visit != null && event.details() instanceof StateEntered) {
        enter(visit);
      } else if (visit != null && event.details() instanceof StateExited exited) {
        exit(visit, exited);
      }
    }
  }

  private void enter(VisitRef visit) {
    onEntry.put(
        visit,
        now.computeIfAbsent(
            Scope.of(visit),
            scope ->
                scope.around() == null
                    ? Map.of()
                    : onEntry.getOrDefault(scope.around(), Map.of())));
  }

  private void exit(VisitRef visit, StateExited exited) {
    Scope scope = Scope.of(visit);
    if (!exited.assignedVariables().isEmpty()) {
      Map<String, JsonNode> variables = new LinkedHashMap<>(now.getOrDefault(scope, Map.of()));
      variables.putAll(exited.assignedVariables());
      now.put(scope, Collections.unmodifiableMap(variables));
    }
    if (scope.around() != null) {
      outputs
          .computeIfAbsent(scope.around(), parent -> new TreeMap<>())
          .put(scope.index(), exited.output());
    }
  }

  /** The variables that a visit could read. */
  Map<String, JsonNode> variables(VisitRef visit) {
    return onEntry.getOrDefault(visit, Map.of());
  }

  /** What the last states of all branches or iterations handed on, in order. */
  Optional<JsonNode> joined(VisitRef visit) {
    TreeMap<Integer, JsonNode> all = outputs.get(visit);
    if (all == null) {
      return Optional.empty();
    }
    ArrayNode array = Json.NODES.arrayNode(all.size());
    array.addAll(all.values());
    return Optional.of(array);
  }
}
