package io.stepunit.internal.mock;

import io.stepunit.TaskReply.FailedStep;
import io.stepunit.internal.codec.UserJson;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.time.TimeRange;
import io.stepunit.mock.AnswerSequence;
import io.stepunit.mock.TaskMock;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Refines the last answer in the script of a mock. */
final class ScriptedAnswers implements AnswerSequence {
  private static final Duration WIDEST = Duration.ofDays(24);

  private final DeclaredMock declaration;
  private final UserJson json;

  ScriptedAnswers(DeclaredMock declaration, UserJson json) {
    this.declaration = declaration;
    this.json = json;
  }

  @Override
  public AnswerSequence times(int times) {
    positive(times, "times");
    return refine(step -> step.withTimes(times));
  }

  @Override
  public AnswerSequence taking(Duration duration) {
    Objects.requireNonNull(duration, "duration");
    return taking(Delay.exactly(notNegative(duration, "time that an answer takes")));
  }

  @Override
  public AnswerSequence takingBetween(Duration shortest, Duration longest) {
    Objects.requireNonNull(longest, "longest");
    Objects.requireNonNull(shortest, "shortest");
    notNegative(shortest, "shortest time that an answer takes");
    TimeRange.checked(longest, "The longest time that an answer takes");
    Duration width = longest.minus(shortest);
    if (width.isNegative() || width.compareTo(WIDEST) > 0) {
      throw new IllegalArgumentException(
          "An answer takes from %s to %s: expected the shortest time first, and at most 24 days between them."
              .formatted(shortest, longest));
    }
    return taking(new Delay(shortest, longest));
  }

  private AnswerSequence taking(Delay delay) {
    return refine(
        step -> {
          requireAnswer(step, ", so that answer takes no time");
          return step.withDelay(delay);
        });
  }

  @Override
  public AnswerSequence heartbeatsEvery(Duration interval) {
    Objects.requireNonNull(interval, "interval");
    return refine(
        step -> {
          requireAnswer(step, ": say how many heartbeats come, heartbeatsEvery(interval, times)");
          return step.withHeartbeats(heartbeats(interval, OptionalInt.empty()));
        });
  }

  @Override
  public AnswerSequence heartbeatsEvery(Duration interval, int times) {
    Objects.requireNonNull(interval, "interval");
    positive(times, "heartbeats");
    Heartbeats heartbeats = heartbeats(interval, OptionalInt.of(times));
    return refine(step -> step.withHeartbeats(heartbeats));
  }

  @Override
  public AnswerSequence submits(@Nullable Object output) {
    declaration.require(TaskFit.SUBMISSION, "submits");
    var tree = json.read(output, "What " + declaration.code() + " submits");
    return refine(step -> step.withSubmitted(tree));
  }

  @Override
  public AnswerSequence at(FailedStep failedStep) {
    Objects.requireNonNull(failedStep, "failedStep");
    return refine(step -> failingAt(step, failedStep));
  }

  private Step failingAt(Step step, FailedStep failedStep) {
    if (step.source() instanceof Step.Source.Fixed fixed
        && fixed.reply() instanceof AttemptReply.Fails fails) {
      return step.withSource(new Step.Source.Fixed(fails.at(HandlerReplies.internal(failedStep))));
    }
    throw new IllegalStateException(
        "%s does not fail there: at(%s) belongs after fails(…)"
            .formatted(declaration.code(), failedStep));
  }

  @Override
  public TaskMock then() {
    declaration.script().begin("Say the next answer after then(), or leave then() out.");
    return new ScriptedTaskMock(declaration, json);
  }

  @Override
  public AnswerSequence lenient() {
    declaration.makeLenient();
    return this;
  }

  private AnswerSequence refine(UnaryOperator<Step> change) {
    declaration.script().refineLast(change);
    return this;
  }

  private void requireAnswer(Step step, String consequence) {
    if (step.isSilent()) {
      throw new IllegalStateException(
          "%s never answers there%s".formatted(declaration.code(), consequence));
    }
  }

  private Heartbeats heartbeats(Duration interval, OptionalInt times) {
    declaration.require(TaskFit.TOKEN, "heartbeatsEvery");
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException(
          "The interval of heartbeats must be positive, but is " + interval);
    }
    TimeRange.checked(interval, "The interval of heartbeats");
    return new Heartbeats(interval, times);
  }

  static Duration notNegative(Duration duration, String what) {
    return TimeRange.checked(duration, "The " + what);
  }

  private static void positive(int number, String what) {
    if (number < 1) {
      throw new IllegalArgumentException(
          "The number of " + what + " must be positive, but is " + number);
    }
  }
}
