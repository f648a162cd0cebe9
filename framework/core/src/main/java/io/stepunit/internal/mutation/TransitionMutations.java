package io.stepunit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonPointers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Transitions that lead elsewhere. */
final class TransitionMutations implements Mutations {
  /** More of one transition tell little more. */
  private static final int WAYS = 2;

  @Override
  public void in(Place place) {
    transition(place, place.json(), place.pointer(), "Next");
    transition(place, place.json(), place.pointer(), "Default");
    each(place, "Choices");
    each(place, "Catch");
  }

  private static void each(Place place, String field) {
    JsonNode items = place.field(field);
    for (int i = 0; i < items.size(); i++) {
      transition(place, items.get(i), place.at(field, i), "Next");
    }
  }

  private static void transition(Place place, JsonNode owner, String ownerAt, String field) {
    if (!owner.has(field)) {
      return;
    }
    String at = JsonPointers.child(ownerAt, field);
    // A Catcher is a transition by itself.
    String reach = place.points().find(at).isPresent() ? at : ownerAt;
    String target = owner.path(field).asText();
    others(place, target)
        .forEach(
            other ->
                place.change(MutationOperator.CHANGE_NEXT, at, Json.NODES.textNode(other), reach));
  }

  /** First the state after the right one, then those that stand after it. */
  private static List<String> others(Place place, String target) {
    Set<String> ways = new LinkedHashSet<>();
    Optional.of(place.target(target).path("Next").asText())
        .filter(next -> !next.isEmpty())
        .ifPresent(ways::add);
    List<String> all = new ArrayList<>();
    place.scope().path("States").fieldNames().forEachRemaining(all::add);
    int start = all.indexOf(target);
    for (int i = 1; i < all.size(); i++) {
      ways.add(all.get((start + i) % all.size()));
    }
    ways.remove(target);
    ways.remove(place.name());
    return ways.stream().limit(WAYS).toList();
  }
}
