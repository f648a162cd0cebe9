package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The parts of an expression that have no parts. */
final class Leaves {
  private Leaves() {}

  /** A constant. */
  static final class Literal extends Code.Leaf {
    final JsonNode literal;

    Literal(JsonNode literal) {
      this.literal = literal;
    }

    @Override
    JsonNode value(Evaluation evaluation, JsonNode input, Frame frame) {
      return literal;
    }
  }

  /** {@code $}. */
  static final class Context extends Code.Leaf {
    @Override
    JsonNode run(Evaluation evaluation, JsonNode input, Frame frame) {
      evaluation.budget().leaf();
      JsonNode value = value(evaluation, input, frame);
      return value instanceof Sequence sequence ? sequence.collapsed() : value;
    }

    @Override
    JsonNode value(Evaluation evaluation, JsonNode input, Frame frame) {
      return Sequence.isWrapper(input) ? input.get(0) : input;
    }
  }

  /** {@code $name}: bound in the expression, given from outside, or a function. */
  static final class Variable extends Code.Leaf {
    private static final String ROOT = "$";

    final String name;
    private final boolean bound;
    private final boolean root;
    private final @Nullable NativeFunction function;

    /**
     * @param bound whether the expression may bind it
     */
    Variable(String name, boolean bound, @Nullable NativeFunction function) {
      this.name = name;
      this.bound = bound;
      this.function = function;
      root = name.equals(ROOT);
    }

    @Override
    JsonNode run(Evaluation evaluation, JsonNode input, Frame frame) {
      evaluation.budget().leaf();
      JsonNode value = value(evaluation, input, frame);
      return value instanceof Sequence sequence ? sequence.collapsed() : value;
    }

    @Override
    JsonNode value(Evaluation evaluation, JsonNode input, Frame frame) {
      JsonNode known = bound ? frame.lookup(name) : null;
      if (known != null) {
        return known;
      }
      if (root) {
        return evaluation.root();
      }
      JsonNode given = evaluation.surroundings().variable(name);
      return given == Values.UNDEFINED && function != null ? function : given;
    }
  }

  /** {@code %}: the value of the step that it means, which is bound to a name. */
  static final class Parent extends Code.Leaf {
    private final Draft.Slot slot;

    Parent(Draft.Slot slot) {
      this.slot = slot;
    }

    @Override
    JsonNode value(Evaluation evaluation, JsonNode input, Frame frame) {
      JsonNode bound = frame.lookup(slot.label);
      return bound == null ? Values.UNDEFINED : bound;
    }
  }

  /** A field of the context. */
  static final class Name extends Code {
    final String name;

    Name(String name) {
      this.name = name;
    }

    @Override
    JsonNode run(Evaluation evaluation, JsonNode input, Frame frame) {
      evaluation.budget().leaf();
      return of(input, evaluation.budget());
    }

    /** Its value, when the node is counted already; a sequence as the value that it stands for. */
    JsonNode of(JsonNode input, Budget budget) {
      if (input instanceof ObjectNode object) {
        JsonNode value = object.get(name);
        if (value == null) {
          return Values.UNDEFINED;
        }
        return value instanceof Sequence sequence ? sequence.collapsed() : value;
      }
      JsonNode value = lookup(input, name, budget);
      return value instanceof Sequence sequence ? sequence.collapsed() : value;
    }

    /** Its values in several objects; null if an item is no object, or a value an array. */
    @Nullable Sequence ofObjects(ArrayNode items) {
      Sequence values = new Sequence(items.size());
      for (int i = 0; i < items.size(); i++) {
        if (!(items.get(i) instanceof ObjectNode object)) {
          return null;
        }
        JsonNode value = object.get(name);
        if (value instanceof ArrayNode) {
          return null;
        }
        if (value != null) {
          values.add(value);
        }
      }
      return values;
    }

    @Override
    JsonNode value(Evaluation evaluation, JsonNode input, Frame frame) {
      return lookup(input, name, evaluation.budget());
    }
  }

  /** The field of an object; of an array, those of all its items in one sequence. */
  static JsonNode lookup(JsonNode input, String name, Budget budget) {
    if (!input.isArray()) {
      return input.path(name);
    }
    Sequence found = new Sequence(input.size());
    for (int i = 0; i < input.size(); i++) {
      JsonNode item = input.get(i);
      JsonNode value = item.isArray() ? lookup(item, name, budget) : item.path(name);
      if (value != Values.UNDEFINED) {
        Values.addAll(found, value);
      }
      budget.steps(value.isArray() ? 1L + value.size() : 1);
    }
    return found;
  }

  /** {@code *}. */
  static final class Wildcard extends Code {
    @Override
    JsonNode value(Evaluation evaluation, JsonNode input, Frame frame) {
      JsonNode value = Sequence.isWrapper(input) ? input.get(0) : input;
      ArrayNode found = new Sequence();
      for (JsonNode member : value) {
        evaluation.budget().step();
        if (member.isArray()) {
          if (Sequence.is(found)) {
            ArrayNode array = Values.array();
            found = array.addAll(found);
          }
          flatten(member, found, evaluation.budget());
        } else {
          found.add(member);
        }
      }
      return found;
    }

    private static void flatten(JsonNode array, ArrayNode found, Budget budget) {
      for (JsonNode item : array) {
        budget.step();
        if (item.isArray()) {
          flatten(item, found, budget);
        } else {
          found.add(item);
        }
      }
    }
  }

  /** {@code **}. */
  static final class Descendants extends Code {
    @Override
    JsonNode value(Evaluation evaluation, JsonNode input, Frame frame) {
      if (input == Values.UNDEFINED) {
        return input;
      }
      Sequence found = new Sequence();
      collect(input, found, evaluation.budget());
      return found;
    }

    private static void collect(JsonNode value, Sequence found, Budget budget) {
      budget.step();
      if (!value.isArray()) {
        found.add(value);
      }
      if (value.isContainerNode()) {
        for (JsonNode part : value) {
          collect(part, found, budget);
        }
      }
    }
  }
}
