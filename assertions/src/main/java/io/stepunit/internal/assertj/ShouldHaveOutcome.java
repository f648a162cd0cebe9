package io.stepunit.internal.assertj;

import io.stepunit.StateResult;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonDifference;
import java.time.Duration;

/**
 * A state that was tested alone had another outcome.
 *
 * @since 0.1.0
 */
public final class ShouldHaveOutcome extends ExecutionMessage {
  private ShouldHaveOutcome(StateResult result, String expectation) {
    super(
        Evidence.of(result),
        "Expecting " + Evidence.of(result).subject() + " " + expectation,
        "but it " + outcome(result),
        "Its input was",
        block(JsonDifference.shortened(result.input())));
  }

  /** The result is not as expected. */
  public static ShouldHaveOutcome shouldHaveOutcome(StateResult result, String expectation) {
    return new ShouldHaveOutcome(result, expectation);
  }

  /** The delay before the retry is not the expected one. */
  public static ShouldHaveOutcome shouldBeRetriedAfter(StateResult result, Duration expected) {
    return new ShouldHaveOutcome(result, "to be retried after " + Durations.text(expected));
  }

  /** What came of the state, to go on a sentence: {@code failed with Busy: 503}. */
  public static String outcome(StateResult result) {
    return switch (result.status()) {
      case SUCCEEDED -> "succeeded" + next(result);
      case FAILED -> "failed" + error(result);
      case RETRIABLE ->
          "failed"
              + error(result)
              + ", to be retried"
              + result.retryIndex().map(index -> " by Retry[" + index + "]").orElse("")
              + result.retryDelay().map(delay -> " after " + Durations.text(delay)).orElse("");
      case CAUGHT_ERROR ->
          "failed"
              + error(result)
              + ", caught"
              + result.catchIndex().map(index -> " by Catch[" + index + "]").orElse("")
              + next(result);
    };
  }

  private static String error(StateResult result) {
    return result.error().map(name -> " with " + name).orElse(" without an error name")
        + result.cause().map(text -> ": " + text).orElse("");
  }

  private static String next(StateResult result) {
    return result.nextState().map(state -> ", next " + state).orElse(", and no state is next");
  }

  /** What to say of a step that the inspection data does not have. */
  public static String notInspected(StateResult result) {
    return result.inspectionData().isEmpty()
        ? "the test asked for no inspection; add .inspection(InspectionLevel.DEBUG)"
        : "the inspection data is " + Json.text(result.inspectionData());
  }
}
