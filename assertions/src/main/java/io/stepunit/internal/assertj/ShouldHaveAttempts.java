package io.stepunit.internal.assertj;

import io.stepunit.history.Attempt;
import io.stepunit.history.StateVisit;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A visit had other attempts, or other delays between them.
 *
 * @since 0.1.0
 */
public final class ShouldHaveAttempts extends ExecutionMessage {
  private ShouldHaveAttempts(Evidence evidence, StateVisit visit, String... lines) {
    super(evidence, String.join("\n", lines), attempts(visit));
  }

  /** The number of attempts is another one. */
  public static ShouldHaveAttempts shouldHaveAttempts(
      Evidence evidence, StateVisit visit, int expected) {
    return new ShouldHaveAttempts(
        evidence,
        visit,
        "Expecting " + evidence.subject() + " to have " + count(expected),
        "but it had " + count(visit.attempts().size()));
  }

  /** The delays before the retries are others. */
  public static ShouldHaveAttempts shouldHaveRetryDelays(
      Evidence evidence, StateVisit visit, List<Duration> expected) {
    return new ShouldHaveAttempts(
        evidence,
        visit,
        "Expecting " + evidence.subject() + " to have the retry delays",
        block(Durations.text(expected)),
        "but they were",
        block(Durations.text(visit.retryDelays())));
  }

  private static String count(int attempts) {
    return attempts == 1 ? "1 attempt" : attempts + " attempts";
  }

  private static String attempts(StateVisit visit) {
    return visit.attempts().stream()
        .map(ShouldHaveAttempts::attempt)
        .collect(Collectors.joining("\n"));
  }

  private static String attempt(Attempt attempt) {
    String outcome =
        attempt.failed()
            ? "failed with " + attempt.error().orElse("an error without name")
            : attempt.endedAt().isPresent() ? "succeeded" : "did not end";
    return "  attempt "
        + attempt.number()
        + " "
        + outcome
        + attempt.endedAt().map(end -> " after " + Durations.text(attempt.duration())).orElse("");
  }
}
