package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares the values of two histories: JSON text is compared as the value that it holds, numbers
 * by value, other texts and numbers by {@link SameScalars}.
 */
final class ValueComparison {
  private final SameScalars scalars;
  private final ReplacedFields replaced;
  private final OptionalMembers optional;

  ValueComparison(SameScalars scalars, ReplacedFields replaced) {
    this(scalars, replaced, OptionalMembers.COUNT_WHERE_BOTH_HAVE_THEM);
  }

  ValueComparison(SameScalars scalars, ReplacedFields replaced, OptionalMembers optional) {
    this.scalars = scalars;
    this.replaced = replaced;
    this.optional = optional;
  }

  /** What becomes of the members of an event that may be missing from it. */
  enum OptionalMembers {
    COUNT_WHERE_BOTH_HAVE_THEM,
    NEVER_COUNT
  }

  /** Takes what differs: the field as a JSON pointer, what was recorded, what was found. */
  interface Sink {
    void differs(String field, String recorded, String found);
  }

  /**
   * Compares a value that may hold anything.
   *
   * @param root the names that lead from the answer's root to the value
   */
  void compare(List<String> root, JsonNode recorded, JsonNode found, Sink sink) {
    String prefix = ("/" + String.join("/", root)).replaceFirst("^/events/", "/");
    JsonComparison.compare(
        recorded,
        found,
        new RulesAt(root),
        difference ->
            sink.differs(
                prefix + difference.pointer(), difference.expectedText(), difference.foundText()));
  }

  /** Compares the details of two events: as {@link #compare}, and some members may be missing. */
  void compareDetails(RecordedEvent recorded, RecordedEvent found, Sink sink) {
    String field = recorded.detailsField();
    if (recorded.details().isEmpty() && found.details().isEmpty()) {
      return;
    }
    if (!field.equals(found.detailsField())) {
      sink.differs("", named(field), named(found.detailsField()));
      return;
    }
    compare(
        List.of("events", field), comparable(recorded, found), comparable(found, recorded), sink);
  }

  private static String named(String detailsField) {
    return detailsField.isEmpty() ? "nothing" : detailsField;
  }

  /** The details without null members, and without the optional ones that do not count. */
  private JsonNode comparable(RecordedEvent event, RecordedEvent other) {
    ObjectNode members = Json.NODES.objectNode();
    event
        .details()
        .properties()
        .forEach(
            member -> {
              String name = member.getKey();
              if (!member.getValue().isNull() && counts(name, other)) {
                members.set(name, EventMembers.value(name, member.getValue()));
              }
            });
    return members;
  }

  private boolean counts(String name, RecordedEvent other) {
    boolean whereBothHaveIt = optional == OptionalMembers.COUNT_WHERE_BOTH_HAVE_THEM;
    return !EventMembers.isOptional(name) || whereBothHaveIt && other.details().hasNonNull(name);
  }

  /** The rules for a value at a place of the answer. */
  private final class RulesAt implements JsonComparison.Rules {
    private final List<String> root;

    RulesAt(List<String> root) {
      this.root = root;
    }

    @Override
    public boolean same(JsonNode recorded, JsonNode found) {
      if (recorded.isTextual() && isMatched(recorded.textValue(), found)) {
        return true;
      }
      if (recorded.isNumber() && found.isNumber()) {
        return Json.sameValue(recorded, found) || scalars.sameNumber(recorded, found);
      }
      if (recorded.isTextual() && found.isContainerNode()) {
        return container(recorded).isEmpty()
            && scalars.sameText(recorded.textValue(), Json.text(found));
      }
      return !recorded.isContainerNode() && Json.sameValue(recorded, found);
    }

    private boolean isMatched(String recorded, JsonNode found) {
      return scalars.isAnything(recorded)
          || found.isTextual() && scalars.sameText(recorded, found.textValue());
    }

    @Override
    public Optional<JsonNode> container(JsonNode value) {
      return EventMembers.container(value);
    }

    @Override
    public boolean isLeftOut(List<String> path, JsonNode recorded) {
      List<String> names = new ArrayList<>(root);
      names.addAll(path);
      String name = path.get(path.size() - 1);
      return RequestMetadata.contains(names)
          || replaced.contains(names)
          || recorded.isTextual() && scalars.isAnyTime(name, recorded.textValue());
    }
  }
}
