package io.stepunit.mock;

import io.stepunit.TaskReply.FailedStep;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Refines the most recent answer of a mock and adds further answers.
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
   * Gives the most recent answer for this many calls.
   *
   * @param times positive
   */
  AnswerSequence times(int times);

  /**
   * Sets the virtual duration of the most recent answer, from the start of the Task; zero by
   * default. A reply of a handler keeps the time that the handler gave it, unless this is set.
   *
   * @param duration not negative
   * @throws IllegalStateException if the answer never comes
   */
  AnswerSequence taking(Duration duration);

  /**
   * Sets a range for the virtual duration of the most recent answer; the seed or the interleaving
   * decides the value, to the millisecond.
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
   * Sends heartbeats at this interval, from the start of the Task until the most recent answer
   * arrives.
   *
   * @param interval virtual time, positive
   * @throws IllegalStateException if the Task is neither a callback task nor an activity, or if the
   *     answer never comes: then say {@link #heartbeatsEvery(Duration, int) how many}
   */
  AnswerSequence heartbeatsEvery(Duration interval);

  /**
   * Sends a number of heartbeats at this interval, from the start of the Task, and none after the
   * most recent answer.
   *
   * @param interval virtual time, positive
   * @param times positive
   * @throws IllegalStateException if the Task is neither a callback task nor an activity
   */
  AnswerSequence heartbeatsEvery(Duration interval, int times);

  /**
   * Sets what the call returns before the most recent answer arrives: the output of TaskSubmitted.
   * An empty object where a test does not say it.
   *
   * @param output JSON: text, a tree, a map, a record
   * @throws IllegalStateException if the Task is neither {@code .sync} nor {@code
   *     .waitForTaskToken}
   */
  AnswerSequence submits(@Nullable Object output);

  /**
   * Sets the step at which the most recent failure happens, {@link FailedStep#RUN} by default.
   *
   * @throws IllegalStateException if the most recent answer is not a failure
   */
  AnswerSequence at(FailedStep failedStep);

  /** Accepts that the mock stays unused, which otherwise fails the test. */
  AnswerSequence lenient();

  /** Continues with the answer to later calls. */
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
  default AnswerSequence thenFails(@Nullable String error) {
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
