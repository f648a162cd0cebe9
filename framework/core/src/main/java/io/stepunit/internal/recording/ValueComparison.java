package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Compares JSON values by the rules of recordings: JSON text is compared as the value that it
 * holds, numbers by value, placeholders and times match any text.
 */
final class ValueComparison {
  private final Placeholders placeholders;
  private final ReplacedFields replaced;

  ValueComparison(Placeholders placeholders, ReplacedFields replaced) {
    this.placeholders = placeholders;
    this.replaced = replaced;
  }

  /** Takes what differs: the path of the field, what was recorded, what was found. */
  interface Sink {
    void differs(String field, String recorded, String found);
  }

  boolean sameText(String recorded, String found) {
    return placeholders.matches(recorded, found);
  }

  /**
   * Compares a value that may hold anything.
   *
   * @param root the names that lead from the answer's root to the value
   */
  void compare(List<String> root, JsonNode recorded, JsonNode found, Sink sink) {
    new Walk(root, sink).value(recorded, found);
  }

  /** Compares the details of two events: as {@link #compare}, and some members may be missing. */
  void compareDetails(RecordedEvent recorded, RecordedEvent found, Sink sink) {
    String field = recorded.detailsField();
    if (recorded.details().isEmpty() && found.details().isEmpty()) {
      return;
    }
    if (!field.equals(found.detailsField())) {
      sink.differs("", quoted(field), quoted(found.detailsField()));
      return;
    }
    new Walk(List.of("events", field), sink)
        .containers(comparable(recorded, found), comparable(found, recorded));
  }

  /** The details without null members, and without the optional ones that the other has not. */
  private static JsonNode comparable(RecordedEvent event, RecordedEvent other) {
    ObjectNode members = Json.NODES.objectNode();
    for (Iterator<String> names = event.details().fieldNames(); names.hasNext(); ) {
      String name = names.next();
      JsonNode member = event.details().get(name);
      boolean counts = !EventMembers.isOptional(name) || other.details().hasNonNull(name);
      if (!member.isNull() && counts) {
        members.set(name, EventMembers.value(name, member));
      }
    }
    return members;
  }

  /** Whether a field of this name holds a time, which no two runs share. */
  private static boolean isTimestamp(String name) {
    return name.toLowerCase(Locale.ROOT).contains("timestamp");
  }

  /** A short form of a value for a report. */
  static String shown(JsonNode value) {
    return value.isMissingNode() ? "none" : quoted(Json.text(value));
  }

  static String quoted(String text) {
    int limit = 1000;
    if (text.isEmpty()) {
      return "nothing";
    }
    return text.length() <= limit
        ? text
        : text.substring(0, limit) + "… (" + text.length() + " characters)";
  }

  private final class Walk {
    private final Deque<String> path;
    private final Sink sink;

    Walk(List<String> root, Sink sink) {
      this.path = new ArrayDeque<>(root);
      this.sink = sink;
    }

    void value(JsonNode recorded, JsonNode found) {
      if (recorded.isTextual() && isMatched(recorded.textValue(), found)) {
        return;
      }
      Optional<JsonNode> expected = EventMembers.container(recorded);
      Optional<JsonNode> actual = EventMembers.container(found);
      if (expected.isPresent() && actual.isPresent()) {
        containers(expected.get(), actual.get());
      } else if (!scalars(recorded, found)) {
        report(recorded, found);
      }
    }

    private boolean isMatched(String recorded, JsonNode found) {
      return placeholders.isAnything(recorded)
          || found.isTextual() && placeholders.matches(recorded, found.textValue());
    }

    private boolean scalars(JsonNode recorded, JsonNode found) {
      if (recorded.isTextual() && found.isContainerNode()) {
        return placeholders.matches(recorded.textValue(), Json.text(found));
      }
      return Json.sameValue(recorded, found);
    }

    private void containers(JsonNode recorded, JsonNode found) {
      if (recorded.isObject() && found.isObject()) {
        for (Iterator<String> names = recorded.fieldNames(); names.hasNext(); ) {
          String name = names.next();
          JsonNode value = found.get(name);
          if (value == null) {
            missing(name, recorded.get(name));
          } else {
            member(name, recorded.get(name), value);
          }
        }
        additional(recorded, found);
      } else if (recorded.isArray() && found.isArray() && recorded.size() == found.size()) {
        for (int i = 0; i < recorded.size(); i++) {
          value(recorded.get(i), found.get(i));
        }
      } else {
        report(recorded, found);
      }
    }

    void member(String name, JsonNode recorded, JsonNode found) {
      path.addLast(name);
      boolean time =
          isTimestamp(name) && recorded.isTextual() && recorded.textValue().equals("timestamp");
      boolean date = recorded.isTextual() && recorded.textValue().equals("datetime");
      if (!time && !date && !isLeftOut(List.copyOf(path))) {
        value(recorded, found);
      }
      path.removeLast();
    }

    private boolean isLeftOut(List<String> names) {
      return RequestMetadata.contains(names) || replaced.contains(names);
    }

    void missing(String name, JsonNode recorded) {
      path.addLast(name);
      sink.differs(field(), shown(recorded), "no such field");
      path.removeLast();
    }

    void additional(JsonNode recorded, JsonNode found) {
      for (Iterator<String> names = found.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        if (!recorded.has(name)) {
          path.addLast(name);
          sink.differs(field(), "no such field", shown(found.get(name)));
          path.removeLast();
        }
      }
    }

    private void report(JsonNode recorded, JsonNode found) {
      sink.differs(field(), shown(recorded), shown(found));
    }

    private String field() {
      return String.join(".", path).replaceFirst("^events\\.", "");
    }
  }
}
