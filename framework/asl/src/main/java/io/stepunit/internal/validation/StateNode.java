package io.stepunit.internal.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.model.LocatedNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A state as it is written.
 *
 * @param jsonata whether its expressions are in JSONata
 */
record StateNode(String name, LocatedNode node, boolean jsonata) {
  private static final Set<String> PASSING = Set.of("Task", "Pass", "Wait", "Parallel", "Map");
  private static final Set<String> ENDING = Set.of("Succeed", "Fail");

  Map<String, LocatedNode> fields() {
    return node.fields();
  }

  Optional<LocatedNode> field(String name) {
    return Optional.ofNullable(fields().get(name));
  }

  boolean has(String name) {
    return fields().containsKey(name);
  }

  /** The text of a field, empty if it has none. */
  String text(String name) {
    return field(name)
        .map(LocatedNode::value)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .orElse("");
  }

  String type() {
    return text("Type");
  }

  boolean is(String type) {
    return type().equals(type);
  }

  /** The entries of {@code Retry} or {@code Catch}. */
  List<LocatedNode> items(String field) {
    return field(field).map(LocatedNode::items).orElse(List.of());
  }

  boolean ends() {
    return ENDING.contains(type()) || endIsTrue();
  }

  private boolean endIsTrue() {
    return field("End").filter(end -> end.value().asBoolean(false)).isPresent();
  }

  /** Whether the state says where it leads to, so that only the targets can be wrong. */
  boolean leadsSomewhere() {
    return ENDING.contains(type())
        || PASSING.contains(type()) && (endIsTrue() || !text("Next").isEmpty())
        || is("Choice")
            && !items("Choices").isEmpty()
            && items("Choices").stream().allMatch(StateNode::hasNext);
  }

  private static boolean hasNext(LocatedNode rule) {
    LocatedNode next = rule.fields().get("Next");
    return next != null && next.value().isTextual();
  }

  /** The names of the states that can follow. */
  List<String> targets() {
    List<LocatedNode> targets = new ArrayList<>();
    field("Next").ifPresent(targets::add);
    field("Default").ifPresent(targets::add);
    for (String handlers : List.of("Choices", "Catch")) {
      for (LocatedNode handler : items(handlers)) {
        Optional.ofNullable(handler.fields().get("Next")).ifPresent(targets::add);
      }
    }
    return targets.stream().map(target -> target.value().asText()).toList();
  }

  /** The branches of a Parallel, the ItemProcessor or Iterator of a Map. */
  List<LocatedNode> scopes() {
    if (is("Parallel")) {
      return items("Branches");
    }
    return is("Map")
        ? field("ItemProcessor").or(() -> field("Iterator")).stream().toList()
        : List.of();
  }
}
