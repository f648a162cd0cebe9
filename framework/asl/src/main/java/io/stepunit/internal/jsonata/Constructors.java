package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;

/** Arrays, blocks, bindings and conditions. */
final class Constructors {
  private Constructors() {}

  /** {@code [a, b]}. */
  static final class Items extends Code {
    private final Code[] items;
    private final boolean[] whole;
    private final boolean constructed;

    /**
     * @param whole for each item, whether it becomes one item of the array also if it is an array
     * @param constructed whether the array is not flattened
     */
    Items(Code[] items, boolean[] whole, boolean constructed) {
      this.items = items;
      this.whole = whole;
      this.constructed = constructed;
    }

    @Override
    JsonNode value(Evaluation evaluation, JsonNode input, Frame frame) {
      ArrayNode array =
          constructed
              ? Sequence.constructed(new ArrayList<>(items.length))
              : Values.array(items.length);
      Budget budget = evaluation.budget();
      for (int i = 0; i < items.length; i++) {
        JsonNode item = items[i].run(evaluation, input, frame);
        if (item == Values.UNDEFINED) {
          continue;
        }
        if (!whole[i] && item instanceof ArrayNode flattened) {
          budget.steps(flattened.size());
          array.addAll(flattened);
          budget.grown(array);
        } else {
          array.add(item);
        }
      }
      return array;
    }
  }

  /** {@code (a; b)}. */
  static final class Block extends Code {
    private final Code[] parts;
    private final boolean binds;

    /**
     * @param binds whether it needs variables of its own
     */
    Block(Code[] parts, boolean binds) {
      this.parts = parts;
      this.binds = binds;
    }

    @Override
    JsonNode value(Evaluation evaluation, JsonNode input, Frame frame) {
      Frame inner = binds ? new Frame(frame) : frame;
      JsonNode last = Values.UNDEFINED;
      for (Code part : parts) {
        last = part.run(evaluation, input, inner);
      }
      return last;
    }
  }

  /** {@code $name := value}. */
  static final class Bind extends Code {
    private final String name;
    private final Code value;

    Bind(String name, Code value) {
      this.name = name;
      this.value = value;
    }

    @Override
    JsonNode value(Evaluation evaluation, JsonNode input, Frame frame) {
      JsonNode bound = value.run(evaluation, input, frame);
      frame.bind(name, bound);
      return bound;
    }
  }

  /** {@code test ? result : other}. */
  static final class Condition extends Code {
    private final Code test;
    private final Code result;
    private final Code other;

    Condition(Code test, Code result, Code other) {
      this.test = test;
      this.result = result;
      this.other = other;
    }

    @Override
    JsonNode value(Evaluation evaluation, JsonNode input, Frame frame) {
      return Values.isTrue(test.run(evaluation, input, frame))
          ? result.run(evaluation, input, frame)
          : other.run(evaluation, input, frame);
    }
  }

  /** What is not there. */
  static final class Nothing extends Code {
    @Override
    JsonNode run(Evaluation evaluation, JsonNode input, Frame frame) {
      return Values.UNDEFINED;
    }

    @Override
    JsonNode value(Evaluation evaluation, JsonNode input, Frame frame) {
      return Values.UNDEFINED;
    }
  }
}
