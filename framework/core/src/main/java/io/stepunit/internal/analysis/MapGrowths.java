package io.stepunit.internal.analysis;

import io.stepunit.asl.WorkflowType;
import io.stepunit.cost.MapGrowth;
import io.stepunit.cost.Quota;
import io.stepunit.internal.engine.limit.EngineLimits;
import io.stepunit.internal.history.ExecutionRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Extrapolates how an execution grows with the items of a Map, from two of them. */
public final class MapGrowths {
  /** Digits of an index make some items a byte longer than others. */
  private static final double UNEVEN = 0.05;

  private final String state;
  private final ItemUse few;
  private final ItemUse many;

  private MapGrowths(String state, ItemUse few, ItemUse many) {
    this.state = state;
    this.few = few;
    this.many = many;
  }

  /**
   * The growth with the items of a Map.
   *
   * @param state the Map's name, or the path of its one visit
   * @throws IllegalArgumentException if it did not run once in each execution, or with the same
   *     number of items
   */
  public static MapGrowth between(String state, ExecutionRecord one, ExecutionRecord other) {
    ItemUse first = ItemUse.of(state, one);
    ItemUse second = ItemUse.of(state, other);
    if (first.items() == second.items()) {
      throw new IllegalArgumentException(
          "Both executions of '%s' have %s items; the growth shows between executions with different numbers of items."
              .formatted(state, first.items()));
    }
    MapGrowths growth =
        first.items() < second.items()
            ? new MapGrowths(state, first, second)
            : new MapGrowths(state, second, first);
    return growth.growth(one.description().type());
  }

  private MapGrowth growth(WorkflowType type) {
    List<MapGrowth.ItemLimit> limits =
        Stream.concat(
                type == WorkflowType.STANDARD ? events().stream() : Stream.empty(),
                payload().stream())
            .sorted(Comparator.comparingLong(MapGrowth.ItemLimit::mostItems))
            .toList();
    return new MapGrowth(state, limits, doubts());
  }

  private Optional<MapGrowth.ItemLimit> events() {
    // The last event that a history has room for is the failure.
    return limit(
        Quota.HISTORY_EVENTS,
        few.events(),
        many.events(),
        EngineLimits.AWS.historyEvents() - 1,
        "");
  }

  /** Of all data that grows, what is too large first. */
  private Optional<MapGrowth.ItemLimit> payload() {
    return few.payloads().entrySet().stream()
        .flatMap(payload -> payload(payload).stream())
        .min(Comparator.comparingLong(MapGrowth.ItemLimit::mostItems));
  }

  private Optional<MapGrowth.ItemLimit> payload(Map.Entry<String, Integer> payload) {
    return Optional.ofNullable(many.payloads().get(payload.getKey()))
        .flatMap(
            bytes ->
                limit(
                    Quota.PAYLOAD_BYTES,
                    payload.getValue(),
                    bytes,
                    EngineLimits.AWS.payloadBytes(),
                    payload.getKey()));
  }

  private Optional<MapGrowth.ItemLimit> limit(
      Quota quota, int ofFew, int ofMany, int limit, String where) {
    double perItem = (double) (ofMany - ofFew) / (many.items() - few.items());
    double besides = ofFew - perItem * few.items();
    return perItem <= 0
        ? Optional.empty()
        : Optional.of(
            new MapGrowth.ItemLimit(
                quota, (long) ((limit - besides) / perItem), perItem, besides, where));
  }

  private List<String> doubts() {
    List<String> doubts = new ArrayList<>();
    if (few.inline() && Math.abs(few.eventsPerItem() - many.eventsPerItem()) > 1e-9) {
      doubts.add(
          String.format(
              Locale.ROOT,
              "iterations are not alike: %.2f events an item with %,d items, %.2f with %,d",
              few.eventsPerItem(),
              few.items(),
              many.eventsPerItem(),
              many.items()));
    }
    if (few.eventsBesides() != many.eventsBesides()) {
      doubts.add(
          String.format(
              Locale.ROOT,
              "what is outside of %s differs too: %,d events with %,d items, %,d with %,d",
              state,
              few.eventsBesides(),
              few.items(),
              many.eventsBesides(),
              many.items()));
    }
    payload()
        .filter(limit -> limit.besides() < -UNEVEN * limit.perItem() * few.items())
        .map(
            limit ->
                "the "
                    + limit.where()
                    + " grows faster than the number of items, so that it may end sooner")
        .ifPresent(doubts::add);
    return doubts;
  }
}
