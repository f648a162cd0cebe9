package io.stepunit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.util.List;

/** Mistakes in how a Map state runs its iterations. */
final class MapMutations implements Mutations {
  private static final String CONCURRENCY = "MaxConcurrency";

  @Override
  public void in(Place place) {
    if (!place.type().equals("Map")) {
      return;
    }
    JsonNode concurrency = place.field(CONCURRENCY);
    // Without it, or with 0, there is no limit.
    if (concurrency.asInt(0) > 0) {
      place.drop(MutationOperator.CHANGE_MAX_CONCURRENCY, place.at(CONCURRENCY));
    }
    if (concurrency.asInt(1) != 1) {
      place.change(
          MutationOperator.CHANGE_MAX_CONCURRENCY, place.at(CONCURRENCY), Json.NODES.numberNode(1));
    }
    for (String field : List.of("ToleratedFailureCount", "ToleratedFailurePercentage")) {
      tolerance(place, field);
    }
    if (place.json().has("ItemBatcher")) {
      place.drop(MutationOperator.DROP_FIELD, place.at("ItemBatcher"));
    }
  }

  private static void tolerance(Place place, String field) {
    JsonNode tolerated = place.field(field);
    if (place.json().has(field + "Path")) {
      place.drop(MutationOperator.CHANGE_TOLERANCE, place.at(field + "Path"));
    }
    if (tolerated.asInt(0) > 0 || tolerated.isTextual()) {
      place.drop(MutationOperator.CHANGE_TOLERANCE, place.at(field));
    }
    if (tolerated.isInt()) {
      place.change(
          MutationOperator.CHANGE_TOLERANCE,
          place.at(field),
          Json.NODES.numberNode(tolerated.intValue() + 1));
    }
  }
}
