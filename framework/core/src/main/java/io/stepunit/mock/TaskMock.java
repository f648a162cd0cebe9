package io.stepunit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.stepunit.TaskFailure;
import io.stepunit.TaskHandler;
import io.stepunit.internal.aws.AwsSdk;
import io.stepunit.internal.aws.SdkClientHandler;
import io.stepunit.internal.codec.UserJson;
import io.stepunit.internal.expression.ValueAt;
import io.stepunit.internal.shape.MockValidation;
import io.stepunit.internal.spi.AttemptReply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;

/**
 * Says what a mocked Task answers; {@link AnswerSequence} says how often, how slowly and what comes
 * next.
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
 */
public final class TaskMock {
  private final MockDeclaration declaration;
  private final UserJson json;
  private boolean answered;

  TaskMock(MockDeclaration declaration, UserJson json) {
    this.declaration = declaration;
    this.json = json;
  }

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
  public TaskMock whenInput(String path, @Nullable Object expected) {
    ValueAt.path(NullNode.getInstance(), path);
    JsonNode value = expected == null ? NullNode.getInstance() : json.codec().toJson(expected);
    return require(new InputCondition.Value(path, value));
  }

  /**
   * Answers only calls of whose effective input this JSON is a part: objects may have more members
   * than are said here, at any depth; arrays have just these items.
   *
   * @param part JSON: text, a tree, a map, a record
   * @throws IllegalArgumentException if the part is not JSON
   * @throws IllegalStateException if the mock already has an answer
   */
  public TaskMock whenInput(@Nullable Object part) {
    return require(new InputCondition.Part(read(part, "wanted input")));
  }

  /**
   * Answers only calls that satisfy a predicate, which runs on the test's own thread. Whatever it
   * throws aborts the test.
   *
   * <pre>{@code
   * order.mock("Charge").when(call -> call.input().path("amount").asInt() > 100).fails("Card.Declined");
   * }</pre>
   *
   * @throws IllegalStateException if the mock already has an answer
   */
  public TaskMock when(Predicate<TaskCall> predicate) {
    return require(new InputCondition.Test(predicate));
  }

  /**
   * How closely the results of this mock have to follow the service's answer, as far as that is
   * known; else the environment says it, {@link MockValidation#STRICT} by default.
   *
   * <pre>{@code
   * order.mock("RunChild").validation(MockValidation.PRESENT).returns(Map.of("Output", OUTPUT));
   * }</pre>
   *
   * @throws IllegalStateException if the mock already has an answer
   */
  public TaskMock validation(MockValidation mode) {
    declaration.validation(mode);
    return this;
  }

  private TaskMock require(InputCondition condition) {
    declaration.require(condition);
    return this;
  }

  /**
   * Succeeds with a result. For {@code .sync} that is the end of the job, for a callback task or an
   * activity the output that is sent back.
   *
   * @param result JSON: text, a tree, a map, a record; a response of the AWS SDK for Java v2, which
   *     is shown as the Task's kind of integration shows it
   * @throws IllegalArgumentException if the result is not JSON, or none that the service could
   *     answer; see {@link #validation}
   */
  public AnswerSequence returns(@Nullable Object result) {
    if (result != null && AwsSdk.isResponse(result)) {
      return answers(call -> result);
    }
    JsonNode tree = read(result, "result");
    declaration.results().declared(tree);
    return fixed(AttemptReply.succeeds(tree));
  }

  /**
   * Succeeds with a result that stands in a file.
   *
   * @param resourceOrPath a JSON file: a class path resource, or else a file
   * @throws IllegalArgumentException if it is not there, or is not JSON
   */
  public AnswerSequence returnsFile(String resourceOrPath) {
    return returns(ResultFile.read(resourceOrPath));
  }

  /**
   * Succeeds with a result that stands in a file.
   *
   * @throws IllegalArgumentException if it is not there, or is not JSON
   */
  public AnswerSequence returnsFile(Path file) {
    return returns(ResultFile.read(file));
  }

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
  public AnswerSequence returnsPayload(@Nullable Object payload) {
    declaration.requireLambdaInvoke();
    return fixed(AttemptReply.succeeds(LambdaEnvelope.around(read(payload, "payload"))));
  }

  /**
   * Fails with an error that has no cause.
   *
   * @param error the error name that Retry and Catch compare
   */
  public AnswerSequence fails(String error) {
    return fails(error, null);
  }

  /**
   * Fails.
   *
   * @param error the error name that Retry and Catch compare; null for a failure that has none
   * @param cause the cause text; null for a failure that has none
   */
  public AnswerSequence fails(@Nullable String error, @Nullable String cause) {
    return fixed(AttemptReply.fails(error, cause));
  }

