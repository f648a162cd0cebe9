package io.stepunit.internal.expression.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;

/** The functions on JSON texts and objects. */
final class JsonIntrinsics {
  private JsonIntrinsics() {}

  /** {@code States.StringToJson(text)}; a blank text gives null. */
  static JsonNode stringToJson(CallArguments arguments) {
    String text = arguments.string(0);
    if (text.isBlank()) {
      return NullNode.getInstance();
    }
    try {
      return Json.parseData(text);
    } catch (JsonTextException e) {
      throw new InvalidArgument();
    }
  }

  /** {@code States.JsonToString(value)}: the compact JSON text. */
  static JsonNode jsonToString(CallArguments arguments) {
    return TextNode.valueOf(Json.text(arguments.get(0)));
  }

  /**
   * {@code States.JsonMerge(first, second, false)}: the fields of both, the second's where both
   * have one. A deep merge, requested by {@code true}, is not offered by AWS.
   */
  static JsonNode jsonMerge(CallArguments arguments) {
    if (arguments.get(2).isBoolean() && arguments.get(2).booleanValue()) {
      throw new InvalidArgument();
    }
    ObjectNode merged = Json.NODES.objectNode();
    merged.setAll((ObjectNode) arguments.get(0));
    merged.setAll((ObjectNode) arguments.get(1));
    return merged;
  }
}
