package io.stepunit.internal.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Catcher;
import io.stepunit.internal.model.ChoiceState;
import io.stepunit.internal.model.DataFlow;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.ParallelState;
import io.stepunit.internal.model.PassState;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.SucceedState;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.model.WaitState;
import java.util.Optional;

/**
 * The fields by which data went into a state and out of it.
 *
 * @param entryFields the state as the definition has it
 * @param exitFields the state, or the Catcher or rule by which it was left
 */
record FlowWay(DataFlow entry, JsonNode entryFields, DataFlow exit, JsonNode exitFields) {
  /**
   * The way through a state; empty for a Fail, which hands nothing on.
   *
   * @param fields the state as the definition has it
   * @param catcher the index of the Catcher by which it was left, -1 for none
   */
  static Optional<FlowWay> of(State state, JsonNode fields, int catcher) {
    return flow(state)
        .map(
            flow ->
                catcher < 0
                    ? new FlowWay(flow, fields, flow, fields)
                    : caught(state, flow, fields, catcher));
  }

  private static FlowWay caught(State state, DataFlow flow, JsonNode fields, int index) {
    Catcher catcher = state.errorHandlers().catchers().get(index);
    JsonNode written = fields.path("Catch").path(index);
    return new FlowWay(
        flow, fields, catcher.dataFlow(), written.isObject() ? written : Json.NODES.objectNode());
  }

  private static Optional<DataFlow> flow(State state) {
    return switch (state.type()) {
      case TASK -> Optional.of(((TaskState) state).dataFlow());
      case PASS -> Optional.of(((PassState) state).dataFlow());
      case WAIT -> Optional.of(((WaitState) state).dataFlow());
      case CHOICE -> Optional.of(((ChoiceState) state).dataFlow());
      case PARALLEL -> Optional.of(((ParallelState) state).dataFlow());
      case MAP -> Optional.of(((MapState) state).dataFlow());
      case SUCCEED -> Optional.of(((SucceedState) state).dataFlow());
      case FAIL -> Optional.empty();
    };
  }
}
