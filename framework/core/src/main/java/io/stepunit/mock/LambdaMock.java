package io.stepunit.mock;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Duration;

/**
 * Runs real handler code for the Tasks that call a Lambda function.
 *
 * <pre>{@code
 * order.lambda("charge-fn").handledBy(new ChargeHandler());
 * order.lambda("charge-fn").timeout(ofSeconds(30)).handledBy(new ChargeHandler()).taking(ofSeconds(2));
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
 *
 * @since 0.1.0
 */
public interface LambdaMock {
  /**
   * Sets the function's timeout, from which {@code Context.getRemainingTimeInMillis} counts down;
   * 15 minutes by default. It ends no handler: the virtual clock stands still while one runs.
   *
   * @param timeout virtual time, positive, at most 15 minutes
   * @throws IllegalArgumentException if it is not
   */
  LambdaMock timeout(Duration timeout);

  /**
   * Answers with a handler whose class declares its input type.
   *
   * @throws IllegalArgumentException if the handler is a lambda expression, which does not say it
   */
  AnswerSequence handledBy(RequestHandler<?, ?> handler);

  /**
   * Answers with a handler given as a lambda expression.
   *
   * @param input the class that the Task's input is read as
   */
  <I> AnswerSequence handledBy(Class<I> input, RequestHandler<I, ?> handler);

  /** Answers with a handler that reads and writes JSON itself. */
  AnswerSequence handledBy(RequestStreamHandler handler);
}
