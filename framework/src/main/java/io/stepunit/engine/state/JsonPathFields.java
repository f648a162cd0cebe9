package io.stepunit.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.expression.Expr;
import io.stepunit.expression.Scope;
import io.stepunit.model.Assign;
import io.stepunit.model.DataFlow;
import io.stepunit.model.Transition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Evaluates the JSONPath data-flow fields of a state, in AWS's order. */
public final class JsonPathFields {
  private JsonPathFields() {}

  /** The raw input after {@code InputPath}. */
  static JsonNode afterInputPath(DataFlow flow, Frame frame) {
    return flow.inputPath().evaluate(frame);
  }

  /** The raw input after {@code InputPath} and {@code Parameters}: the effective input. */
  static JsonNode effectiveInput(DataFlow flow, Frame frame) {
    JsonNode input = afterInputPath(flow, frame);
    Optional<Expr> parameters = flow.parameters();
    return parameters.isPresent() ? parameters.get().evaluate(frame.withInput(input)) : input;
  }

  /** Leaves a state that has a result: ResultSelector, ResultPath, OutputPath, Assign. */
  static Effect exit(DataFlow flow, Frame frame, JsonNode result, Transition next) {
    Optional<Expr> selector = flow.resultSelector();
    JsonNode selected =
        selector.isPresent() ? selector.get().evaluate(frame.withInput(result)) : result;
    JsonNode merged = flow.resultPath().merge(frame.input(), selected);
    return new Effect.Exit(
        next, output(flow, frame, merged), assigned(flow.assign(), frame, result));
  }

  /** Leaves a state that has no result: OutputPath of the effective input, Assign. */
  static Effect exit(
      DataFlow flow, Frame frame, JsonNode input, Transition next, Optional<Assign> assign) {
    return new Effect.Exit(next, output(flow, frame, input), assigned(assign, frame, input));
  }

  private static JsonNode output(DataFlow flow, Frame frame, JsonNode merged) {
    return flow.outputPath().evaluate(frame.withInput(merged));
  }

  /** The new values of an {@code Assign}, all from the values before. */
  public static Map<String, JsonNode> assigned(
      Optional<Assign> assign, Frame frame, JsonNode input) {
    if (assign.isEmpty()) {
      return Map.of();
    }
    Scope scope = frame.withInput(input);
    Map<String, JsonNode> values = new LinkedHashMap<>();
    assign.get().variables().forEach((name, expr) -> values.put(name, expr.evaluate(scope)));
    return values;
  }
}
