package io.stepunit.mock;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.stepunit.internal.codec.UserJson;
import io.stepunit.internal.lambda.LambdaFunction;
import java.time.Duration;

/**
 * Lets the team's real code answer the Tasks that call a Lambda function.
 *
 * <pre>{@code
 * order.lambda("charge-fn").runs(new ChargeHandler());
 * order.lambda("charge-fn").timeout(ofSeconds(30)).runs(new ChargeHandler()).taking(ofSeconds(2));
 * }</pre>
 *
 * <p>The handler runs on the test's own thread, within the environment's limit of real time. It
 * gets a copy of the Task's input (of {@code Payload} with {@code lambda:invoke}) as the class that
 * it declares; its result becomes the Task's, in Lambda's envelope with {@code lambda:invoke}. With
 * {@code .waitForTaskToken} the Task then waits for its token. What the handler throws fails the
 * Task: the error is the exception's class name, the cause the JSON text that Lambda reports, with
 * {@code errorMessage}, {@code errorType}, {@code stackTrace} and, where there is one, {@code
 * cause}. An {@link AssertionError} fails the test instead.
 *
 * <p>The input is read and the result written by {@code
 * com.amazonaws:aws-lambda-java-serialization} if it is on the class path, which is what Lambda's
 * own runtime uses and what event classes such as {@code SQSEvent} need; else by the environment's
 * {@link io.stepunit.JsonCodec}.
 *
 * <p>Needs {@code com.amazonaws:aws-lambda-java-core} on the class path.
 */
public final class LambdaMock {
  /** The longest that Lambda allows. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final TaskMock mock;
  private final UserJson json;
  private final String home;
  private Duration timeout = LONGEST;

  LambdaMock(MockDeclaration declaration, UserJson json, String home) {
    this.mock = new TaskMock(declaration, json);
    this.json = json;
    this.home = home;
  }

  /**
   * The function's time limit, which {@code Context.getRemainingTimeInMillis} counts from; 15
   * minutes where a test does not say it. It ends no handler: the virtual clock stands still while
   * one runs.
   *
   * @param timeout virtual time, positive, at most 15 minutes
   */
  public LambdaMock timeout(Duration timeout) {
    if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "A function's timeout must be positive and at most 15 minutes, but is " + timeout);
    }
    this.timeout = timeout;
    return this;
  }

  /**
   * Answers with a handler whose class says what its input is.
   *
   * @throws IllegalArgumentException if the handler is a lambda expression, which does not say it
   */
  public AnswerSequence runs(RequestHandler<?, ?> handler) {
    return runs(LambdaFunction.of(handler));
  }

  /**
   * Answers with a handler given as a lambda expression.
   *
   * @param input the class that the Task's input is read as
   */
  public <I> AnswerSequence runs(Class<I> input, RequestHandler<I, ?> handler) {
    return runs(LambdaFunction.of(input, handler));
  }

  /** Answers with a handler that reads and writes JSON itself. */
  public AnswerSequence runs(RequestStreamHandler handler) {
    return runs(LambdaFunction.of(handler));
  }

  private AnswerSequence runs(LambdaFunction function) {
    return mock.called(new LambdaTask(function, home, timeout, json.codec())::reply);
  }
}
