package io.stepunit.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/** An array of StepUnit's own trees, which remembers its {@link PlainLevels}. */
@SuppressWarnings("unchecked") // the return type of Jackson's own deepCopy
final class TreeArray extends ArrayNode {
  private static final long serialVersionUID = 1L;

  transient int plainLevels;

  TreeArray() {
    super(Json.NODES);
  }

  TreeArray(int capacity) {
    super(Json.NODES, capacity);
  }

  TreeArray(List<JsonNode> items) {
    super(Json.NODES, items);
  }
}
