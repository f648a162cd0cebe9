package io.stepunit.internal.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.DataFlow;
import io.stepunit.internal.model.JsonPathDataFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The data of a visit after each field of its data flow. What the history tells is taken from
 * there; the rest is evaluated again, and shown only if it leads to what the history tells.
 */
final class FlowSteps {
  private final VisitFacts facts;
  private final Scope scope;
  private final List<Step> steps = new ArrayList<>();

  private FlowSteps(VisitFacts facts) {
    this.facts = facts;
    this.scope = facts.scope();
  }

  /**
   * One field and the data after it.
   *
   * @param value empty where it is not known
   */
  record Step(String field, Optional<JsonNode> value) {}

  /** The steps of a visit, in the order in which they are taken. */
  static List<Step> of(VisitFacts facts) {
    FlowSteps flow = new FlowSteps(facts);
    Optional<JsonNode> effective = flow.in(facts.way().entry());
    facts.result().ifPresent(result -> flow.steps.add(new Step("Result", facts.result())));
    facts
        .output()
        .ifPresent(output -> flow.out(facts.result().or(() -> facts.implied(effective)), output));
    return flow.steps;
  }

  /** The way in; returns the effective input. */
  private Optional<JsonNode> in(DataFlow flow) {
    if (!(flow instanceof JsonPathDataFlow path)) {
      Optional<JsonNode> arguments = facts.sent();
      step("Arguments", facts.way().entryFields(), arguments);
      return Optional.of(facts.input());
    }
    Optional<JsonNode> input = known(() -> path.inputPath().evaluate(scope));
    step("InputPath", facts.way().entryFields(), input);
    Optional<JsonNode> effective =
        facts.sent().isPresent() ? facts.sent() : input.flatMap(value -> parameters(path, value));
    step("Parameters", facts.way().entryFields(), effective);
    return effective;
  }

  private Optional<JsonNode> parameters(JsonPathDataFlow path, JsonNode input) {
    return path.parameters().isEmpty()
        ? Optional.of(input)
        : known(() -> path.parameters().get().evaluate(scope.withInput(input)));
  }

  private void out(Optional<JsonNode> result, JsonNode output) {
    JsonNode fields = facts.way().exitFields();
    if (!(facts.way().exit() instanceof JsonPathDataFlow path)) {
      step("Output", fields, Optional.of(output));
      return;
    }
    Optional<JsonNode> selected = result.flatMap(value -> selected(path, value));
    Optional<JsonNode> merged =
        selected.flatMap(value -> known(() -> path.resultPath().merge(facts.input(), value)));
    boolean isSame =
        merged
            .flatMap(value -> known(() -> path.outputPath().evaluate(scope.withInput(value))))
            .filter(value -> Json.sameValue(value, output))
            .isPresent();
    step("ResultSelector", fields, selected.filter(value -> isSame));
    step("ResultPath", fields, merged.filter(value -> isSame));
    step("OutputPath", fields, Optional.of(output));
  }

  private Optional<JsonNode> selected(JsonPathDataFlow path, JsonNode result) {
    return path.resultSelector().isEmpty()
        ? Optional.of(result)
        : known(() -> path.resultSelector().get().evaluate(scope.withInput(result)));
  }

  /** Only what the definition has is a step. */
  private void step(String field, JsonNode fields, Optional<JsonNode> value) {
    if (fields.has(field)) {
      steps.add(new Step(field, value));
    }
  }

  private static Optional<JsonNode> known(Supplier<JsonNode> evaluation) {
    try {
      return Optional.of(evaluation.get());
    } catch (EvaluationException e) {
      return Optional.empty();
    }
  }
}
