package io.stepunit.internal.expression.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.jsonata.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression that only follows fields, such as {@code $states.input.order.id}. Through objects
 * it is walked at once, and so is the last field through a short array of objects; where another
 * array lies on the way, the path has to map over it.
 *
 * @param variable the variable it starts from
 * @param fields the fields it follows
 */
record PlainPath(String variable, List<String> fields) {
  private static final String STATES = "states";

  /** Longer arrays are left to the evaluator, which counts and can be interrupted. */
  private static final int MOST_ITEMS = 1000;

  /** How far a walk came. */
  sealed interface Walk {
    /** To a value, or to nothing: the result is undefined. */
    record Done(@Nullable JsonNode value) implements Walk {}

    /** To an array that is not the end. */
    record Blocked() implements Walk {}
  }

  private static final Walk.Blocked BLOCKED = new Walk.Blocked();

  /** The path that an expression is, or null if it is more than that. */
  static @Nullable PlainPath of(Node expression) {
    List<String> fields = new ArrayList<>();
    Node node = expression;
    while (node instanceof Node.Path path) {
      String field = path.step() instanceof Node.Filter ? null : Names.fieldName(path.step());
      if (field == null) {
        return null;
      }
      fields.add(field);
      node = path.left();
    }
    if (!(node instanceof Node.Variable variable)) {
      return null;
    }
    Collections.reverse(fields);
    boolean wholeStates = variable.name().equals(STATES) && fields.isEmpty();
    return wholeStates ? null : new PlainPath(variable.name(), List.copyOf(fields));
  }

  Walk walk(Scope scope) {
    int from = variable.equals(STATES) ? 1 : 0;
    JsonNode value =
        from == 1 ? StatesVariables.value(fields.get(0), scope) : scope.variable(variable);
    if (value == null && from == 0) {
      // It may still be the name of a function.
      return BLOCKED;
    }
    for (int i = from; i < fields.size() && value != null; i++) {
      if (value instanceof ArrayNode items) {
        return i == fields.size() - 1 ? ofItems(items, fields.get(i)) : BLOCKED;
      }
      value = value.get(fields.get(i));
    }
    return new Walk.Done(value);
  }

  private static Walk ofItems(ArrayNode items, String field) {
    if (items.size() > MOST_ITEMS) {
      return BLOCKED;
    }
    List<JsonNode> values = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      if (!(items.get(i) instanceof ObjectNode object)) {
        return BLOCKED;
      }
      JsonNode value = object.get(field);
      if (value instanceof ArrayNode) {
        // It would have to be flattened.
        return BLOCKED;
      }
      if (value != null) {
        values.add(value);
      }
    }
    return new Walk.Done(
        switch (values.size()) {
          case 0 -> null;
          case 1 -> values.get(0);
          default -> Json.arrayNode(values);
        });
  }
}
