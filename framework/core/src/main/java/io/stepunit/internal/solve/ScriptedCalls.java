package io.stepunit.internal.solve;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.history.VisitRef;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.TaskDispatcher;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Answers the calls of an execution as a script says, and takes note of the results. */
final class ScriptedCalls implements TaskDispatcher {
  /** The last call of a visit. */
  record Made(CallKey call, Optional<JsonNode> result) {}

  private final Script script;
  private final Map<VisitRef, Made> made = new LinkedHashMap<>();

  ScriptedCalls(Script script) {
    this.script = script;
  }

  @Override
  public AttemptReply dispatch(AttemptRequest request) {
    CallKey call = new CallKey(request.state(), request.invocation());
    AttemptReply reply = reply(call, request);
    Optional<JsonNode> result =
        reply instanceof AttemptReply.Succeeds succeeds
            ? Optional.of(succeeds.result())
            : Optional.empty();
    made.put(request.visit(), new Made(call, result));
    return reply;
  }

  private AttemptReply reply(CallKey call, AttemptRequest request) {
    AttemptReply always = script.failing().get(call.state());
    if (always != null) {
      return always;
    }
    JsonNode result = script.results().get(call);
    return result == null ? script.others().dispatch(request) : AttemptReply.succeeds(result);
  }

  /** The last call of a visit of a Task. */
  Optional<Made> of(VisitRef visit) {
    return Optional.ofNullable(made.get(visit));
  }

  /** The results of all calls. */
  Map<CallKey, JsonNode> results() {
    Map<CallKey, JsonNode> results = new LinkedHashMap<>();
    made.values().forEach(call -> call.result().ifPresent(it -> results.put(call.call(), it)));
    return results;
  }
}
