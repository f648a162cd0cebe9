package io.stepunit.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.ValueKind;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The data-flow fields of a JSONata state.
 *
 * @param arguments {@code Arguments}; the raw input where there are none
 * @param output {@code Output}; the result where there is none
 * @param assign {@code Assign}
 * @param binding what the result is to {@code Output} and {@code Assign}
 */
public record JsonataDataFlow(
    Optional<Expr> arguments, Optional<Expr> output, Optional<Assign> assign, Binding binding)
    implements DataFlow {
  /** What a result is to the expressions of the exit. */
  public enum Binding {
    /** The state has no result: only its input is there. */
    NONE,
    /** {@code $states.result}. */
    RESULT,
    /** {@code $states.errorOutput}, in a Catcher. */
    ERROR_OUTPUT
  }

  @Override
  public Stream<Read> reads() {
    return Stream.of(
            arguments.stream().flatMap(expr -> expr.reads(ValueKind.ANY)),
            output.stream().flatMap(expr -> expr.reads(ValueKind.ANY)),
            assign.stream().flatMap(Assign::reads))
        .flatMap(Function.identity());
  }

  @Override
  public Stream<ResultRead> resultReads() {
    return Stream.concat(
        output.stream()
            .flatMap(
                expr -> ResultRead.of("Output", expr.reads(ValueKind.ANY), DataPath.Source.RESULT)),
        assign.stream()
            .flatMap(expr -> ResultRead.of("Assign", expr.reads(), DataPath.Source.RESULT)));
  }

  @Override
  public Optional<DataPath> resultPlace() {
    return Optional.empty();
  }

  /** The same fields with other {@code Arguments}. */
  public DataFlow withArguments(Expr other) {
    return new JsonataDataFlow(Optional.of(other), output, assign, binding);
  }

  @Override
  public JsonNode input(Scope scope) {
    return scope.input();
  }

  @Override
  public JsonNode effectiveInput(Scope scope) {
    return arguments.isPresent() ? arguments.get().evaluate(scope) : scope.input();
  }

  @Override
  public Exit exit(Scope scope, JsonNode result) {
    Scope exit =
        switch (binding) {
          case NONE -> scope;
          case RESULT -> scope.withResult(result);
          case ERROR_OUTPUT -> scope.withErrorOutput(result);
        };
    Map<String, JsonNode> assigned = assign.isPresent() ? assign.get().evaluate(exit) : Map.of();
    return new Exit(output.isPresent() ? output.get().evaluate(exit) : result, assigned);
  }
}
