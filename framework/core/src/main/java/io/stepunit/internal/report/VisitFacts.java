package io.stepunit.internal.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.budget.WorkBudgets;
import io.stepunit.internal.engine.state.Frame;
import io.stepunit.internal.engine.state.WorkflowVariables;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.model.PassState;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What the history tells of the data of a visit.
 *
 * @param way the fields by which the state was entered and left
 * @param input its raw input
 * @param sent the effective input that its last attempt sent
 * @param result what came of it; empty where it has none, or it is not known
 * @param output what it handed on; empty if it was not left
 * @param variables what it could read, by name
 * @param context the context object, without what the history does not tell
 * @param at when it was left, or else entered
 */
record VisitFacts(
    State state,
    FlowWay way,
    JsonNode input,
    Optional<JsonNode> sent,
    Optional<JsonNode> result,
    Optional<JsonNode> output,
    Map<String, JsonNode> variables,
    Supplier<JsonNode> context,
    Instant at) {
  /** What the expressions of the visit could see. */
  Scope scope() {
    return new Frame(
        input,
        WorkflowVariables.NONE.with(variables),
        context,
        at,
        unrepeatable(),
        WorkBudgets.STANDARD);
  }

  private static RandomGenerator unrepeatable() {
    return () -> {
      throw EvaluationException.runtime("What was drawn at random cannot be drawn again.");
    };
  }

  /** The result of a state that calls nothing. */
  Optional<JsonNode> implied(Optional<JsonNode> effective) {
    boolean hasOwn =
        state.type() == StateType.TASK
            || state.type() == StateType.MAP
            || state.type() == StateType.PARALLEL;
    if (hasOwn) {
      return Optional.empty();
    }
    return state instanceof PassState pass ? pass.result().or(() -> effective) : effective;
  }
}
