package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code {key: value}}: the values that have the same key are one value together. */
final class Grouping {
  private static final String VALUE = "@";

  private final Code[] keys;
  private final Code[] values;
  private final int position;

  /** The keys, if all of them are texts that differ. */
  private final String @Nullable [] names;

  Grouping(Code[] keys, Code[] values, int position) {
    this.keys = keys;
    this.values = values;
    this.position = position;
    names = names(keys);
  }

  private static String @Nullable [] names(Code[] keys) {
    String[] names = new String[keys.length];
    Set<String> before = new HashSet<>();
    for (int i = 0; i < keys.length; i++) {
      if (!(keys[i] instanceof Leaves.Literal key) || !key.literal.isTextual()) {
        return null;
      }
      names[i] = key.literal.textValue();
      if (!before.add(names[i])) {
        return null;
      }
    }
    return names;
  }

  /** The items of one key, and the pair that gave the key. */
  private record Group(int pair, Collected items) {}

  /** The object that a context, or each item of an array, gives. */
  ObjectNode apply(Evaluation evaluation, JsonNode input, Frame frame) {
    if (!(input instanceof ArrayNode items)) {
      return names == null
          ? grouped(evaluation, Sequence.of(input), frame)
          : members(evaluation, names, input, frame);
    }
    if (!items.isEmpty()) {
      return grouped(evaluation, items, frame);
    }
    if (Sequence.isTuples(items) && keys.length > 0) {
      throw new UncodedFailure("there is nothing that names could be bound to");
    }
    return grouped(evaluation, Sequence.of(Values.UNDEFINED), frame);
  }

  private ObjectNode members(Evaluation evaluation, String[] names, JsonNode input, Frame frame) {
    ObjectNode object = Values.object(names.length);
    for (int i = 0; i < names.length; i++) {
      JsonNode value = values[i].run(evaluation, input, frame);
      if (value != Values.UNDEFINED) {
        object.set(names[i], value);
      }
    }
    return object;
  }

  private ObjectNode grouped(Evaluation evaluation, ArrayNode items, Frame frame) {
    boolean tuples = Sequence.isTuples(items);
    Map<String, Group> groups = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      collect(evaluation, items.get(i), frame, tuples, groups);
    }
    ObjectNode object = Values.object(groups.size());
    groups.forEach(
        (name, group) -> {
          JsonNode value = value(evaluation, group, frame, tuples);
          if (value != Values.UNDEFINED) {
            object.set(name, value);
          }
        });
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
        groups.put(key.textValue(), new Group(i, new Collected(item)));
      } else if (group.pair() != i) {
        throw new JsonataError("D1009").with("value", key).at(position);
      } else {
        group.items().add(item, evaluation.budget());
      }
    }
  }

  private JsonNode value(Evaluation evaluation, Group group, Frame frame, boolean tuples) {
    Code code = values[group.pair()];
    JsonNode items = group.items().value();
    if (!tuples) {
      return code.run(evaluation, items, frame);
    }
    ObjectNode tuple = reduced(items, evaluation.budget());
    JsonNode value = tuple.remove(VALUE);
    return code.run(evaluation, value == null ? Values.UNDEFINED : value, Frame.of(frame, tuple));
  }

  /** One tuple of several: each name is bound to all the values that it has in them. */
  private static ObjectNode reduced(JsonNode tuples, Budget budget) {
    ObjectNode result = Values.object();
    if (!tuples.isArray()) {
      return result.setAll((ObjectNode) tuples);
    }
    Map<String, Collected> names = new LinkedHashMap<>();
    for (JsonNode tuple : tuples) {
      Iterator<Map.Entry<String, JsonNode>> members = tuple.fields();
      while (members.hasNext()) {
        Map.Entry<String, JsonNode> member = members.next();
        Collected known = names.get(member.getKey());
        if (known == null) {
          names.put(member.getKey(), new Collected(member.getValue()));
        } else {
          known.add(member.getValue(), budget);
        }
      }
    }
    names.forEach((name, values) -> result.set(name, values.value()));
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
