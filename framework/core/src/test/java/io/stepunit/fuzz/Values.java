package io.stepunit.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes up values: those that definitions often meet, and those at the edges. */
final class Values {
  private static final List<String> NAMES =
      List.of("a", "b", "id", "items", "status", "Payload", "StatusCode", "x y", "", "ü", "$", "1");

  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "true",
          "0",
          "-1.5e3",
          "2026-01-01T00:00:00Z",
          "2026-02-30T00:00:00Z",
          "{\"a\": [1, {}]}",
          "[",
          "€😀\u0000\ud800",
          "States.ALL",
          "{% $x %}",
          "arn:aws:states:us-east-1:123456789012:stateMachine:fuzzed",
          "x".repeat(3_000));

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0.0",
          "1",
          "-1",
          "3",
          "0.1",
          "1e3",
          "2147483648",
          "9223372036854775808",
          "1e-320",
          "1.7976931348623157e308",
          "123456789012345678901234567890",
          "99999999");

  private final Random random;

  Values(Random random) {
    this.random = random;
  }

  JsonNode any() {
    return any(3);
  }

  private JsonNode any(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 5)) {
      case 0 -> Json.NODES.nullNode();
      case 1 -> Json.NODES.booleanNode(random.nextBoolean());
      case 2, 3 -> random.nextBoolean() ? Json.NODES.textNode(pick(TEXTS)) : number();
      case 4 -> number();
      case 5, 6 -> array(depth);
      default -> object(depth);
    };
  }

  JsonNode number() {
    return Json.parse(pick(NUMBERS));
  }

  ObjectNode object(int depth) {
    ObjectNode object = Json.NODES.objectNode();
    for (int i = random.nextInt(5); i > 0; i--) {
      object.set(pick(NAMES), any(depth - 1));
    }
    return object;
  }

  private ArrayNode array(int depth) {
    ArrayNode array = Json.NODES.arrayNode();
    int size = random.nextInt(20) == 0 ? 50 : random.nextInt(4);
    for (int i = 0; i < size; i++) {
      array.add(any(depth - 1));
    }
    return array;
  }

  /** The same value with a part of it changed. */
  JsonNode changed(JsonNode value) {
    if (value instanceof ObjectNode object && !object.isEmpty() && random.nextInt(4) > 0) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = pick(names);
      ObjectNode copy = object.deepCopy();
      if (random.nextInt(5) == 0) {
        copy.remove(name);
      } else {
        copy.set(name, changed(object.get(name)));
      }
      return copy;
    }
    if (value instanceof ArrayNode array && !array.isEmpty() && random.nextInt(4) > 0) {
      int at = random.nextInt(array.size());
      ArrayNode copy = array.deepCopy();
      copy.set(at, changed(array.get(at)));
      return copy;
    }
    return any();
  }

  private <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
