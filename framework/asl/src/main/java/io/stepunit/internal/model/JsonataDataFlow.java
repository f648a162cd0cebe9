package io.stepunit.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.ValueKind;
import io.stepunit.internal.expression.jsonata.StatesVariables;
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
  enum Binding {
    /** The state has no result: only its input is there. */
    NONE,
    /** {@code $states.result}. */
    RESULT,
    /** {@code $states.errorOutput}, in a Catcher. */
    ERROR_OUTPUT
  }

  /** The fields of a Task or Parallel state. */
  static DataFlow ofWorkingState(Fields fields) {
    return withResult(
        fields, Jsonata.optional(fields, "Arguments", StatesVariables.INPUT_AND_CONTEXT));
  }

  /** The fields of a Map state: its ItemSelector makes what it hands on. */
  static DataFlow ofMap(Fields fields) {
    return withResult(fields, Optional.empty());
  }

  private static DataFlow withResult(Fields fields, Optional<Expr> arguments) {
    return new JsonataDataFlow(
        arguments,
        Jsonata.optional(fields, "Output", StatesVariables.WITH_RESULT),
        Assign.read(fields, StatesVariables.WITH_RESULT).map(assign -> assign.ofScope(fields)),
        Binding.RESULT);
  }

  /** The fields of a Pass, Wait or Choice state, or of a Choice's rule. */
  static DataFlow withoutResult(Fields fields) {
    return new JsonataDataFlow(
        Optional.empty(),
        Jsonata.optional(fields, "Output", StatesVariables.INPUT_AND_CONTEXT),
        Assign.read(fields, StatesVariables.INPUT_AND_CONTEXT)
            .map(assign -> assign.ofScope(fields)),
        Binding.NONE);
  }

  static DataFlow ofSucceed(Fields fields) {
    return new JsonataDataFlow(
        Optional.empty(),
        Jsonata.optional(fields, "Output", StatesVariables.INPUT_AND_CONTEXT),
        Optional.empty(),
        Binding.NONE);
  }

  static DataFlow ofCatcher(Fields fields) {
    return new JsonataDataFlow(
        Optional.empty(),
        Jsonata.optional(fields, "Output", StatesVariables.WITH_ERROR_OUTPUT),
        Assign.read(fields, StatesVariables.WITH_ERROR_OUTPUT)
            .map(assign -> assign.ofCatcher(fields)),
        Binding.ERROR_OUTPUT);
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
