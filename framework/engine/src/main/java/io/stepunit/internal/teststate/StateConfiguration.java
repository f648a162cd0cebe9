package io.stepunit.internal.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What happened to the state before: the {@code stateConfiguration} of TestState.
 *
 * @param retrierRetryCount how many retries the Retrier that matches has had
 * @param mapIterationFailureCount how many iterations of the Map failed
 * @param mapItemReaderData what the Map's ItemReader read
 * @param errorCausedByState the state inside of the Parallel or Map that the error comes from
 */
public record StateConfiguration(
    int retrierRetryCount,
    Optional<Integer> mapIterationFailureCount,
    Optional<JsonNode> mapItemReaderData,
    Optional<String> errorCausedByState) {
  /** Nothing happened before. */
  public static final StateConfiguration NONE =
      new StateConfiguration(0, Optional.empty(), Optional.empty(), Optional.empty());

  /** The same with a count of retries. */
  public StateConfiguration withRetrierRetryCount(int count) {
    return new StateConfiguration(
        count, mapIterationFailureCount, mapItemReaderData, errorCausedByState);
  }

  /** The same with a count of failed iterations. */
  public StateConfiguration withMapIterationFailureCount(int count) {
    return new StateConfiguration(
        retrierRetryCount, Optional.of(count), mapItemReaderData, errorCausedByState);
  }

  /** The same with the data of an ItemReader. */
  public StateConfiguration withMapItemReaderData(JsonNode data) {
    return new StateConfiguration(
        retrierRetryCount, mapIterationFailureCount, Optional.of(data), errorCausedByState);
  }

  /** The same with the origin of an error. */
  public StateConfiguration withErrorCausedByState(String state) {
    return new StateConfiguration(
        retrierRetryCount, mapIterationFailureCount, mapItemReaderData, Optional.of(state));
  }
}
