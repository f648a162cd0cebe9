package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the events of a history, as far as the case gives them. */
final class HistoryMatch {
  private final ValueMatch values;
  private final Bindings bindings;

  HistoryMatch(ValueMatch values, Bindings bindings) {
    this.values = values.with(ValueMatch.Extent.MEMBERS_GIVEN);
    this.bindings = bindings;
  }

  /** All events, in their order. */
  void inOrder(String where, JsonNode measured, JsonNode found) {
    List<MeasuredEvent> expected = ofCase(measured);
    List<MeasuredEvent> actual = ofAnswer(found);
    sameCount(where, expected, actual);
    eachInOrder(where, expected, actual);
  }

  private void eachInOrder(String where, List<MeasuredEvent> expected, List<MeasuredEvent> actual) {
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      event(where, expected.get(i), actual.get(i), values);
    }
  }

  /** All events, in their order; only the first ones where no more was read than these. */
  void inOrderAsFarAsRead(String where, JsonNode measured, JsonNode found) {
    List<MeasuredEvent> expected = ofCase(measured);
    List<MeasuredEvent> actual = ofAnswer(found);
    if (expected.get(expected.size() - 1).endsExecution()) {
      sameCount(where, expected, actual);
    }
    eachInOrder(where, expected, actual);
  }

  /** The last events of a long history. */
  void atTheEnd(String where, JsonNode measured, JsonNode found) {
    List<MeasuredEvent> expected = ofCase(measured);
    List<MeasuredEvent> actual = ofAnswer(found);
    List<MeasuredEvent> last =
        actual.subList(Math.max(0, actual.size() - expected.size()), actual.size());
    sameCount(where, expected, last);
    for (int i = 0; i < last.size(); i++) {
      event(where, expected.get(i), last.get(i), values);
    }
  }

  /**
   * The events before an id in their order; of the others only which event led to which.
   *
   * @param from the first id whose place is not fixed
   */
  void inChains(String where, long from, JsonNode measured, JsonNode found) {
    List<MeasuredEvent> expected = ofCase(measured);
    List<MeasuredEvent> rest = new ArrayList<>(ofAnswer(found));
    sameCount(where, expected, rest);
    Map<Long, Long> ids = new HashMap<>(Map.of(0L, 0L));
    for (MeasuredEvent event : expected) {
      Optional<MeasuredEvent> partner =
          event.id() < from ? withId(event.id(), rest) : partner(event, ids, rest);
      if (partner.isEmpty()) {
        values.findings().differs(place(where, event), event.toString(), "no such event");
        continue;
      }
      if (event.id() < from) {
        event(where, event, partner.get(), values);
      }
      rest.remove(partner.get());
      ids.put(event.id(), partner.get().id());
    }
  }

  private static Optional<MeasuredEvent> withId(long id, List<MeasuredEvent> events) {
    return events.stream().filter(event -> event.id() == id).findFirst();
  }

  /** The event that follows the same event; one that joins lines may follow another line's end. */
  private Optional<MeasuredEvent> partner(
      MeasuredEvent event, Map<Long, Long> ids, List<MeasuredEvent> candidates) {
    long previous = ids.getOrDefault(event.previous(), -1L);
    List<MeasuredEvent> alike = candidates.stream().filter(other -> isAlike(event, other)).toList();
    return alike.stream()
        .filter(other -> other.previous() == previous)
        .findFirst()
        .or(() -> event.isJoin() ? alike.stream().findFirst() : Optional.empty());
  }

  private boolean isAlike(MeasuredEvent measured, MeasuredEvent found) {
    Findings own = new Findings();
    content("", measured, found, values.into(own));
    return own.isEmpty();
  }

  private void event(String where, MeasuredEvent measured, MeasuredEvent found, ValueMatch match) {
    String place = place(where, measured);
    if (measured.id() != found.id() || measured.previous() != found.previous()) {
      match
          .findings()
          .differs(
              place,
              "%s after %s".formatted(measured.id(), measured.previous()),
              "%s after %s".formatted(found.id(), found.previous()));
    }
    content(place, measured, found, match);
  }

  private void content(
      String place, MeasuredEvent measured, MeasuredEvent found, ValueMatch match) {
    if (!measured.type().equals(found.type())) {
      match.findings().differs(place + ".type", measured.type(), found.toString());
      return;
    }
    details(place, measured.details(), found.details(), match);
    measured.at().ifPresent(at -> instant(place, at, found, match));
  }

  /** Not all members need be given; those that are count as they are. */
  private static void details(String place, JsonNode measured, JsonNode found, ValueMatch match) {
    for (Map.Entry<String, JsonNode> member : measured.properties()) {
      if (member.getKey().equals("absent")) {
        match.compare(place, Json.NODES.objectNode().set("absent", member.getValue()), found);
      } else {
        match
            .with(ValueMatch.Extent.EXACT)
            .compare(place + "." + member.getKey(), member.getValue(), found.path(member.getKey()));
      }
    }
  }

  private void instant(String place, JsonNode at, MeasuredEvent found, ValueMatch match) {
    Instant expected = bindings.at(at.asText());
    Optional<Instant> actual = found.at().flatMap(Instants::read);
    if (!actual.equals(Optional.of(expected))) {
      match.findings().differs(place + ".at", expected.toString(), actual.toString());
    }
  }

  private static String place(String where, MeasuredEvent event) {
    return where + "[" + event.id() + " " + event.type() + "]";
  }

  private void sameCount(String where, List<MeasuredEvent> expected, List<MeasuredEvent> actual) {
    if (expected.size() != actual.size()) {
      values
          .findings()
          .differs(where, expected.size() + " events", actual.size() + " events: " + types(actual));
    }
  }

  private static List<String> types(List<MeasuredEvent> events) {
    return events.stream().map(event -> event.id() + " " + event.type()).toList();
  }

  private static List<MeasuredEvent> ofCase(JsonNode events) {
    List<MeasuredEvent> list = new ArrayList<>();
    events.forEach(event -> list.add(MeasuredEvent.ofCase(event)));
    return list;
  }

  private static List<MeasuredEvent> ofAnswer(JsonNode events) {
    List<MeasuredEvent> list = new ArrayList<>();
    events.forEach(event -> list.add(MeasuredEvent.ofAnswer(event)));
    return list;
  }
}
