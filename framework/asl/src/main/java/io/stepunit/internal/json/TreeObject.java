package io.stepunit.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** An object of StepUnit's own trees, which remembers its {@link PlainLevels}. */
@SuppressWarnings("unchecked") // the return type of Jackson's own deepCopy
final class TreeObject extends ObjectNode {
  private static final long serialVersionUID = 1L;

  transient int plainLevels;

  TreeObject() {
    super(Json.NODES);
  }

  TreeObject(Map<String, JsonNode> members) {
    super(Json.NODES, members);
  }
}
