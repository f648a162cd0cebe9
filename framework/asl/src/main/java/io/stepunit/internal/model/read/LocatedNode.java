package io.stepunit.internal.model.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.asl.SourceLocation;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonPointers;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A node of a definition's text and where it stands: a field stands where its name begins, an item
 * where its value begins.
 *
 * @param value the node as JSON
 * @param position where it stands
 * @param fields an object's fields in the author's order; empty for others
 * @param items an array's items; empty for others
 */
public record LocatedNode(
    JsonNode value,
    NodePosition position,
    Map<String, LocatedNode> fields,
    List<LocatedNode> items) {

  /** A text, number, boolean or null. */
  public static LocatedNode scalar(JsonNode value, NodePosition position) {
    return new LocatedNode(value, position, Map.of(), List.of());
  }

  /** An object of these fields. */
  public static LocatedNode object(NodePosition position, Map<String, LocatedNode> fields) {
    ObjectNode value = Json.NODES.objectNode();
    fields.forEach((name, field) -> value.set(name, field.value()));
    return new LocatedNode(value, position, fields, List.of());
  }

  /** An array of these items. */
  public static LocatedNode array(NodePosition position, List<LocatedNode> items) {
    ArrayNode value = Json.NODES.arrayNode(items.size());
    items.forEach(item -> value.add(item.value()));
    return new LocatedNode(value, position, Map.of(), items);
  }

  /** Where the node stands, with its pointer. */
  public SourceLocation location() {
    return position.location();
  }

  /** The same node as the member of another: pointers tell the way from there, lines stay. */
  LocatedNode below(NodePosition parent, String token) {
    NodePosition moved = position.below(parent, token);
    Map<String, LocatedNode> movedFields = new LinkedHashMap<>();
    fields.forEach((name, field) -> movedFields.put(name, field.below(moved, name)));
    List<LocatedNode> movedItems =
        IntStream.range(0, items.size())
            .mapToObj(i -> items.get(i).below(moved, Integer.toString(i)))
            .toList();
    return new LocatedNode(value, moved, Collections.unmodifiableMap(movedFields), movedItems);
  }

  /** The node below this one that a relative JSON pointer leads to, or the last one on the way. */
  LocatedNode at(String relativePointer) {
    LocatedNode node = this;
    for (String part : relativePointer.split("/")) {
      if (!part.isEmpty()) {
        node = node.member(JsonPointers.name(part));
      }
    }
    return node;
  }

  private LocatedNode member(String token) {
    if (value.isObject()) {
      return fields.getOrDefault(token, this);
    }
    boolean index =
        !token.isEmpty() && token.length() < 9 && token.chars().allMatch(Character::isDigit);
    if (index && Integer.parseInt(token) < items.size()) {
      return items.get(Integer.parseInt(token));
    }
    return this;
  }
}
