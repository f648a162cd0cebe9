package io.stepunit.internal.model.read;

import io.stepunit.asl.Rule;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.ExpressionSyntaxException;
import io.stepunit.internal.json.Json;
import java.util.function.Supplier;

/**
 * Compiles the expressions of an object's fields and reports those that do not compile.
 *
 * @param fields the object's fields
 */
record ExpressionCompiler(Fields fields) {
  /** What stands for an expression that has been reported. */
  static final Expr NOTHING = Expr.constant(Json.NODES.nullNode());

  /** What the compiler makes; the variables that it reads are the state's. */
  Expr expression(LocatedNode field, Rule rule, Supplier<Expr> compiler) {
    Expr expr = guarded(field, rule, NOTHING, compiler);
    fields.readsVariables(expr.variables(), field);
    Rule doubtful = fields.isJsonata() ? Rule.UNKNOWN_FUNCTION : Rule.INTRINSIC_ARGUMENT;
    expr.warnings().forEach(warning -> fields.report(doubtful, warning, field.location(), ""));
    return expr;
  }

  /** What the compiler makes, or the harmless value with the problem noted at its place. */
  <T> T guarded(LocatedNode field, Rule rule, T harmless, Supplier<T> compiler) {
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
