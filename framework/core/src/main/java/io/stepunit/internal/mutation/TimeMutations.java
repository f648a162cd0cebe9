package io.stepunit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.coverage.Keys;
import io.stepunit.internal.json.Json;
import java.util.List;

/** Limits of time that are missing, and Wait states that do not wait. */
final class TimeMutations implements Mutations {
  @Override
  public void in(Place place) {
    for (String path : List.of("", "Path")) {
      limit(place, MutationOperator.DROP_TIMEOUT, "TimeoutSeconds" + path);
      limit(place, MutationOperator.DROP_HEARTBEAT, "HeartbeatSeconds" + path);
    }
    JsonNode seconds = place.field("Seconds");
    if (place.type().equals("Wait") && seconds.asInt(0) > 0) {
      place.change(MutationOperator.DROP_WAIT, place.at("Seconds"), Json.NODES.numberNode(0));
    }
  }

  private static void limit(Place place, MutationOperator operator, String field) {
    if (place.json().has(field)) {
      place.drop(operator, place.at(field), place.at(field) + Keys.HIT);
    }
  }
}
