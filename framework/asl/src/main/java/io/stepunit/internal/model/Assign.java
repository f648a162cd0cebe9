package io.stepunit.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.Rule;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.ObjectTemplate;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.jsonata.ResultType;
import io.stepunit.internal.expression.jsonata.StatesVariables;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The {@code Assign} field: variables and the expressions of their new values, all evaluated from
 * the values before.
 *
 * @param variables by name, in the definition's order
 */
public record Assign(Map<String, Expr> variables) {
  /**
   * The new values.
   *
   * @param scope sees the values before, also while others are assigned
   */
  public Map<String, JsonNode> evaluate(Scope scope) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    variables.forEach((name, expr) -> values.put(name, expr.evaluate(scope)));
    return values;
  }

  /** What the new values are made of; one that is copied as it is goes on as its variable. */
  Stream<Read> reads() {
    return variables.entrySet().stream()
        .flatMap(variable -> ObjectTemplate.handedOn(variable.getKey(), variable.getValue()));
  }

  private static final String EXPRESSION_SUFFIX = ".$";

  /** This {@code Assign}, with its variables noted as those of the scope that the state is in. */
  Assign ofScope(Fields fields) {
    variables.keySet().forEach(name -> fields.scope().assigns(name, fields.location()));
    return this;
  }

  /** The same for a Catcher, which does not make an inner scope's variable an outer one. */
  Assign ofCatcher(Fields fields) {
    variables.keySet().forEach(fields.scope()::catches);
    return this;
  }

  /** In a JSONPath state: a key that ends in {@code .$} has an expression. */
  static Optional<Assign> read(Fields fields) {
    return fields.optional("Assign").map(field -> read(fields, field, Assign::jsonPath));
  }

  /** In a JSONata state. */
  static Optional<Assign> read(Fields fields, StatesVariables allowed) {
    return fields
        .optional("Assign")
        .map(
            field ->
                read(
                    fields,
                    field,
                    (in, name, value) ->
                        Map.entry(name, Jsonata.compile(in, value, allowed, ResultType.ANY))));
  }

  /** Reads one key and its value in one of the languages. */
  private interface Variable {
    Map.Entry<String, Expr> read(Fields fields, String key, LocatedNode value);
  }

  private static Map.Entry<String, Expr> jsonPath(Fields fields, String key, LocatedNode value) {
    return key.endsWith(EXPRESSION_SUFFIX)
        ? Map.entry(
            key.substring(0, key.length() - EXPRESSION_SUFFIX.length()),
            Compile.pathOrIntrinsic(fields, value))
        : Map.entry(key, Compile.template(fields, value));
  }

  private static Assign read(Fields fields, LocatedNode field, Variable reader) {
    if (!field.value().isObject()) {
      fields.wrongType(field, "OBJECT");
    }
    Map<String, Expr> variables = new LinkedHashMap<>();
    field
        .fields()
        .forEach(
            (key, value) -> {
              Map.Entry<String, Expr> variable = reader.read(fields, key, value);
              if (variables.put(variable.getKey(), variable.getValue()) != null) {
                fields
                    .problems()
                    .report(
                        Rule.VARIABLE_TWICE,
                        "Variable '" + variable.getKey() + "' is assigned twice",
                        value.location(),
                        "drop one of the keys");
              }
            });
    return new Assign(Collections.unmodifiableMap(variables));
  }
}
