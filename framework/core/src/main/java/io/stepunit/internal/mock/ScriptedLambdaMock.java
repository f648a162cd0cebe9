package io.stepunit.internal.mock;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.stepunit.internal.codec.UserJson;
import io.stepunit.internal.lambda.LambdaFunction;
import io.stepunit.mock.AnswerSequence;
import io.stepunit.mock.LambdaMock;
import java.time.Duration;
import java.util.Objects;

/** Answers the calls of a Lambda function with a handler. */
final class ScriptedLambdaMock implements LambdaMock {
  /** The longest that Lambda allows. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final ScriptedTaskMock mock;
  private final UserJson json;
  private final String home;
  private Duration timeout = LONGEST;

  ScriptedLambdaMock(DeclaredMock declaration, UserJson json, String home) {
    this.mock = new ScriptedTaskMock(declaration, json);
    this.json = json;
    this.home = home;
  }

  @Override
  public LambdaMock timeout(Duration timeout) {
    Objects.requireNonNull(timeout, "timeout");
    if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "A function's timeout must be positive and at most 15 minutes, but is " + timeout);
    }
    this.timeout = timeout;
    return this;
  }

  @Override
  public AnswerSequence handledBy(RequestHandler<?, ?> handler) {
    Objects.requireNonNull(handler, "handler");
    return handledBy(LambdaFunction.of(handler));
  }

  @Override
  public <I> AnswerSequence handledBy(Class<I> input, RequestHandler<I, ?> handler) {
    Objects.requireNonNull(handler, "handler");
    Objects.requireNonNull(input, "input");
    return handledBy(LambdaFunction.of(input, handler));
  }

  @Override
  public AnswerSequence handledBy(RequestStreamHandler handler) {
    Objects.requireNonNull(handler, "handler");
    return handledBy(LambdaFunction.of(handler));
  }

  private AnswerSequence handledBy(LambdaFunction function) {
    return mock.called(new LambdaTask(function, home, timeout, json.codec())::reply);
  }
}
