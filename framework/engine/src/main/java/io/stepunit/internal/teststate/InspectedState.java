package io.stepunit.internal.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.model.ChoiceState;
import io.stepunit.internal.model.DataFlow;
import io.stepunit.internal.model.Distributed;
import io.stepunit.internal.model.JsonPathDataFlow;
import io.stepunit.internal.model.JsonataDataFlow;
import io.stepunit.internal.model.MapItems;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.ParallelState;
import io.stepunit.internal.model.PassState;
import io.stepunit.internal.model.QueryLanguage;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.SucceedState;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.model.WaitState;
import java.util.Optional;

/**
 * Makes a state whose expressions tell an {@link Inspection} their values, so that the engine's own
 * behaviours give the inspection data. Which step a state of a type shows is as recorded on AWS.
 */
final class InspectedState {
  private final Inspection inspection;

  InspectedState(Inspection inspection) {
    this.inspection = inspection;
  }

  /**
   * The state, telling its values.
   *
   * @param input the state's raw input
   * @param readItems what the ItemReader of a Map read
   */
  State of(State state, JsonNode input, Optional<JsonNode> readItems) {
    return switch (state.type()) {
      case TASK -> task((TaskState) state);
      case PASS -> pass((PassState) state);
      case WAIT -> wait((WaitState) state);
      case CHOICE -> choice((ChoiceState) state);
      case PARALLEL -> parallel((ParallelState) state);
      case MAP -> map((MapState) state, readItems);
      case SUCCEED -> new SucceedState(state.info(), entry(((SucceedState) state).dataFlow()));
      case FAIL -> fail(state, input);
    };
  }

  private State task(TaskState task) {
    DataFlow flow = task.dataFlow();
    return new TaskState(
        task.info(),
        task.resource(),
        task.resourceLocation(),
        flow instanceof JsonataDataFlow jsonata ? withArguments(jsonata) : way(flow),
        task.function(),
        task.sendCheck(),
        task.timeoutSeconds(),
        task.heartbeatSeconds(),
        task.credentialsRoleArn(),
        task.errorHandlers(),
        task.next());
  }

  private DataFlow withArguments(JsonataDataFlow flow) {
    return flow.arguments().isEmpty()
        ? flow
        : flow.withArguments(inspection.noting("afterArguments", flow.arguments().get()));
  }

  /** With a Result the input fields are not evaluated, and AWS shows them as little. */
  private State pass(PassState pass) {
    pass.result().ifPresent(result -> inspection.note("result", result));
    return new PassState(pass.info(), way(pass.dataFlow()), pass.result(), pass.next());
  }

  private State wait(WaitState wait) {
    return new WaitState(wait.info(), entry(wait.dataFlow()), wait.until(), wait.next());
  }

  private State choice(ChoiceState choice) {
    return new ChoiceState(
        choice.info(), entry(choice.dataFlow()), choice.choices(), choice.defaultNext());
  }

  /** As recorded, the way in of a Parallel is not shown. */
  private State parallel(ParallelState parallel) {
    return new ParallelState(
        parallel.info(),
        out(parallel.dataFlow()),
        parallel.branches(),
        parallel.errorHandlers(),
        parallel.next());
  }

  private State map(MapState map, Optional<JsonNode> readItems) {
    return new MapState(
        map.info(),
        out(entry(map.dataFlow())),
        readItems
            .<MapItems>map(items -> new MapItems.Computed(Expr.constant(items)))
            .orElseGet(() -> items(map.items())),
        map.itemSelector(),
        map.itemProcessor(),
        map.maxConcurrency(),
        map.toleratedFailureCount(),
        map.toleratedFailurePercentage(),
        map.distributed().map(InspectedState::withoutReader),
        map.errorHandlers(),
        map.next());
  }

  private static Distributed withoutReader(Distributed distributed) {
    return new Distributed(
        distributed.executionType(),
        Optional.empty(),
        distributed.itemBatcher(),
        distributed.resultWriter(),
        distributed.label(),
        distributed.location());
  }

  private MapItems items(MapItems items) {
    return items instanceof MapItems.AtPath path
        ? new MapItems.AtPath(
            path.path(), inspection.notingArray("afterItemsPath", path.expr()), path.takesObject())
        : items;
  }

  /** A Fail state has no InputPath, and AWS shows the step all the same. */
  private State fail(State fail, JsonNode input) {
    if (fail.language() == QueryLanguage.JSONPATH) {
      inspection.note("afterInputPath", input);
    }
    return fail;
  }

  /** Only the way in: of states that have no result. */
  private DataFlow entry(DataFlow flow) {
    if (!(flow instanceof JsonPathDataFlow path)) {
      return flow;
    }
    return new JsonPathDataFlow(
        inspection.noting("afterInputPath", path.inputPath()),
        path.parameters(),
        path.resultSelector(),
        path.resultPath(),
        path.outputPath(),
        path.assign());
  }

  /** The way in and the way out; {@code Parameters} show where they are absent too. */
  private DataFlow way(DataFlow flow) {
    if (!(out(entry(flow)) instanceof JsonPathDataFlow path)) {
      return flow;
    }
    return new JsonPathDataFlow(
        path.inputPath(),
        Optional.of(inspection.noting("afterParameters", path.parameters().orElse(Expr.input()))),
        path.resultSelector(),
        path.resultPath(),
        path.outputPath(),
        path.assign());
  }

  /** Only the way out; JSONata has no steps to show. */
  private DataFlow out(DataFlow flow) {
    if (!(flow instanceof JsonPathDataFlow path)) {
      return flow;
    }
    Expr selector = path.resultSelector().orElse(Expr.input());
    return new JsonPathDataFlow(
        path.inputPath(),
        path.parameters(),
        Optional.of(inspection.noting("afterResultSelector", selector)),
        path.resultPath(),
        Expr.of(
            scope -> {
              inspection.note("afterResultPath", scope.input());
              return path.outputPath().evaluate(scope);
            }),
        path.assign());
  }
}
