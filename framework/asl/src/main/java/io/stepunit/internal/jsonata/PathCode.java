package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A path whose steps bind no names. */
final class PathCode extends Code {
  private final Step[] steps;
  private final boolean keepsSingleton;
  private final @Nullable Grouping group;

  private PathCode(Step[] steps, boolean keepsSingleton, @Nullable Grouping group) {
    this.steps = steps;
    this.keepsSingleton = keepsSingleton;
    this.group = group;
  }

  static Code of(Step[] steps, boolean keepsSingleton, @Nullable Grouping group) {
    PathCode path = new PathCode(steps, keepsSingleton, group);
    Leaves.Name field = steps[0].field();
    return field != null && steps.length == 1 && !keepsSingleton && group == null
        ? new Field(field.name, path)
        : path;
  }

  /** A path of one field, which an object has at once. */
  static final class Field extends Code {
    /** The path, and its only step. */
    static final int LEVELS = 2;

    final String name;
    private final PathCode path;

    Field(String name, PathCode path) {
      this.name = name;
      this.path = path;
    }

    @Override
    JsonNode run(Evaluation evaluation, JsonNode input, Frame frame) {
      if (!(input instanceof ObjectNode object)) {
        return path.run(evaluation, input, frame);
      }
      evaluation.budget().nodes(LEVELS, LEVELS);
      JsonNode value = object.get(name);
      if (value == null) {
        return Values.UNDEFINED;
      }
      return value instanceof Sequence sequence ? sequence.collapsed() : value;
    }

    @Override
    JsonNode value(Evaluation evaluation, JsonNode input, Frame frame) {
      return path.value(evaluation, input, frame);
    }
  }

  @Override
  JsonNode value(Evaluation evaluation, JsonNode input, Frame frame) {
    JsonNode found = walk(evaluation, input, frame);
    if (keepsSingleton) {
      found = kept(found);
    }
    return group == null ? found : group.apply(evaluation, found, frame);
  }

  /** The value as a sequence that stays an array. */
  static JsonNode kept(JsonNode value) {
    if (value == Values.UNDEFINED || value.isArray() && !(value instanceof Sequence)) {
      return value;
    }
    Sequence sequence =
        value instanceof Sequence already && Sequence.is(already) ? already : Sequence.of(value);
    sequence.keepSingleton();
    return sequence;
  }

  /**
   * What is found: one value, or an array of values, or undefined. An array on the way stands for
   * its items.
   */
  private JsonNode walk(Evaluation evaluation, JsonNode input, Frame frame) {
    Step first = steps[0];
    int last = steps.length - 1;
    JsonNode found;
    if (first.constructed()) {
      found = first.code(evaluation, asItems(input, first), frame);
      if (!(found instanceof ArrayNode) || found.isEmpty()) {
        return found instanceof ArrayNode ? found : Values.UNDEFINED;
      }
    } else if (input instanceof ArrayNode items && !first.startsAnew()) {
      found = first.all(evaluation, items, frame, last == 0);
    } else {
      found = one(evaluation, first, input, frame, last == 0);
    }
    for (int i = 1; i <= last && found != Values.UNDEFINED; i++) {
      found = next(evaluation, steps[i], found, frame, i == last);
    }
    return found;
  }

  private static JsonNode next(
      Evaluation evaluation, Step step, JsonNode found, Frame frame, boolean last) {
    if (found instanceof ArrayNode items) {
      return step.all(evaluation, items, frame, last);
    }
    if (step.field() != null && found instanceof ObjectNode object) {
      JsonNode value = object.get(step.field().name);
      if (!(value instanceof Sequence)) {
        evaluation.budget().leaf();
        return value == null ? Values.UNDEFINED : value;
      }
    }
    return one(evaluation, step, found, frame, last);
  }

  static ArrayNode asItems(JsonNode input, Step first) {
    return input instanceof ArrayNode items && !first.startsAnew() ? items : Sequence.of(input);
  }

  private static JsonNode one(
      Evaluation evaluation, Step step, JsonNode input, Frame frame, boolean last) {
    if (step.sorting() != null) {
      return step.all(evaluation, Sequence.of(input), frame, last);
    }
    JsonNode value = step.single(evaluation, input, frame);
    if (!(value instanceof ArrayNode)) {
      return value;
    }
    if (!Sequence.is(value)) {
      if (last) {
        return value;
      }
      if (Sequence.isConstructed(value)) {
        return Sequence.of(value);
      }
      return value.isEmpty() ? Values.UNDEFINED : value;
    }
    return switch (value.size()) {
      case 0 -> Values.UNDEFINED;
      case 1 -> Sequence.of(value.get(0));
      default -> value;
    };
  }
}
