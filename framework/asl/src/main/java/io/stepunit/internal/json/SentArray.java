package io.stepunit.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** An array that knows the text it was sent as. */
@SuppressWarnings("unchecked") // the return type of Jackson's own deepCopy
final class SentArray extends ArrayNode implements SentJson.Sent {
  private static final long serialVersionUID = 1L;

  private final String text;

  SentArray(ArrayNode parsed, String text) {
    super(Json.NODES);
    this.text = text;
    addAll(parsed);
  }

  @Override
  public String sentText() {
    return text;
  }

  @Override
  public JsonNode withoutText() {
    return Json.NODES.arrayNode(size()).addAll(this);
  }
}
