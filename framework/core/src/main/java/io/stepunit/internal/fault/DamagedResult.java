package io.stepunit.internal.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Damages the results of Tasks. The given trees stay as they are. */
final class DamagedResult {
  /** Where integrations put the answer inside an envelope of the service. */
  private static final List<String> CONTENTS = List.of("Payload", "ResponseBody", "Output");

  private static final String PADDING = "x".repeat(262_144);

  private DamagedResult() {}

  /** The result, larger than the service passes on. */
  static JsonNode tooLarge(JsonNode result) {
    if (result instanceof ObjectNode object) {
      String content = contentOf(object);
      return content.isEmpty()
          ? with(object, "padding", Json.NODES.textNode(PADDING))
          : with(object, content, tooLarge(object.get(content)));
    }
    return Json.NODES.arrayNode().add(result).add(PADDING);
  }

  /**
   * The result with one value of it missing, null, or of another type; where it has an envelope of
   * the service's, the content is damaged.
   */
  static JsonNode corrupted(JsonNode result, RandomGenerator random) {
    if (result instanceof ObjectNode object && !contentOf(object).isEmpty()) {
      String content = contentOf(object);
      return with(object, content, damaged(object.get(content), random));
    }
    return damaged(result, random);
  }

  private static JsonNode damaged(JsonNode value, RandomGenerator random) {
    if (value instanceof ObjectNode object && !object.isEmpty()) {
      return damagedField(object, random);
    }
    if (value instanceof ArrayNode array && !array.isEmpty()) {
      ArrayNode copy = Json.NODES.arrayNode().addAll(array);
      int index = random.nextInt(array.size());
      copy.set(index, damaged(array.get(index), random));
      return copy;
    }
    return value.isNull() || random.nextBoolean() ? ofAnotherType(value) : Json.NODES.nullNode();
  }

  private static JsonNode damagedField(ObjectNode object, RandomGenerator random) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    String name = names.get(random.nextInt(names.size()));
    if (random.nextBoolean()) {
      ObjectNode copy = copy(object);
      copy.remove(name);
      return copy;
    }
    return with(object, name, damaged(object.get(name), random));
  }

  private static JsonNode ofAnotherType(JsonNode value) {
    return value.isTextual() ? Json.NODES.numberNode(0) : Json.NODES.textNode("corrupted");
  }

  private static String contentOf(ObjectNode envelope) {
    return CONTENTS.stream().filter(envelope::has).findFirst().orElse("");
  }

  private static ObjectNode with(ObjectNode object, String field, JsonNode value) {
    return copy(object).set(field, value);
  }

  private static ObjectNode copy(ObjectNode object) {
    return Json.NODES.objectNode().setAll(object);
  }
}
