package io.stepunit.internal.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates data that contains what a definition reads. */
final class Sample {
  /** One that is over when an execution starts, one that is to come soon, and one much later. */
  private static final List<JsonNode> TIMES =
      List.of(
          Json.NODES.textNode("2026-01-01T00:00:00Z"),
          Json.NODES.textNode("2026-01-02T00:00:00Z"),
          Json.NODES.textNode("2026-02-01T00:00:00Z"));

  /** How many items arrays have where nothing else is asked for. */
  static final int ITEMS = 2;

  /** Data within data repeats the whole; deeper is rarely read and soon too large. */
  private static final int DEPTH = 1;

  /** Results are kept side by side in a state's data, which has 262,144 bytes at most. */
  private static final int LARGE = 20_000;

  private final ValueNeeds needs;
  private final ValueChoice choice;
  private final int length;
  private final DataSource source;
  private @Nullable ObjectNode innermost;
  private int repetitions;

  Sample(ValueNeeds needs, ValueChoice choice) {
    this(needs, choice, ITEMS, DataSource.ANY);
  }

  /**
   * @param length how many items arrays have
   * @param source where the data comes from
   */
  Sample(ValueNeeds needs, ValueChoice choice, int length, DataSource source) {
    this.needs = needs;
    this.choice = choice;
    this.length = length;
    this.source = source;
  }

  /** Everything that is read, in one object. */
  ObjectNode object() {
    repetitions = 0;
    ObjectNode whole = fields(needs, 0);
    return isLarge() ? within() : whole;
  }

  private boolean isLarge() {
    return repetitions > 0 && (repetitions + 1L) * Json.size(within()) > LARGE;
  }

  /** The whole as it is within itself. Its copies share what is in it, as nobody changes that. */
  private ObjectNode within() {
    ObjectNode once = innermost;
    if (once == null) {
      once = fields(needs, DEPTH);
      innermost = once;
    }
    return Json.NODES.objectNode().setAll(once);
  }

  private ObjectNode object(int depth) {
    if (depth >= DEPTH) {
      return Json.NODES.objectNode();
    }
    repetitions++;
    return within();
  }

  /** What is read of the value at a path: what a Task's result becomes. */
  JsonNode at(DataNames path) {
    ValueNeeds target = needs;
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

  private static boolean isUsed(ValueNeeds target) {
    return target.isList() || target.isScalar() || !target.candidates().isEmpty();
  }

  /** An array of such objects, or of the values that items themselves are compared with. */
  ArrayNode items() {
    return items(new ValueNeeds(), 0);
  }

  private ObjectNode fields(ValueNeeds of, int depth) {
    ObjectNode made = Json.NODES.objectNode();
    for (Map.Entry<String, ValueNeeds> field : of.fields().entrySet()) {
      value(field.getKey(), field.getValue(), depth)
          .ifPresent(value -> made.set(field.getKey(), value));
    }
    return made;
  }

  private Optional<JsonNode> value(String name, ValueNeeds field, int depth) {
    int choices = field.choices();
    if (field.canBeMissing() && source.givesNulls()) {
      return Optional.of(Json.NODES.nullNode());
    }
    int pick = choices == 0 ? 0 : source.pick(choice.of(name, choices), choices);
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

  private ArrayNode items(ValueNeeds field, int depth) {
    ArrayNode items = Json.NODES.arrayNode();
    List<JsonNode> values = field.candidates().isEmpty() ? needs.candidates() : field.candidates();
    if (!values.isEmpty() && field.fields().isEmpty()) {
      return items.addAll(length < ITEMS ? values.subList(0, length) : values);
    }
    for (int i = 0; i < length; i++) {
      ObjectNode item = object(depth);
      item.setAll(fields(field, depth + 1));
      items.add(item);
    }
    return items;
  }

  private JsonNode leaf(String name, ValueNeeds field, int depth) {
    return switch (field.kind()) {
      case NUMBER -> Json.NODES.numberNode(source.someNumber());
      case BOOLEAN -> Json.NODES.booleanNode(true);
      case TIMESTAMP -> TIMES.get(choice.of(name, TIMES.size()));
      case OBJECT -> object(depth);
      case JSON_TEXT -> Json.NODES.textNode(Json.text(object(depth)));
      case ANY, TEXT, ARRAY -> unknown(name);
    };
  }

  /** DynamoDB's numbers are texts. */
  private JsonNode unknown(String name) {
    return switch (name) {
      case "N" -> Json.NODES.textNode(Integer.toString(source.someNumber()));
      case "BOOL" -> Json.NODES.booleanNode(true);
      case "NULL" -> Json.NODES.nullNode();
      default -> source.text(name);
    };
  }
}
