package io.stepunit.internal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import java.util.Map;
import java.util.Optional;

/**
 * AWS JSON 1.0, the protocol of Step Functions: the one door for clients, whether they call in this
 * process or by a socket.
 *
 * <pre>{@code
 * WireAnswer answer = wire.answer(WireRequest.of(header("X-Amz-Target"), bytes));
 * send(answer.status(), answer.headers(), answer.bytes());
 * }</pre>
 *
 * <p>What the service refuses is an answer of status 400 with {@code __type} and {@code message}.
 * What is wrong with the test is thrown: the environment has remembered the {@link Error} for the
 * end of the test, and who has no caller in this process to throw it to answers with a status of
 * their own choice, which is to be none that SDKs retry.
 *
 * <p>A call does all its work in the thread of the caller. Calls of several threads take turns
 * behind {@link ServiceCalls}, not here.
 */
public final class AwsJson {
  /** The content type of requests and answers. */
  public static final String CONTENT_TYPE = "application/x-amz-json-1.0";

  /** The header of a request that names the operation. */
  public static final String TARGET_HEADER = "X-Amz-Target";

  private static final String TARGET = "AWSStepFunctions.";

  /** The same for each answer, so that what code under test writes down is too. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", CONTENT_TYPE, "x-amzn-RequestId", "00000000-0000-4000-8000-000000000000");

  private final ServiceCalls service;

  /**
   * @param service what answers the calls
   */
  public AwsJson(ServiceCalls service) {
    this.service = service;
  }

  /**
   * Answers a request.
   *
   * @throws Error if it is the test that is wrong: a Task has no mock, an execution waits for what
   *     nobody sends
   */
  public WireAnswer answer(WireRequest request) {
    Optional<String> operation = request.target().flatMap(this::operation);
    if (operation.isEmpty()) {
      return refused(Refusal.unknownOperation(request.target()));
    }
    JsonNode members;
    try {
      members = request.body().isBlank() ? Json.NODES.objectNode() : Json.parseData(request.body());
    } catch (JsonTextException e) {
      return refused(Refusal.unreadable(e));
    }
    try {
      return answer(200, AnswerForm.of(service.call(operation.get(), members)));
    } catch (StepFunctionsException e) {
      return refused(Refusal.of(e));
    }
  }

  private Optional<String> operation(String target) {
    return Optional.of(target)
        .filter(text -> text.startsWith(TARGET))
        .map(text -> text.substring(TARGET.length()))
        .filter(service::knows);
  }

  private static WireAnswer refused(Refusal refusal) {
    return answer(400, refusal.json());
  }

  private static WireAnswer answer(int status, JsonNode body) {
    return new WireAnswer(status, HEADERS, Json.text(body));
  }
}
