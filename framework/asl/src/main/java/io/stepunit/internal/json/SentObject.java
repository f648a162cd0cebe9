package io.stepunit.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An object that knows the text it was sent as. */
@SuppressWarnings("unchecked") // the return type of Jackson's own deepCopy
final class SentObject extends ObjectNode implements SentJson.Sent {
  private static final long serialVersionUID = 1L;

  private final String text;

  SentObject(ObjectNode parsed, String text) {
    super(Json.NODES);
    this.text = text;
    setAll(parsed);
  }

  @Override
  public String sentText() {
    return text;
  }

  @Override
  public JsonNode withoutText() {
    return new TreeObject(_children);
  }
}
