package io.stepunit.internal.model;

import io.stepunit.asl.Rule;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.jsonata.JsonataTemplate;
import io.stepunit.internal.expression.jsonata.ResultType;
import io.stepunit.internal.expression.jsonata.StatesVariables;
import java.util.Locale;
import java.util.Optional;

/** Compiles the fields of JSONata states and says where one does not compile. */
final class Jsonata {
  private Jsonata() {}

  /** A field of any type, if it is there. */
  static Optional<Expr> optional(Fields fields, String name, StatesVariables allowed) {
    return optional(fields, name, allowed, ResultType.ANY);
  }

  /** A field of one type, if it is there. */
  static Optional<Expr> optional(
      Fields fields, String name, StatesVariables allowed, ResultType expected) {
    return fields.optional(name).map(field -> compile(fields, field, allowed, expected));
  }

  static Expr compile(
      Fields fields, LocatedNode field, StatesVariables allowed, ResultType expected) {
    if (!isExpression(field) && !expected.accepts(field.value())) {
      fields.wrongType(field, expected.words().toUpperCase(Locale.ROOT));
    }
    String name = fields.nameInState(field);
    return Compile.expression(
        fields,
        field,
        Rule.INVALID_JSONATA,
        () -> JsonataTemplate.compile(name, field.value(), allowed, expected));
  }

  /** Whether a field holds an expression instead of a constant. */
  static boolean isExpression(LocatedNode field) {
    return field.value().isTextual() && field.value().asText().startsWith("{%");
  }
}
