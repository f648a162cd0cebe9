package io.stepunit.internal.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.JsonCodec;
import io.stepunit.internal.aws.Integration;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.lambda.FunctionCall;
import io.stepunit.internal.lambda.FunctionName;
import io.stepunit.internal.lambda.FunctionOutcome;
import io.stepunit.internal.lambda.LambdaFunction;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptReply.FailedStep;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.target.CalledFunction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Lets a function answer a Task, in the form of its resource: a function's ARN takes the whole
 * input and gives the whole result; {@code lambda:invoke}, optimized or of the SDK, takes Payload
 * and gives an envelope.
 *
 * @param home what ARNs of functions called by name begin with: {@code
 *     arn:aws:lambda:us-east-1:123456789012}
 */
record LambdaTask(LambdaFunction function, String home, Duration timeout, JsonCodec codec) {
  /**
   * Lets the function answer one attempt.
   *
   * @param thrown is told what the function threw
   */
  AttemptReply reply(AttemptRequest request, Consumer<Throwable> thrown) {
    return request.resource() instanceof Resource.Service service
        ? invoked(request, service, thrown)
        : replyTo(outcome(call(request, request.resource().arn(), request.input()), thrown));
  }

  private FunctionOutcome outcome(FunctionCall call, Consumer<Throwable> thrown) {
    FunctionOutcome outcome = function.invoke(call);
    if (outcome instanceof FunctionOutcome.Failed failed) {
      thrown.accept(failed.thrown());
    }
    return outcome;
  }

  private AttemptReply invoked(
      AttemptRequest request, Resource.Service service, Consumer<Throwable> thrown) {
    boolean optimized = Integration.isOptimized(service);
    JsonNode event;
    try {
      event = InvocationBody.event(request.input());
    } catch (InvocationBody.InvalidBodyException e) {
      return refused(Integration.ofLambda(optimized), String.valueOf(e.getMessage()));
    }
    FunctionOutcome outcome =
        outcome(call(request, request.input().path("FunctionName").asText(), event), thrown);
    if (request.input().path("InvocationType").asText().equals("Event")) {
      return answered(
          service, optimized ? LambdaEnvelope.accepted() : LambdaEnvelope.acceptedOfSdk());
    }
    if (!optimized) {
      return answered(service, LambdaEnvelope.ofSdk(outcome));
    }
    return outcome instanceof FunctionOutcome.Returned returned
        ? answered(service, LambdaEnvelope.around(returned.payload()))
        : replyTo(outcome);
  }

  private static AttemptReply answered(Resource.Service service, JsonNode answer) {
    return service.pattern() == Resource.Pattern.WAIT_FOR_TASK_TOKEN
        ? new AttemptReply.Silence(List.of(), Optional.of(answer))
        : AttemptReply.succeeds(answer);
  }

  private static AttemptReply refused(Integration lambda, String problem) {
    String error = "InvalidRequestContentException";
    return fails(lambda.prefix() + "." + error, problem + " " + lambda.details(400, error, false));
  }

  private static AttemptReply replyTo(FunctionOutcome outcome) {
    if (outcome instanceof FunctionOutcome.Returned returned) {
      return AttemptReply.succeeds(returned.payload());
    }
    FunctionOutcome.Failed failed = (FunctionOutcome.Failed) outcome;
    return fails(failed.errorType(), Json.text(failed.error()));
  }

  private static AttemptReply fails(String error, String cause) {
    return new AttemptReply.Fails(
        error, cause, Duration.ZERO, List.of(), FailedStep.CALL, Optional.empty());
  }

  private FunctionCall call(AttemptRequest request, String written, JsonNode payload) {
    FunctionName name = CalledFunction.of(request).orElseThrow();
    String arn = written.startsWith("arn:") ? written : home + ":function:" + name;
    return new FunctionCall(
        name, arn, requestId(request), payload, timeout, request.clock(), codec);
  }

  private static String requestId(AttemptRequest request) {
    String call = request.execution() + "/" + request.state() + "/" + request.invocation();
    return UUID.nameUUIDFromBytes(call.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
