package io.stepunit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.MockValidation;
import io.stepunit.TaskFailure;
import io.stepunit.TaskHandler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;

/**
 * Defines how a mocked Task responds; {@link AnswerSequence} adds how often, how slowly and what
 * comes next.
 *
 * <pre>{@code
 * order.mock("Charge").returns(Map.of("paid", true));
 * order.mock("Charge").fails("Gateway.Busy", "503").times(2).thenReturns(PAID).taking(ofSeconds(3));
 * order.mock("AwaitApproval").isCalledBackAfter(ofHours(2)).with(Map.of("by", "kim"));
 * }</pre>
 *
 * <p>Wherever JSON is asked for it may be JSON text, a {@link JsonNode}, a map, a list, a record, a
 * bean or null. What does not fit the mocked Task, such as a callback for a Task that has none, is
 * refused at once with an {@link IllegalStateException}.
 *
 * @since 0.1.0
 */
public interface TaskMock {
  /**
   * Answers only calls whose effective input has this value at a path. Several conditions have to
   * hold together.
   *
   * <pre>{@code
   * order.mock("Charge").returns(PAID);
   * order.mock("Charge").whenInput("$.amount", 12).fails("Card.Declined");
   * }</pre>
   *
   * @param path JSONPath: {@code $}, or what begins with {@code $.} or {@code $[}
   * @param expected the value; a String is a JSON string; numbers compare by value
   * @throws IllegalArgumentException if the path is not a JSONPath
   * @throws IllegalStateException if the mock already has an answer
   */
  TaskMock whenInput(String path, @Nullable Object expected);

  /**
   * Answers only calls whose effective input contains this JSON: objects may have more members, at
   * any depth; arrays must have exactly these items.
   *
   * @param part JSON: text, a tree, a map, a record
   * @throws IllegalArgumentException if the part is not JSON
   * @throws IllegalStateException if the mock already has an answer
   */
  TaskMock whenInput(@Nullable Object part);

  /**
   * Answers only calls that satisfy a predicate, which runs on the test's own thread. Whatever it
   * throws aborts the test.
   *
   * <pre>{@code
   * order.mock("Charge").whenCall(call -> call.input().path("amount").asInt() > 100).fails("Card.Declined");
   * }</pre>
   *
   * @throws IllegalStateException if the mock already has an answer
   */
  TaskMock whenCall(Predicate<TaskCall> predicate);

  /**
   * Sets how strictly the results of this mock are validated; the default is the environment's
   * setting.
   *
   * <pre>{@code
   * order.mock("RunChild").validation(MockValidation.PRESENT).returns(Map.of("Output", OUTPUT));
   * }</pre>
   *
   * @throws IllegalStateException if the mock already has an answer
   */
  TaskMock validation(MockValidation mode);

  /**
   * Succeeds with a result. For {@code .sync} that is the end of the job, for a callback task or an
   * activity the output that is sent back.
   *
   * @param result JSON: text, a tree, a map, a record; a response of the AWS SDK for Java v2, which
   *     is shown as the Task's kind of integration shows it
   * @throws IllegalArgumentException if the result is not JSON, or none that the service could
   *     answer; see {@link #validation}
   */
  AnswerSequence returns(@Nullable Object result);

  /**
   * Succeeds with a result read from a file.
   *
   * @param resourceOrPath a JSON file: a class path resource, or else a file
   * @throws IllegalArgumentException if it is not there, or is not JSON
   */
  AnswerSequence returnsFile(String resourceOrPath);

  /**
   * Succeeds with a result read from a file.
   *
   * @throws IllegalArgumentException if it is not there, or is not JSON
   */
  AnswerSequence returnsFile(Path file);

  /**
   * Succeeds as {@code lambda:invoke} does when the function returns this payload: {@code
   * {"ExecutedVersion": …, "Payload": …, "SdkHttpMetadata": …, "SdkResponseMetadata": …,
   * "StatusCode": 200}}.
   *
   * @param payload what the function returns, JSON
   * @throws IllegalArgumentException if the payload is not JSON
   * @throws IllegalStateException if the Task is not a {@code lambda:invoke} that waits for its
   *     answer
   */
  AnswerSequence returnsPayload(@Nullable Object payload);

  /**
   * Fails with an error that has no cause.
   *
   * @param error the error name that Retry and Catch compare
   */
  default AnswerSequence fails(@Nullable String error) {
    return fails(error, null);
  }

  /**
   * Fails.
   *
   * @param error the error name that Retry and Catch compare; null for a failure that has none
   * @param cause the cause text; null for a failure that has none
   */
  AnswerSequence fails(@Nullable String error, @Nullable String cause);

  /**
   * Computes the result from the call, on the test's own thread. A {@link TaskFailure} thrown by
   * the answer fails the task; anything else that it throws aborts the test.
   */
  AnswerSequence answers(Answer answer);

  /** Answers with a handler, for instance a Mockito mock of {@link TaskHandler}. */
  AnswerSequence handledBy(TaskHandler handler);

  /**
   * Sends each call to the service through an AWS SDK for Java v2 client, for example to an
   * emulator. The request is built from the effective input; the response and the service's
   * exceptions come back as the Task's kind of integration shows them. The call of a {@code
   * .waitForTaskToken} Task is sent, and the Task waits for its token.
   *
   * <pre>{@code
   * order.mockService("dynamodb").callsClient(dynamoDbClient);
   * }</pre>
   *
   * <p>A call costs no virtual time unless {@link AnswerSequence#taking} says so. The client is the
   * test's: nobody closes it here.
   *
   * @param client a synchronous client, such as {@code DynamoDbClient}
   * @throws IllegalArgumentException if it is no synchronous client of a service
   */
  AnswerSequence callsClient(SdkClient client);

  /**
   * Keeps what each call sends in an outbox, and answers as the service does: for {@code
   * sqs:sendMessage}, {@code sns:publish}, {@code events:putEvents} and {@code s3:putObject}.
   *
   * @param outbox the environment's, or one of the test's own
   */
  AnswerSequence capturedBy(Outbox outbox);

  /** Never answers, so that the Task times out. */
  AnswerSequence neverAnswers();

  /**
   * Waits for the callback that the test sends, like a callback Task or activity without a mock.
   *
   * @throws IllegalStateException if the Task is neither a callback task nor an activity
   */
  AnswerSequence waitsForToken();

  /**
   * Receives a callback after a virtual time.
   *
   * @param delay from the start of the Task, not negative
   * @throws IllegalStateException if the Task is neither a callback task nor an activity
   */
  Callback isCalledBackAfter(Duration delay);

  /**
   * Computes a result from a call.
   *
   * @since 0.1.0
   */
  @FunctionalInterface
  interface Answer {
    /**
     * The result of one call.
     *
     * @return JSON: text, a tree, a map, a record, null
     * @throws TaskFailure to fail the task
     * @throws Exception anything else aborts the test
     */
    @Nullable Object answer(TaskCall call) throws Exception;
  }

  /**
   * Defines what a scripted callback sends.
   *
   * @since 0.1.0
   */
  interface Callback {
    /**
     * Sends SendTaskSuccess.
     *
     * @param output JSON: text, a tree, a map, a record
     */
    AnswerSequence with(@Nullable Object output);

    /** Sends SendTaskFailure; either part may be null, as AWS allows. */
    AnswerSequence failingWith(@Nullable String error, @Nullable String cause);
  }
}
