package io.stepunit.internal.model.read;

import io.stepunit.asl.Rule;
import io.stepunit.asl.SourceLocation;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.model.Assign;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads {@code Assign}.
 *
 * @param fields the fields of the state, rule or Catcher
 */
record AssignReader(Fields fields) {
  /** Reads one key and its value in one of the languages. */
  interface Variable {
    Map.Entry<String, Expr> read(String key, LocatedNode value);
  }

  Optional<Assign> read(Variable reader) {
    return fields.optional("Assign").map(field -> read(field, reader));
  }

  private Assign read(LocatedNode field, Variable reader) {
    if (!field.value().isObject()) {
      fields.wrongType(field, "OBJECT");
    }
    Map<String, Expr> variables = new LinkedHashMap<>();
    field.fields().forEach((key, value) -> add(reader.read(key, value), value, variables));
    return new Assign(Collections.unmodifiableMap(variables));
  }

  private void add(
      Map.Entry<String, Expr> variable, LocatedNode value, Map<String, Expr> variables) {
    if (variables.put(variable.getKey(), variable.getValue()) != null) {
      fields.report(
          Rule.VARIABLE_TWICE,
          "Variable '" + variable.getKey() + "' is assigned twice",
          value.location(),
          "remove one of the keys");
    }
  }

  /** The same, its variables noted as those of the scope that the state is in. */
  Assign ofScope(Assign assign) {
    assign.variables().keySet().forEach(name -> fields.scope().assigns(name, place(name)));
    return assign;
  }

  private SourceLocation place(String variable) {
    Map<String, LocatedNode> keys =
        fields.optional("Assign").map(LocatedNode::fields).orElse(Map.of());
    return Stream.of(variable, variable + ".$")
        .flatMap(key -> Optional.ofNullable(keys.get(key)).stream())
        .map(LocatedNode::location)
        .findFirst()
        .orElseGet(fields::location);
  }

  /** The same for a Catcher, which does not make an inner scope's variable an outer one. */
  Assign ofCatcher(Assign assign) {
    assign.variables().keySet().forEach(fields.scope()::catches);
    return assign;
  }
}
