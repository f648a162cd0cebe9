package io.stepunit.internal.model;

import io.stepunit.asl.Rule;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.ExpressionSyntaxException;
import io.stepunit.internal.expression.Expressions;
import io.stepunit.internal.json.Json;
import java.util.Optional;
import java.util.function.Supplier;

/** Compiles the expressions of a definition and says where one does not compile. */
final class Compile {
  private static final Expr NOTHING = Expr.constant(Json.NODES.nullNode());

  private Compile() {}

  /** {@code InputPath} or {@code OutputPath}: null stands for an empty object. */
  static Expr dataPath(Fields fields, String name) {
    Optional<LocatedNode> field = fields.optional(name);
    if (field.filter(f -> f.value().isNull()).isPresent()) {
      return Expr.constant(Json.NODES.objectNode());
    }
    return field.map(f -> path(fields, f)).orElse(Expr.input());
  }

  /** A field whose text is a path. */
  static Expr path(Fields fields, LocatedNode field) {
    String text = fields.textOf(field);
    return field.value().isTextual()
        ? expression(fields, field, Rule.INVALID_PATH, () -> Expressions.path(text))
        : NOTHING;
  }

  /** A field whose text is a path or an intrinsic call. */
  static Expr pathOrIntrinsic(Fields fields, LocatedNode field) {
    String text = fields.textOf(field);
    return field.value().isTextual()
        ? expression(
            fields,
            field,
            Rule.INVALID_EXPRESSION,
            () -> Expressions.field(field.place().token(), text))
        : NOTHING;
  }

  /** A payload template, if the field is there. */
  static Optional<Expr> template(Fields fields, String name) {
    return fields.optional(name).map(field -> template(fields, field));
  }

  static Expr template(Fields fields, LocatedNode field) {
    return expression(
        fields, field, Rule.INVALID_EXPRESSION, () -> Expressions.template(field.value()));
  }

  static ResultPath resultPath(Fields fields) {
    Optional<LocatedNode> field = fields.optional("ResultPath");
    if (field.filter(f -> f.value().isNull()).isPresent()) {
      return ResultPath.DISCARD;
    }
    return field.map(f -> resultPath(fields, f)).orElse(ResultPath.REPLACE);
  }

  private static ResultPath resultPath(Fields fields, LocatedNode field) {
    String text = fields.textOf(field);
    if (text.equals("$") || !field.value().isTextual()) {
      return ResultPath.REPLACE;
    }
    return guarded(
        fields,
        field,
        Rule.INVALID_PATH,
        ResultPath.REPLACE,
        () -> new ResultPath.At(Expressions.resultPath(text)));
  }

  /** What the compiler makes; the variables that it reads are the state's. */
  static Expr expression(Fields fields, LocatedNode field, Rule rule, Supplier<Expr> compiler) {
    Expr expr = guarded(fields, field, rule, NOTHING, compiler);
    fields.readsVariables(expr.variables(), field);
    Rule doubtful = fields.isJsonata() ? Rule.UNKNOWN_FUNCTION : Rule.INTRINSIC_ARGUMENT;
    expr.warnings().forEach(warning -> fields.report(doubtful, warning, field.location(), ""));
    return expr;
  }

  /** What the compiler makes, or the harmless value with the problem noted at its place. */
  static <T> T guarded(
      Fields fields, LocatedNode field, Rule rule, T harmless, Supplier<T> compiler) {
    try {
      return compiler.get();
    } catch (ExpressionSyntaxException e) {
      LocatedNode culprit = field.at(e.pointer());
      fields.report(ruleOf(e.kind(), rule), e.problem(), culprit.location(), e.detail());
      return harmless;
    }
  }

  private static Rule ruleOf(ExpressionSyntaxException.Kind kind, Rule ofJsonPath) {
    return switch (kind) {
      case SCHEMA_VALIDATION_FAILED -> ofJsonPath;
      case INVALID_JSONATA_EXPRESSION -> Rule.INVALID_JSONATA;
      case UNSUPPORTED_JSONATA_EXPRESSION -> Rule.UNSUPPORTED_JSONATA;
    };
  }
}
