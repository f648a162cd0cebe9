package io.stepunit.mock;

import io.stepunit.TaskReply.FailedStep;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a mock said so far: says more about the last one, and what comes after it.
 *
 * <p>A mock counts the calls that it answers within one execution, over retries, loops and
 * iterations; each execution starts with the first answer. An answer is given once if another
 * follows; the last is repeated for ever. {@link #times} gives an answer a number of its own; where
 * the last one has it, a call past the end aborts the test.
 *
 * @since 0.1.0
 */
public interface AnswerSequence {
  /**
   * The answer said last is given for this many calls.
   *
   * @param times positive
   */
  AnswerSequence times(int times);

  /**
   * The virtual time that the answer said last takes, from the start of the Task; zero by default.
   * A reply of a handler keeps the time that the handler gave it, unless this is said.
   *
   * @param duration not negative
   * @throws IllegalStateException if the answer never comes
   */
  AnswerSequence taking(Duration duration);

  /**
   * The virtual time that the last answer takes lies somewhere in a range: the seed decides where,
   * to the millisecond, or the order in which the test is run.
   *
   * <pre>{@code
   * stock.mock("Reserve").returns(RESERVED).takingBetween(ofMillis(50), ofSeconds(2));
   * }</pre>
   *
   * @param shortest included, not negative
   * @param longest included
   * @throws IllegalArgumentException if the longest is shorter, or the range over 24 days wide
   */
  AnswerSequence takingBetween(Duration shortest, Duration longest);

  /**
   * Heartbeats at each interval from the start of the Task until the answer said last comes.
   *
   * @param interval virtual time, positive
   * @throws IllegalStateException if the Task is neither a callback task nor an activity, or if the
   *     answer never comes: then say {@link #heartbeatsEvery(Duration, int) how many}
   */
  AnswerSequence heartbeatsEvery(Duration interval);

  /**
   * A number of heartbeats at each interval from the start of the Task, and none after the answer
   * said last.
   *
   * @param interval virtual time, positive
   * @param times positive
   * @throws IllegalStateException if the Task is neither a callback task nor an activity
   */
  AnswerSequence heartbeatsEvery(Duration interval, int times);

  /**
   * What the call itself returns before the answer said last comes: the output of TaskSubmitted. An
   * empty object where a test does not say it.
   *
   * @param output JSON: text, a tree, a map, a record
   * @throws IllegalStateException if the Task is neither {@code .sync} nor {@code
   *     .waitForTaskToken}
   */
  AnswerSequence submits(@Nullable Object output);

  /**
   * The step at which the failure said last happens, {@link FailedStep#RUN} by default.
   *
   * @throws IllegalStateException if the answer said last is no failure
   */
  AnswerSequence at(FailedStep failedStep);

  /** The mock may stay unused; otherwise an unused mock fails the test. */
  AnswerSequence lenient();

  /** The answer to the calls after those said so far. */
  TaskMock then();

  /** Short for {@code then().returns(result)}. */
  default AnswerSequence thenReturns(@Nullable Object result) {
    return then().returns(result);
  }

  /** Short for {@code then().returnsPayload(payload)}. */
  default AnswerSequence thenReturnsPayload(@Nullable Object payload) {
    return then().returnsPayload(payload);
  }

  /** Short for {@code then().fails(error)}. */
  default AnswerSequence thenFails(String error) {
    return then().fails(error);
  }

  /** Short for {@code then().fails(error, cause)}. */
  default AnswerSequence thenFails(@Nullable String error, @Nullable String cause) {
    return then().fails(error, cause);
  }

  /** Short for {@code then().answers(answer)}. */
  default AnswerSequence thenAnswers(TaskMock.Answer answer) {
    return then().answers(answer);
  }
}
