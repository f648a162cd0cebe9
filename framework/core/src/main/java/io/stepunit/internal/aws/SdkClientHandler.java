package io.stepunit.internal.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.Resource.Pattern;
import io.stepunit.internal.model.Unsendable;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptReply.FailedStep;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.UnanswerableTaskException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/**
 * Sends Tasks to a service through a client of the AWS SDK for Java v2: the request is built from
 * the effective input, the response and the service's exceptions come back in the shape and under
 * the names of the Task's kind of integration.
 */
public final class SdkClientHandler {
  private static final String UNKNOWN_ERROR =
      "The cause could not be determined because Lambda did not return an error type. Returned"
          + " payload: ";

  private static final String SERVICES = "software.amazon.awssdk.services.";

  private final SdkClient client;
  private final Class<?> api;

  private SdkClientHandler(SdkClient client, Class<?> api) {
    this.client = client;
    this.api = api;
  }

  /**
   * A handler for the Tasks of a client's service.
   *
   * @throws IllegalArgumentException if it is no synchronous client of a service
   */
  public static SdkClientHandler of(SdkClient client) {
    Class<?> api =
        interfaceOf(client.getClass())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s is not a client of the AWS SDK for Java v2, such as DynamoDbClient"
                            .formatted(client.getClass().getName())));
    if (api.getSimpleName().endsWith("AsyncClient")) {
      throw new IllegalArgumentException(
          "%s answers in another thread, but a test runs in one thread. Pass the synchronous %s."
              .formatted(api.getSimpleName(), api.getSimpleName().replace("Async", "")));
    }
    return new SdkClientHandler(client, api);
  }

  /** The interface of the service, which a client implements directly or through a base class. */
  private static Optional<Class<?>> interfaceOf(Class<?> type) {
    Deque<Class<?>> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty()) {
      Class<?> next = open.removeFirst();
      if (next.isInterface()
          && next.getName().startsWith(SERVICES)
          && next.getSimpleName().endsWith("Client")) {
        return Optional.of(next);
      }
      open.addAll(List.of(next.getInterfaces()));
      Optional.ofNullable(next.getSuperclass()).ifPresent(open::add);
    }
    return Optional.empty();
  }

  /**
   * Sends one attempt of a Task.
   *
   * @throws UnanswerableTaskException if the service has no such action, or the Task calls none
   */
  public AttemptReply reply(AttemptRequest request) {
    Resource.Service resource = service(request);
    String sdkName =
        api.getSimpleName().substring(0, api.getSimpleName().length() - "Client".length());
    Integration integration = Integration.of(resource, sdkName);
    SdkOperation operation = SdkOperation.find(api, Integration.apiAction(resource));
    try {
      JsonNode sent =
          EventEntries.sent(
              resource, request.input(), request.executionArn(), request.stateMachineArn());
      Object response = operation.call(client, sent);
      return replyTo(resource, integration, SdkResponses.answered(resource, response));
    } catch (SdkServiceException e) {
      SdkFailure failure = SdkFailure.of(e, integration, sdkName);
      return fails(resource, failure.error(), failure.cause());
    } catch (SdkClientException e) {
      return fails(
          resource,
          integration.prefix() + ".SdkClientException",
          Optional.ofNullable(e.getMessage()).orElse(e.toString()));
    } catch (ParameterException e) {
      return fails(resource, "States.Runtime", Unsendable.cause(request.input(), e.problems()));
    }
  }

  private static Resource.Service service(AttemptRequest request) {
    if (!(request.resource() instanceof Resource.Service service)) {
      throw new UnanswerableTaskException(
          "%s calls no service by the AWS SDK: callsClient(client) is for optimized and aws-sdk integrations"
              .formatted(request.resource().arn()));
    }
    if (service.pattern() == Pattern.SYNC || service.pattern() == Pattern.SYNC_2) {
      throw new UnanswerableTaskException(
          "%s waits for the end of a job, which a single call of a client does not tell. Mock the Task."
              .formatted(service.arn()));
    }
    return service;
  }

  private static AttemptReply replyTo(
      Resource.Service resource, Integration integration, JsonNode result) {
    if (integration.optimized() && result.path("FailedEntryCount").asInt() > 0) {
      return fails(resource, "EventBridge.FailedEntry", Json.text(result));
    }
    if (integration.optimized() && result.has("FunctionError")) {
      return functionError(resource, result.path("Payload"));
    }
    return resource.pattern() == Pattern.WAIT_FOR_TASK_TOKEN
        ? new AttemptReply.Silence(List.of(), Optional.of(result))
        : AttemptReply.succeeds(result);
  }

  /** A function that failed, which optimized integrations do not take as an answer. */
  private static AttemptReply functionError(Resource.Service resource, JsonNode payload) {
    String cause = Json.text(payload);
    JsonNode type = payload.path("errorType");
    return type.isTextual()
        ? fails(resource, type.textValue(), cause)
        : fails(resource, "Lambda.Unknown", UNKNOWN_ERROR + cause);
  }

  private static AttemptReply fails(Resource.Service resource, String error, String cause) {
    FailedStep step =
        resource.pattern() == Pattern.WAIT_FOR_TASK_TOKEN ? FailedStep.CALL : FailedStep.RUN;
    return new AttemptReply.Fails(error, cause, Duration.ZERO, List.of(), step, Optional.empty());
  }
}
