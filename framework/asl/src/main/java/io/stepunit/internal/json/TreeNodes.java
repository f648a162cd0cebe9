package io.stepunit.internal.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Creates the nodes of StepUnit's own trees. */
final class TreeNodes extends JsonNodeFactory {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("deprecation") // its successor does not reach a factory without a mapper
  TreeNodes() {
    super(true);
  }

  @Override
  public ObjectNode objectNode() {
    return new TreeObject();
  }

  @Override
  public ArrayNode arrayNode() {
    return new TreeArray();
  }

  @Override
  public ArrayNode arrayNode(int capacity) {
    return new TreeArray(capacity);
  }
}
