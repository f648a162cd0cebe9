package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.limit.PayloadSize;
import io.stepunit.internal.engine.task.TaskAttempt;
import io.stepunit.internal.json.Json;

/** SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat. */
final class TokenCalls {
  private static final String INVALID_OUTPUT = "InvalidOutput";

  private final Engine engine;

  TokenCalls(Engine engine) {
    this.engine = engine;
  }

  ObjectNode success(Request request) {
    TaskAttempt attempt = open(request);
    request.required("output");
    JsonNode output = request.data("output", INVALID_OUTPUT, "Invalid Output").orElseThrow();
    if (!PayloadSize.fits(output, engine.settings().limits().payloadBytes())) {
      throw new StepFunctionsException(
          INVALID_OUTPUT,
          "Invalid Output: 'size of "
              + Json.size(output)
              + " bytes is more than the service takes'");
    }
    attempt.sendSuccess(output);
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
    return OpenTasks.require(engine, request.required("taskToken"));
  }
}
