package io.stepunit.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes data in which a definition finds what it reads. */
final class Sample {
  private static final JsonNode TIME = Json.NODES.textNode("2026-01-01T00:00:00Z");
  private static final int ITEMS = 2;

  /** Data within data repeats the whole; deeper is rarely read and soon too large. */
  private static final int DEPTH = 1;

  /** Results are kept side by side in a state's data, which has 262,144 bytes at most. */
  private static final int LARGE = 20_000;

  private final Wanted wanted;
  private final Picks picks;

  Sample(Wanted wanted, Picks picks) {
    this.wanted = wanted;
    this.picks = picks;
  }

  /** Everything that is read, in one object. */
  ObjectNode object() {
    ObjectNode whole = object(0);
    return Json.size(whole) <= LARGE ? whole : object(DEPTH);
  }

  /** What is read of the value at a path: what a Task's result becomes. */
  JsonNode at(PathText path) {
    Wanted target = wanted;
    for (String name : path.names()) {
      target = target.field(name);
    }
    if (target.fields().isEmpty() && !path.names().isEmpty() && isUsed(target)) {
      String name = path.names().get(path.names().size() - 1);
      return value(name, target, 0).orElseGet(this::object);
    }
    ObjectNode whole = object();
    whole.setAll(fields(target, 0));
    return whole;
  }

  private static boolean isUsed(Wanted target) {
    return target.isList() || target.isScalar() || !target.candidates().isEmpty();
  }

  /** An array of such objects, or of the values that items themselves are compared with. */
  ArrayNode items() {
    return items(new Wanted(), 0);
  }

  private ObjectNode object(int depth) {
    return fields(wanted, depth);
  }

  private ObjectNode fields(Wanted of, int depth) {
    ObjectNode made = Json.NODES.objectNode();
    for (Map.Entry<String, Wanted> field : of.fields().entrySet()) {
      value(field.getKey(), field.getValue(), depth)
          .ifPresent(value -> made.set(field.getKey(), value));
    }
    return made;
  }

  private Optional<JsonNode> value(String name, Wanted field, int depth) {
    int choices = field.choices();
    int pick = choices == 0 ? 0 : picks.of(name, choices);
    if (field.canBeMissing() && pick == choices - 1) {
      return Optional.empty();
    }
    if (field.isList()) {
      return Optional.of(items(field, depth));
    }
    if (!field.fields().isEmpty() && !field.isScalar()) {
      return Optional.of(fields(field, depth));
    }
    return Optional.of(
        pick < field.candidates().size() ? field.candidates().get(pick) : leaf(name, field, depth));
  }

  private ArrayNode items(Wanted field, int depth) {
    ArrayNode items = Json.NODES.arrayNode();
    List<JsonNode> values = field.candidates().isEmpty() ? wanted.candidates() : field.candidates();
    if (!values.isEmpty() && field.fields().isEmpty()) {
      return items.addAll(values);
    }
    for (int i = 0; i < ITEMS; i++) {
      ObjectNode item = depth < DEPTH ? object(depth + 1) : Json.NODES.objectNode();
      item.setAll(fields(field, depth + 1));
      items.add(item);
    }
    return items;
  }

  private JsonNode leaf(String name, Wanted field, int depth) {
    return switch (field.kind()) {
      case NUMBER -> Json.NODES.numberNode(1);
      case FLAG -> Json.NODES.booleanNode(true);
      case TIME -> TIME;
      case OBJECT -> depth < DEPTH ? object(depth + 1) : Json.NODES.objectNode();
      case JSON_TEXT ->
          Json.NODES.textNode(
              depth < DEPTH ? Json.text(object(depth + 1)) : Json.text(Json.NODES.objectNode()));
      default -> unknown(name);
    };
  }

  /** DynamoDB's numbers are texts. */
  private static JsonNode unknown(String name) {
    return switch (name) {
      case "N" -> Json.NODES.textNode("1");
      case "BOOL" -> Json.NODES.booleanNode(true);
      case "NULL" -> Json.NODES.nullNode();
      default -> Json.NODES.textNode(name);
    };
  }
}