  /**
   * Computes the result from the call, on the test's own thread. A {@link TaskFailure} thrown by
   * the answer fails the task; anything else that it throws aborts the test.
   */
  public AnswerSequence answers(Answer answer) {
    return computed((request, run) -> run.answer(request, answer));
  }

  /** Lets any handler reply, a Mockito mock of {@link TaskHandler} for instance. */
  public AnswerSequence handledBy(TaskHandler handler) {
    return computed((request, run) -> run.handle(request, handler));
  }

  /**
   * Sends each call to the service, through a client of the AWS SDK for Java v2: to an engine in
   * the test's own JVM, an emulator, or wherever the client's endpoint is. The request is built
   * from the effective input; the response and the service's exceptions come back as the Task's
   * kind of integration shows them. The call of a {@code .waitForTaskToken} Task is sent, and the
   * Task waits for its token.
   *
   * <pre>{@code
   * order.tasks("dynamodb").via(dynamoDbClient);
   * }</pre>
   *
   * <p>A call costs no virtual time unless {@link AnswerSequence#taking} says so. The client is the
   * test's: nobody closes it here.
   *
   * @param client a synchronous client, such as {@code DynamoDbClient}
   * @throws IllegalArgumentException if it is no synchronous client of a service
   */
  public AnswerSequence via(SdkClient client) {
    return called(SdkClientHandler.of(client)::reply);
  }

  /**
   * Keeps what each call sends, and answers as the service does: for {@code sqs:sendMessage},
   * {@code sns:publish}, {@code events:putEvents} and {@code s3:putObject}.
   *
   * @param outbox the environment's, or one of the test's own
   */
  public AnswerSequence sendsTo(Outbox outbox) {
    return handledBy(outbox);
  }

  /** Never answers: the Task runs into its timeout. */
  public AnswerSequence neverAnswers() {
    return fixed(AttemptReply.silence());
  }

  /**
   * Leaves the answer to the token that the test sends, as a callback task or activity without a
   * mock does in an execution that the test drives by hand.
   *
   * @throws IllegalStateException if the Task is neither a callback task nor an activity
   */
  public AnswerSequence waitsForToken() {
    declaration.requireToken("waitsForToken");
    return fixed(AttemptReply.silence());
  }

  /**
   * Is called back by itself after a virtual time.
   *
   * @param delay from the start of the Task, not negative
   * @throws IllegalStateException if the Task is neither a callback task nor an activity
   */
  public Callback isCalledBackAfter(Duration delay) {
    declaration.requireToken("isCalledBackAfter");
    return new Callback(AnswerSequence.notNegative(delay, "delay of a callback"));
  }

  private JsonNode read(@Nullable Object value, String part) {
    return json.read(value, "The %s of %s".formatted(part, declaration.code()));
  }

  private AnswerSequence fixed(AttemptReply reply) {
    return say(new Step.Source.Fixed(reply));
  }

  private AnswerSequence computed(Step.UserAnswer answer) {
    return say(new Step.Source.Computed(answer));
  }

  /** Lets code of ours call the service that the Task calls. */
  AnswerSequence called(AnswerRun.ServiceCall service) {
    return computed((request, run) -> run.call(request, service));
  }

  private AnswerSequence say(Step.Source source) {
    if (answered) {
      throw new IllegalStateException(
          """
          %s already has an answer here. Continue it with then(), thenReturns(…) or thenFails(…); \
          to replace it, make a new mock."""
              .formatted(declaration.code()));
    }
    answered = true;
    declaration.script().add(Step.of(source));
    return new AnswerSequence(declaration, json);
  }

  /** Computes a result from a call. */
  @FunctionalInterface
  public interface Answer {
    /**
     * The result of one call.
     *
     * @return JSON: text, a tree, a map, a record, null
     * @throws TaskFailure to fail the task
     * @throws Exception anything else aborts the test
     */
    @Nullable Object answer(TaskCall call) throws Exception;
  }

  /** What a scripted callback brings. */
  public final class Callback {
    private final Duration delay;

    private Callback(Duration delay) {
      this.delay = delay;
    }

    /**
     * SendTaskSuccess.
     *
     * @param output JSON: text, a tree, a map, a record
     */
    public AnswerSequence with(@Nullable Object output) {
      return returns(output).taking(delay);
    }

    /** SendTaskFailure; either part may be null, as AWS allows. */
    public AnswerSequence failingWith(@Nullable String error, @Nullable String cause) {
      return fails(error, cause).taking(delay);
    }
  }
}
