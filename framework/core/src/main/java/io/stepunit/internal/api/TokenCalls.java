package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.task.TaskAttempt;
import io.stepunit.internal.json.Json;

/** SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat. */
final class TokenCalls {
  private static final String TOKEN = "taskToken";

  private final Engine engine;

  TokenCalls(Engine engine) {
    this.engine = engine;
  }

  /** An output that is no JSON is told of, whether the token is still open or not. */
  ObjectNode success(Request request) {
    OpenTasks.requireKnown(engine, request.required(TOKEN));
    JsonNode output = SentData.output(request, engine.settings().limits().payloadBytes());
    open(request).sendSuccess(output);
    return Json.NODES.objectNode();
  }

  ObjectNode failure(Request request) {
    open(request)
        .sendFailure(
            request.optional("error").orElse(null), request.optional("cause").orElse(null));
    return Json.NODES.objectNode();
  }

  ObjectNode heartbeat(Request request) {
    open(request).sendHeartbeat();
    return Json.NODES.objectNode();
  }

  private TaskAttempt open(Request request) {
    return OpenTasks.require(engine, request.required(TOKEN));
  }
}
