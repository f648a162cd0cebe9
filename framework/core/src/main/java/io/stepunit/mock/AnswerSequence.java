package io.stepunit.mock;

import io.stepunit.TaskReply.FailedStep;
import io.stepunit.internal.codec.UserJson;
import io.stepunit.internal.spi.AttemptReply;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a mock said so far: says more about the last one, and what comes after it.
 *
 * <p>A mock counts the calls that it answers within one execution, over retries, loops and
 * iterations; each execution starts with the first answer. An answer is given once if another
 * follows; the last is repeated for ever. {@link #times} gives an answer a number of its own; where
 * the last one has it, a call past the end aborts the test.
 */
public final class AnswerSequence {
  private static final Duration WIDEST = Duration.ofDays(24);

  private final MockDeclaration declaration;
  private final UserJson json;

  AnswerSequence(MockDeclaration declaration, UserJson json) {
    this.declaration = declaration;
    this.json = json;
  }

  /**
   * The answer said last is given for this many calls.
   *
   * @param times positive
   */
  public AnswerSequence times(int times) {
    positive(times, "times");
    declaration.script().refineLast(step -> step.withTimes(times));
    return this;
  }

  /**
   * The virtual time that the answer said last takes, from the start of the Task; zero by default.
   * A reply of a handler keeps the time that the handler gave it, unless this is said.
   *
   * @param duration not negative
   * @throws IllegalStateException if the answer never comes
   */
  public AnswerSequence taking(Duration duration) {
    return taking(Taking.exactly(notNegative(duration, "time that an answer takes")));
  }

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
  public AnswerSequence takingBetween(Duration shortest, Duration longest) {
    notNegative(shortest, "shortest time that an answer takes");
    Duration width = longest.minus(shortest);
    if (width.isNegative() || width.compareTo(WIDEST) > 0) {
      throw new IllegalArgumentException(
          "An answer takes from %s to %s: expected the shortest time first, and at most 24 days between them."
              .formatted(shortest, longest));
    }
    return taking(new Taking(shortest, longest));
  }

  private AnswerSequence taking(Taking time) {
    declaration
        .script()
        .refineLast(
            step -> {
              if (step.isSilent()) {
                throw new IllegalStateException(
                    "%s never answers there, so that answer takes no time"
                        .formatted(declaration.code()));
              }
              return step.withTaking(time);
            });
    return this;
  }

  /**
   * Heartbeats at each interval from the start of the Task until the answer said last comes.
   *
   * @param interval virtual time, positive
   * @throws IllegalStateException if the Task is neither a callback task nor an activity, or if the
   *     answer never comes: then say {@link #heartbeatsEvery(Duration, int) how many}
   */
  public AnswerSequence heartbeatsEvery(Duration interval) {
    declaration
        .script()
        .refineLast(
            step -> {
              if (step.isSilent()) {
                throw new IllegalStateException(
                    "%s never answers there: say how many heartbeats come, heartbeatsEvery(interval, times)"
                        .formatted(declaration.code()));
              }
              return step.withHeartbeats(heartbeats(interval, OptionalInt.empty()));
            });
    return this;
  }

  /**
   * A number of heartbeats at each interval from the start of the Task, and none after the answer
   * said last.
   *
   * @param interval virtual time, positive
   * @param times positive
   * @throws IllegalStateException if the Task is neither a callback task nor an activity
   */
  public AnswerSequence heartbeatsEvery(Duration interval, int times) {
    positive(times, "heartbeats");
    Heartbeats heartbeats = heartbeats(interval, OptionalInt.of(times));
    declaration.script().refineLast(step -> step.withHeartbeats(heartbeats));
    return this;
  }

  /**
   * What the call itself returns before the answer said last comes: the output of TaskSubmitted. An
   * empty object where a test does not say it.
   *
   * @param output JSON: text, a tree, a map, a record
   * @throws IllegalStateException if the Task is neither {@code .sync} nor {@code
   *     .waitForTaskToken}
   */
  public AnswerSequence submits(@Nullable Object output) {
    declaration.requireSubmission();
    var tree = json.read(output, "What " + declaration.code() + " submits");
    declaration.script().refineLast(step -> step.withSubmitted(tree));
    return this;
  }

  /**
   * The step at which the failure said last happens, {@link FailedStep#RUN} by default.
   *
   * @throws IllegalStateException if the answer said last is no failure
   */
  public AnswerSequence at(FailedStep failedStep) {
    declaration.script().refineLast(step -> failingAt(step, failedStep));
    return this;
  }

  private Step failingAt(Step step, FailedStep failedStep) {
    if (step.source() instanceof Step.Source.Fixed fixed
        && fixed.reply() instanceof AttemptReply.Fails fails) {
      return step.withSource(new Step.Source.Fixed(fails.at(Replies.internal(failedStep))));
    }
    throw new IllegalStateException(
        "%s does not fail there: at(%s) belongs after fails(…)"
            .formatted(declaration.code(), failedStep));
  }

  /** The answer to the calls after those said so far. */
  public TaskMock then() {
    return new TaskMock(declaration, json);
  }

  /** Short for {@code then().returns(result)}. */
  public AnswerSequence thenReturns(@Nullable Object result) {
    return then().returns(result);
  }

  /** Short for {@code then().returnsPayload(payload)}. */
  public AnswerSequence thenReturnsPayload(@Nullable Object payload) {
    return then().returnsPayload(payload);
  }

  /** Short for {@code then().fails(error)}. */
  public AnswerSequence thenFails(String error) {
    return then().fails(error);
  }

  /** Short for {@code then().fails(error, cause)}. */
  public AnswerSequence thenFails(@Nullable String error, @Nullable String cause) {
    return then().fails(error, cause);
  }

  /** Short for {@code then().answers(answer)}. */
  public AnswerSequence thenAnswers(TaskMock.Answer answer) {
    return then().answers(answer);
  }

  /** The mock may stay unused; otherwise an unused mock fails the test. */
  public AnswerSequence lenient() {
    declaration.makeLenient();
    return this;
  }

  private Heartbeats heartbeats(Duration interval, OptionalInt times) {
    declaration.requireToken("heartbeatsEvery");
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException(
          "The interval of heartbeats must be positive, but is " + interval);
    }
    return new Heartbeats(interval, times);
  }

  static Duration notNegative(Duration duration, String what) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("The " + what + " is negative: " + duration);
    }
    return duration;
  }

  private static void positive(int number, String what) {
    if (number < 1) {
      throw new IllegalArgumentException(
          "The number of " + what + " must be positive, but is " + number);
    }
  }
}
