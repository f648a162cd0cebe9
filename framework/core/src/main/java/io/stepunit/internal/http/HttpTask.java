package io.stepunit.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.engine.limit.PayloadSize;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptReply.FailedStep;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.UnanswerableTaskException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends a Task's request to one server and waits for the response, on the caller's thread. Follows
 * no redirect and uses no proxy, so that no other host is ever asked.
 */
public final class HttpTask {
  /** The service's own limit. */
  private static final Duration VIRTUAL_LIMIT = Duration.ofSeconds(60);

  private static final String RUNTIME = "States.Runtime";

  /** Where an ARN has its region. */
  private static final int REGION = 3;

  private final ServerAddress target;
  private final Connection connection;
  private final Duration realLimit;
  private final HttpClient client;

  /**
   * @param realLimit the real time that a response may take; stands for the service's 60 seconds
   */
  public HttpTask(ServerAddress target, Connection connection, Duration realLimit) {
    this.target = target;
    this.connection = connection;
    this.realLimit = realLimit;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
  }

  /** Whether a resource is one that requests are sent for. */
  public static boolean sends(Resource resource) {
    return integration(resource).isPresent();
  }

  private static Optional<HttpIntegration> integration(Resource resource) {
    if (!(resource instanceof Resource.Service service) || !service.action().equals("invoke")) {
      return Optional.empty();
    }
    return switch (service.service()) {
      case "http" -> Optional.of(HttpIntegration.HTTP);
      case "apigateway" -> Optional.of(HttpIntegration.API_GATEWAY);
      default -> Optional.empty();
    };
  }

  /**
   * Sends one attempt of a Task.
   *
   * @param refused is told the response by which a server fails the Task
   * @throws UnanswerableTaskException if the effective input is no request
   */
  public AttemptReply reply(AttemptRequest request, Consumer<Throwable> refused)
      throws InterruptedException {
    HttpIntegration integration = integration(request.resource()).orElseThrow();
    try {
      OutgoingRequest outgoing =
          integration.request(new Parameters(request.input()), connection, region(request));
      HttpResponse<ReceivedBody> response = send(outgoing.to(target));
      if (isError(response)) {
        refused.accept(
            new ErrorResponse(response.statusCode(), response.body().text(), connection));
      }
      return replyTo(integration, request.resource(), response);
    } catch (MergeException e) {
      return fails(RUNTIME, e.getMessage(), Duration.ZERO);
    } catch (RequestException e) {
      throw new UnanswerableTaskException(
          "The Task '%s' cannot be sent as a request. %s."
              .formatted(request.state(), e.getMessage()),
          e);
    } catch (TimeoutException e) {
      String cause =
          "No response from %s within 60 seconds (%s ms of real time)"
              .formatted(target.base(), realLimit.toMillis());
      return fails(integration.connectionError(), cause, VIRTUAL_LIMIT);
    } catch (IOException e) {
      String cause = "The request to %s failed: %s".formatted(target.base(), SocketProblem.of(e));
      return fails(integration.connectionError(), cause, Duration.ZERO);
    }
  }

  /** Waits for all of the response: the client's own limit ends with its headers. */
  private HttpResponse<ReceivedBody> send(HttpRequest request)
      throws IOException, InterruptedException, TimeoutException {
    CompletableFuture<HttpResponse<ReceivedBody>> response =
        client.sendAsync(request, LimitedBody::of);
    try {
      return response.get(TimeUnit.NANOSECONDS.convert(realLimit), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException problem) {
        throw problem;
      }
      throw new IllegalStateException("The request cannot be sent", e.getCause());
    } finally {
      response.cancel(true);
    }
  }

  private static String region(AttemptRequest request) {
    return request.stateMachineArn().split(":", -1)[REGION];
  }

  private static AttemptReply replyTo(
      HttpIntegration integration, Resource resource, HttpResponse<ReceivedBody> response) {
    if (isError(response)) {
      int status = response.statusCode();
      return fails(
          integration.statusError(status),
          integration.statusCause(status, response.body().text()).orElse(null),
          Duration.ZERO);
    }
    Optional<String> unsupported = ResponseContent.unsupported(response.headers());
    if (unsupported.isPresent()) {
      return fails(RUNTIME, unsupported.get(), Duration.ZERO);
    }
    if (!response.body().complete()) {
      return tooLarge(resource);
    }
    JsonNode envelope = HttpAnswers.envelope(response);
    return waitsForToken(resource)
        ? new AttemptReply.Silence(List.of(), Optional.of(envelope))
        : AttemptReply.succeeds(envelope);
  }

  private static boolean isError(HttpResponse<?> response) {
    return response.statusCode() < 200 || response.statusCode() > 299;
  }

  /** As the engine fails any Task whose result is too large. */
  private static AttemptReply tooLarge(Resource resource) {
    String service = resource instanceof Resource.Service called ? called.service() : "";
    StatesError error = PayloadSize.taskResultExceeded(service);
    return AttemptReply.fails(error.name(), error.cause());
  }

  private static boolean waitsForToken(Resource resource) {
    return resource instanceof Resource.Service service
        && service.pattern() == Resource.Pattern.WAIT_FOR_TASK_TOKEN;
  }

  private static AttemptReply fails(String error, @Nullable String cause, Duration after) {
    return new AttemptReply.Fails(
        error, cause, after, List.of(), FailedStep.CALL, Optional.empty());
  }
}
