package io.stepunit.internal.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.aws.Integration;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import io.stepunit.internal.json.SentJson;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.target.CalledFunction;
import java.util.Optional;

/**
 * A call of a Task as the code behind the Task sees it: a function that is called by {@code
 * lambda:invoke} gets the {@code Payload} and gives another one, without the envelope around it.
 *
 * @param input what the code gets
 * @param result what it gives; empty if it fails, or if nothing is said of it
 * @param error the name of the error that it fails with
 * @param cause what the error says
 */
public record HandlerCall(
    JsonNode input, Optional<JsonNode> result, Optional<String> error, Optional<String> cause) {
  private static final String PAYLOAD = "Payload";

  /** What a reply says of the code; empty if the code is not reached, or does not end. */
  public static Optional<HandlerCall> of(AttemptRequest request, AttemptReply reply) {
    boolean invoked = CalledFunction.isInvoke(request.resource());
    try {
      JsonNode input = invoked ? InvocationBody.event(request.input()) : request.input();
      if (reply instanceof AttemptReply.Succeeds succeeds) {
        return Optional.of(
            invoked
                ? returnedByFunction(request, input, succeeds.result())
                : returned(input, Optional.of(succeeds.result())));
      }
      return reply instanceof AttemptReply.Fails fails ? failed(input, fails) : Optional.empty();
    } catch (InvocationBody.InvalidBodyException | JsonTextException e) {
      return Optional.empty();
    }
  }

  private static HandlerCall returned(JsonNode input, Optional<JsonNode> result) {
    return new HandlerCall(
        SentJson.withoutText(input),
        result.map(SentJson::withoutText),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<HandlerCall> failed(JsonNode input, AttemptReply.Fails fails) {
    boolean reached =
        fails.failure() == AttemptReply.FailedStep.RUN
            || fails.failure() == AttemptReply.FailedStep.CALL;
    return Optional.ofNullable(fails.error())
        .filter(name -> reached)
        .map(
            name ->
                new HandlerCall(
                    SentJson.withoutText(input),
                    Optional.empty(),
                    Optional.of(name),
                    Optional.ofNullable(fails.cause())));
  }

  private static HandlerCall returnedByFunction(
      AttemptRequest request, JsonNode input, JsonNode result) {
    Resource.Service service = (Resource.Service) request.resource();
    if (service.pattern() == Resource.Pattern.WAIT_FOR_TASK_TOKEN) {
      return returned(input, Optional.of(result));
    }
    if (request.input().path("InvocationType").asText().equals("Event") || !result.has(PAYLOAD)) {
      return returned(input, Optional.empty());
    }
    if (Integration.isOptimized(service)) {
      return returned(input, Optional.of(result.get(PAYLOAD)));
    }
    JsonNode payload = Json.parseData(result.get(PAYLOAD).asText());
    return result.has("FunctionError")
        ? new HandlerCall(
            SentJson.withoutText(input),
            Optional.empty(),
            Optional.of(payload.path("errorType").asText()),
            Optional.of(result.get(PAYLOAD).asText()))
        : returned(input, Optional.of(payload));
  }
}
