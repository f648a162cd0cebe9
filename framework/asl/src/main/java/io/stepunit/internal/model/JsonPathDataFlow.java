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
 * The data-flow fields of a JSONPath state. Fields that the state type lacks are absent or have
 * their neutral value.
 *
 * @param inputPath {@code InputPath}; evaluates to {@code {}} where the field is null
 * @param parameters {@code Parameters}
 * @param resultSelector {@code ResultSelector}; its {@code $} is the result
 * @param resultPath {@code ResultPath}
 * @param outputPath {@code OutputPath}; evaluates to {@code {}} where the field is null
 * @param assign {@code Assign}; its {@code $} is the result
 */
public record JsonPathDataFlow(
    Expr inputPath,
    Optional<Expr> parameters,
    Optional<Expr> resultSelector,
    ResultPath resultPath,
    Expr outputPath,
    Optional<Assign> assign)
    implements DataFlow {

  @Override
  public JsonNode input(Scope scope) {
    return inputPath.evaluate(scope);
  }

  @Override
  public JsonNode effectiveInput(Scope scope) {
    JsonNode input = inputPath.evaluate(scope);
    return parameters.isPresent() ? parameters.get().evaluate(scope, input) : input;
  }

  @Override
  public Exit exit(Scope scope, JsonNode result) {
    JsonNode selected =
        resultSelector.isPresent() ? resultSelector.get().evaluate(scope, result) : result;
    JsonNode merged = resultPath.merge(scope.input(), selected);
    Map<String, JsonNode> assigned =
        assign.isPresent() ? assign.get().evaluate(scope.withInput(result)) : Map.of();
    return new Exit(outputPath.evaluate(scope, merged), assigned);
  }

  @Override
  public Stream<Read> reads() {
    return Stream.of(
            inputPath.reads(ValueKind.OBJECT),
            parameters.stream().flatMap(expr -> expr.reads(ValueKind.ANY)),
            resultSelector.stream().flatMap(expr -> expr.reads(ValueKind.ANY)),
            outputPath.reads(ValueKind.OBJECT),
            assign.stream().flatMap(Assign::reads))
        .flatMap(Function.identity());
  }

  @Override
  public Stream<ResultRead> resultReads() {
    Stream<ResultRead> selected =
        resultSelector.stream()
            .flatMap(expr -> ofDocument("ResultSelector", expr.reads(ValueKind.ANY)));
    Stream<ResultRead> assigned =
        assign.stream().flatMap(expr -> ofDocument("Assign", expr.reads()));
    return Stream.of(selected, assigned, outputReads()).flatMap(Function.identity());
  }

  /** What OutputPath reads of the result as it is; what a ResultSelector made is none. */
  private Stream<ResultRead> outputReads() {
    if (resultSelector.isPresent() || resultPath.equals(ResultPath.DISCARD)) {
      return Stream.empty();
    }
    Stream<ResultRead> reads = ofDocument("OutputPath", outputPath.reads(ValueKind.ANY));
    return resultPath.place().map(place -> reads.flatMap(read -> read.below(place))).orElse(reads);
  }

  private static Stream<ResultRead> ofDocument(String field, Stream<Read> reads) {
    return ResultRead.of(field, reads, DataPath.Source.INPUT);
  }

  @Override
  public Optional<DataPath> resultPlace() {
    return resultPath.place();
  }

  /** These fields with the {@code Assign} of a rule of the Choice state. */
  public DataFlow assigning(Optional<Assign> ofRule) {
    return new JsonPathDataFlow(
        inputPath, parameters, resultSelector, resultPath, outputPath, ofRule);
  }
}
