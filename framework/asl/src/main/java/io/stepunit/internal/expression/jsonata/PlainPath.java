package io.stepunit.internal.expression.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.jsonata.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression that only follows fields, such as {@code $states.input.order.id}. Through objects
 * it is walked at once; where an array lies on the way, the path has to map over it.
 *
 * @param variable the variable it starts from
 * @param fields the fields it follows
 */
record PlainPath(String variable, List<String> fields) {
  private static final String STATES = "states";

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
      if (value.isArray()) {
        return BLOCKED;
      }
      value = value.get(fields.get(i));
    }
    return new Walk.Done(value);
  }
}
