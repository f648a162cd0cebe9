package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A path with steps that bind names. From the first of them on, what is found goes along as tuples:
 * objects with the value and all names that were bound on the way to it.
 */
final class TuplePath extends Code {
  private static final String VALUE = "@";

  /** A tuple takes as much room as so many values. */
  private static final int STEPS_PER_TUPLE = 20;

  private final Step[] steps;
  private final boolean keepsSingleton;
  private final boolean keepsTuples;
  private final @Nullable Grouping group;

  /**
   * @param keepsTuples whether a path around this one needs the names
   */
  TuplePath(Step[] steps, boolean keepsSingleton, boolean keepsTuples, @Nullable Grouping group) {
    this.steps = steps;
    this.keepsSingleton = keepsSingleton;
    this.keepsTuples = keepsTuples;
    this.group = group;
  }

  @Override
  JsonNode value(Evaluation evaluation, JsonNode input, Frame frame) {
    JsonNode items = PathCode.asItems(input, steps[0]);
    JsonNode found = Values.UNDEFINED;
    ArrayNode tuples = null;
    boolean named = false;
    for (int i = 0; i < steps.length; i++) {
      Step step = steps[i];
      named |= step.names().any();
      if (i == 0 && step.constructed()) {
        JsonNode array = step.code(evaluation, items, frame);
        found = array.isArray() ? array : Values.UNDEFINED;
      } else if (named) {
        tuples = tuples(evaluation, step, items, tuples, frame);
      } else {
        found = step.all(evaluation, array(items), frame, i == steps.length - 1);
      }
      if (!named && (found == Values.UNDEFINED || found.isEmpty())) {
        break;
      }
      if (step.names().focus() == null) {
        items = found;
      }
    }
    if (tuples != null) {
      found = keepsTuples ? tuples : values(tuples);
    }
    if (keepsSingleton) {
      found = PathCode.kept(found);
    }
    return group == null ? found : group.apply(evaluation, tuples == null ? found : tuples, frame);
  }

  private static ArrayNode array(JsonNode items) {
    return items instanceof ArrayNode array ? array : Sequence.of(items);
  }

  private static Sequence values(ArrayNode tuples) {
    Sequence values = new Sequence();
    for (JsonNode tuple : tuples) {
      values.add(tuple.path(VALUE));
    }
    return values;
  }

  private ArrayNode tuples(
      Evaluation evaluation, Step step, JsonNode items, @Nullable ArrayNode before, Frame frame) {
    ArrayNode result =
        step.sorting() == null
            ? stepped(evaluation, step, before == null ? started(items) : before, frame)
            : sorted(evaluation, step.sorting(), step.names().index(), items, before, frame);
    for (Step.Stage stage : step.stages()) {
      if (stage.predicate() != null) {
        JsonNode filtered = stage.predicate().apply(evaluation, result, frame);
        result = array(filtered);
      } else if (stage.index() != null) {
        number(result, stage.index());
      }
    }
    return result;
  }

  private static ArrayNode started(JsonNode items) {
    ArrayNode tuples = Values.array();
    for (JsonNode item : items) {
      tuples.add(tuple(item));
    }
    return tuples;
  }

  private static ObjectNode tuple(JsonNode value) {
    ObjectNode tuple = Values.object();
    tuple.set(VALUE, value);
    return tuple;
  }

  private static void number(ArrayNode tuples, String name) {
    for (int i = 0; i < tuples.size(); i++) {
      if (tuples.get(i) instanceof ObjectNode tuple) {
        tuple.set(name, IntNode.valueOf(i));
      }
    }
  }

  private static ArrayNode sorted(
      Evaluation evaluation,
      Sorting sorting,
      @Nullable String index,
      JsonNode items,
      @Nullable ArrayNode before,
      Frame frame) {
    if (before != null) {
      return sorting.apply(evaluation, before, frame);
    }
    ArrayNode sorted = sorting.apply(evaluation, array(items), frame);
    Sequence tuples = Sequence.ofTuples();
    for (JsonNode item : sorted) {
      tuples.add(tuple(item));
    }
    if (index != null) {
      number(tuples, index);
    }
    return tuples;
  }

  private static Sequence stepped(Evaluation evaluation, Step step, ArrayNode before, Frame frame) {
    Sequence result = Sequence.ofTuples();
    for (JsonNode item : before) {
      ObjectNode tuple = item instanceof ObjectNode known ? known : tuple(item);
      JsonNode value = step.code(evaluation, tuple.path(VALUE), Frame.of(frame, tuple));
      if (value == Values.UNDEFINED) {
        continue;
      }
      ArrayNode values = array(value);
      boolean named = Sequence.isTuples(values);
      for (int i = 0; i < values.size(); i++) {
        evaluation.budget().steps(STEPS_PER_TUPLE);
        result.add(extended(step.names(), tuple, values.get(i), i, named));
      }
    }
    return result;
  }

  private static ObjectNode extended(
      Step.Names names, ObjectNode tuple, JsonNode value, int place, boolean named) {
    ObjectNode extended = Values.object();
    extended.setAll(tuple);
    if (named && value instanceof ObjectNode inner) {
      extended.setAll(inner);
      return extended;
    }
    if (names.focus() == null) {
      extended.set(VALUE, value);
    } else {
      extended.set(names.focus(), value);
    }
    if (names.index() != null) {
      extended.set(names.index(), IntNode.valueOf(place));
    }
    if (names.ancestor() != null) {
      extended.set(names.ancestor().label, tuple.path(VALUE));
    }
    return extended;
  }
}
