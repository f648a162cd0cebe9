package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path whose steps bind no names. */
final class PathCode extends Code {
  private final Step[] steps;
  private final boolean keepsSingleton;
  private final @Nullable Grouping group;
  private final Leaves.@Nullable Name field;

  PathCode(List<Step> steps, boolean keepsSingleton, @Nullable Grouping group) {
    this.steps = steps.toArray(new Step[0]);
    this.keepsSingleton = keepsSingleton;
    this.group = group;
    field = steps.size() == 1 && !keepsSingleton && group == null ? steps.get(0).field() : null;
  }

  @Override
  JsonNode run(Evaluation evaluation, JsonNode input, Frame frame) {
    if (field == null || !(input instanceof ObjectNode)) {
      return super.run(evaluation, input, frame);
    }
    Budget budget = evaluation.budget();
    budget.enter();
    JsonNode value = field.run(evaluation, input, frame);
    budget.leave();
    return value;
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
      if (!found.isArray() || found.isEmpty()) {
        return found.isArray() ? found : Values.UNDEFINED;
      }
    } else if (input.isArray() && !first.startsAnew()) {
      found = first.all(evaluation, input, frame, last == 0);
    } else {
      found = one(evaluation, first, input, frame, last == 0);
    }
    for (int i = 1; i <= last && found != Values.UNDEFINED; i++) {
      Step step = steps[i];
      found =
          found.isArray()
              ? step.all(evaluation, found, frame, i == last)
              : one(evaluation, step, found, frame, i == last);
    }
    return found;
  }

  static JsonNode asItems(JsonNode input, Step first) {
    return input.isArray() && !first.startsAnew() ? input : Sequence.of(input);
  }

  private static JsonNode one(
      Evaluation evaluation, Step step, JsonNode input, Frame frame, boolean last) {
    if (step.sorting() != null) {
      return step.all(evaluation, Sequence.of(input), frame, last);
    }
    JsonNode value = step.single(evaluation, input, frame);
    if (!value.isArray()) {
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
