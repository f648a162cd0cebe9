package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code {key: value}}: the values that have the same key are one value together. */
final class Grouping {
  private static final String VALUE = "@";

  private final Code[] keys;
  private final Code[] values;
  private final int position;
  private final boolean simple;

  Grouping(List<Code> keys, List<Code> values, int position) {
    this.keys = keys.toArray(new Code[0]);
    this.values = values.toArray(new Code[0]);
    this.position = position;
    Set<JsonNode> texts = new HashSet<>();
    for (Code key : keys) {
      if (isText(key)) {
        texts.add(literal(key));
      }
    }
    simple = texts.size() == keys.size();
  }

  private static boolean isText(Code key) {
    return key instanceof Leaves.Literal literal && literal.literal.isTextual();
  }

  private static JsonNode literal(Code key) {
    return ((Leaves.Literal) key).literal;
  }

  /** The values of one key so far. */
  private static final class Group {
    private final int pair;
    private JsonNode data;
    private boolean owned;

    Group(int pair, JsonNode data) {
      this.pair = pair;
      this.data = data;
    }

    void add(JsonNode item) {
      if (data == Values.UNDEFINED || item == Values.UNDEFINED) {
        data = data == Values.UNDEFINED ? item : data;
        return;
      }
      if (!owned) {
        ArrayNode all = Values.array();
        Values.addAll(all, data);
        data = all;
        owned = true;
      }
      Values.addAll((ArrayNode) data, item);
    }
  }

  /** The object that a context, or each item of an array, gives. */
  ObjectNode apply(Evaluation evaluation, JsonNode input, Frame frame) {
    if (simple && !input.isArray()) {
      return members(evaluation, input, frame);
    }
    boolean tuples = Sequence.isTuples(input);
    if (tuples && input.isEmpty() && keys.length > 0) {
      throw new UncodedFailure("there is nothing that names could be bound to");
    }
    Map<String, Group> groups = new LinkedHashMap<>();
    if (!input.isArray() || input.isEmpty()) {
      collect(evaluation, input.isArray() ? Values.UNDEFINED : input, frame, false, groups);
    } else {
      for (int i = 0; i < input.size(); i++) {
        collect(evaluation, input.get(i), frame, tuples, groups);
      }
    }
    return evaluated(evaluation, frame, tuples, groups);
  }

  private ObjectNode members(Evaluation evaluation, JsonNode input, Frame frame) {
    ObjectNode object = Values.object(keys.length);
    for (int i = 0; i < keys.length; i++) {
      JsonNode value = values[i].run(evaluation, input, frame);
      if (value != Values.UNDEFINED) {
        object.set(literal(keys[i]).textValue(), value);
      }
    }
    return object;
  }

  private void collect(
      Evaluation evaluation,
      JsonNode item,
      Frame frame,
      boolean tuples,
      Map<String, Group> groups) {
    JsonNode context = tuples ? item.path(VALUE) : item;
    Frame inner = tuples ? Frame.of(frame, (ObjectNode) item) : frame;
    for (int i = 0; i < keys.length; i++) {
      JsonNode key = keys[i].run(evaluation, context, inner);
      if (key == Values.UNDEFINED) {
        continue;
      }
      if (!key.isTextual()) {
        throw new JsonataError("T1003").with("value", key).at(position);
      }
      Group group = groups.get(key.textValue());
      if (group == null) {
        groups.put(key.textValue(), new Group(i, item));
      } else if (group.pair != i) {
        throw new JsonataError("D1009").with("value", key).at(position);
      } else {
        group.add(item);
      }
    }
  }

  private ObjectNode evaluated(
      Evaluation evaluation, Frame frame, boolean tuples, Map<String, Group> groups) {
    ObjectNode object = Values.object();
    for (Map.Entry<String, Group> entry : groups.entrySet()) {
      Group group = entry.getValue();
      JsonNode context = group.data;
      Frame inner = frame;
      if (tuples) {
        ObjectNode tuple = reduced(group.data);
        JsonNode value = tuple.remove(VALUE);
        context = value == null ? Values.UNDEFINED : value;
        inner = Frame.of(frame, tuple);
      }
      JsonNode value = values[group.pair].run(evaluation, context, inner);
      if (value != Values.UNDEFINED) {
        object.set(entry.getKey(), value);
      }
    }
    return object;
  }

  /** One tuple of several: each name is bound to all the values that it has in them. */
  private static ObjectNode reduced(JsonNode tuples) {
    ObjectNode result = Values.object();
    if (!tuples.isArray()) {
      return result.setAll((ObjectNode) tuples);
    }
    result.setAll((ObjectNode) tuples.get(0));
    for (int i = 1; i < tuples.size(); i++) {
      Iterator<Map.Entry<String, JsonNode>> members = tuples.get(i).fields();
      while (members.hasNext()) {
        Map.Entry<String, JsonNode> member = members.next();
        JsonNode known = result.path(member.getKey());
        result.set(member.getKey(), Values.appended(known, member.getValue()));
      }
    }
    return result;
  }

  /** {@code {key: value}} on its own. */
  static final class Members extends Code {
    private final Grouping grouping;

    Members(Grouping grouping) {
      this.grouping = grouping;
    }

    @Override
    JsonNode value(Evaluation evaluation, JsonNode input, Frame frame) {
      return grouping.apply(evaluation, input, frame);
    }
  }
}
