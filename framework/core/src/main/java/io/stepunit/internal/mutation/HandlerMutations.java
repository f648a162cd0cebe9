package io.stepunit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.stepunit.internal.coverage.Keys;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonPointers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Mistakes in Retriers and Catchers. */
final class HandlerMutations implements Mutations {
  private static final String ALL = "States.ALL";
  private static final String TASK_FAILED = "States.TaskFailed";
  private static final String TIMEOUT = "States.Timeout";
  private static final String HEARTBEAT = "States.HeartbeatTimeout";
  private static final String ERRORS = "ErrorEquals";
  private static final String ATTEMPTS = "MaxAttempts";
  private static final String RATE = "BackoffRate";
  private static final String INTERVAL = "IntervalSeconds";
  private static final String MAX_DELAY = "MaxDelaySeconds";
  private static final int DEFAULT_ATTEMPTS = 3;
  private static final double DEFAULT_RATE = 2;

  @Override
  public void in(Place place) {
    JsonNode retriers = place.field("Retry");
    for (int i = 0; i < retriers.size(); i++) {
      retrier(place, retriers.get(i), place.at("Retry", i));
    }
    JsonNode catchers = place.field("Catch");
    for (int i = 0; i < catchers.size(); i++) {
      String at = place.at("Catch", i);
      if (place.isReachable(at)) {
        place.drop(MutationOperator.DROP_CATCHER, at, at);
        errors(place, catchers.get(i), at);
      }
    }
    order(place, "Retry", MutationOperator.SWAP_RETRIERS, Keys.USED);
    order(place, "Catch", MutationOperator.SWAP_CATCHERS, "");
  }

  private static void retrier(Place place, JsonNode retrier, String at) {
    String used = at + Keys.USED;
    String exhausted = at + Keys.EXHAUSTED;
    if (!place.isReachable(exhausted)) {
      return;
    }
    int attempts = retrier.path(ATTEMPTS).asInt(DEFAULT_ATTEMPTS);
    String attemptsAt = JsonPointers.child(at, ATTEMPTS);
    place.drop(MutationOperator.DROP_RETRIER, at, attempts > 0 ? used : exhausted);
    if (attempts > 0) {
      place.change(
          MutationOperator.CHANGE_MAX_ATTEMPTS,
          attemptsAt,
          Json.NODES.numberNode(attempts - 1),
          used);
      delays(place, retrier, at, attempts);
    }
    place.change(
        MutationOperator.CHANGE_MAX_ATTEMPTS,
        attemptsAt,
        Json.NODES.numberNode(attempts + 1),
        exhausted);
    errors(place, retrier, at);
  }

  private static void delays(Place place, JsonNode retrier, String at, int attempts) {
    String used = at + Keys.USED;
    int interval = retrier.path(INTERVAL).asInt(1);
    double rate = retrier.path(RATE).asDouble(DEFAULT_RATE);
    place.change(
        MutationOperator.CHANGE_INTERVAL,
        JsonPointers.child(at, INTERVAL),
        Json.NODES.numberNode(2 * interval),
        used);
    // The delay before the first retry does not grow.
    if (attempts > 1) {
      place.change(
          MutationOperator.CHANGE_BACKOFF_RATE,
          JsonPointers.child(at, RATE),
          Json.NODES.numberNode(new BigDecimal(rate > 1 ? "1.0" : "2.0")),
          used);
    }
    double longest = interval * Math.pow(rate, attempts - 1.0);
    if (retrier.has(MAX_DELAY) && longest > retrier.path(MAX_DELAY).asDouble()) {
      place.drop(MutationOperator.DROP_MAX_DELAY, JsonPointers.child(at, MAX_DELAY), used);
    }
  }

  /** Fewer errors, and all of them. */
  private static void errors(Place place, JsonNode handler, String at) {
    JsonNode names = handler.path(ERRORS);
    String errorsAt = JsonPointers.child(at, ERRORS);
    for (int i = 0; i < names.size() && names.size() > 1; i++) {
      place.drop(
          MutationOperator.CHANGE_ERROR_EQUALS,
          JsonPointers.child(errorsAt, i),
          handler.has("Next") ? at : at + Keys.EXHAUSTED);
    }
    if (!names(handler).contains(ALL)) {
      place.change(MutationOperator.CHANGE_ERROR_EQUALS, errorsAt, Json.NODES.arrayNode().add(ALL));
    }
  }

  private static Set<String> names(JsonNode handler) {
    Set<String> names = new HashSet<>();
    handler.path(ERRORS).forEach(name -> names.add(name.asText()));
    return names;
  }

  /** Entries that no error matches both have no order. */
  private static void order(Place place, String field, MutationOperator operator, String outcome) {
    JsonNode handlers = place.field(field);
    for (int i = 0; i + 1 < handlers.size(); i++) {
      if (overlap(names(handlers.get(i)), names(handlers.get(i + 1)))) {
        place.add(
            operator,
            place.at(field),
            Optional.of(swapped(handlers, i)),
            place.at(field, i) + outcome,
            "%s: [%s] and [%s] change places".formatted(place.words(place.at(field)), i, i + 1));
      }
    }
  }

  private static boolean overlap(Set<String> first, Set<String> second) {
    return first.stream().anyMatch(one -> second.stream().anyMatch(two -> overlap(one, two)));
  }

  private static boolean overlap(String one, String two) {
    return one.equals(two) || includes(one, two) || includes(two, one);
  }

  private static boolean includes(String general, String error) {
    return switch (general) {
      case ALL -> true;
      case TASK_FAILED -> !error.equals(TIMEOUT);
      case TIMEOUT -> error.equals(HEARTBEAT);
      default -> false;
    };
  }

  /** An array in which an item and the next one change places. */
  static ArrayNode swapped(JsonNode array, int index) {
    List<JsonNode> items = new ArrayList<>();
    array.forEach(item -> items.add(item.deepCopy()));
    items.add(index, items.remove(index + 1));
    return Json.NODES.arrayNode().addAll(items);
  }
}
