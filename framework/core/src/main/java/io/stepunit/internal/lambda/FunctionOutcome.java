package io.stepunit.internal.lambda;

import com.fasterxml.jackson.databind.JsonNode;

/** What an invocation ended with. */
public sealed interface FunctionOutcome {
  /** The handler returned. */
  record Returned(JsonNode payload) implements FunctionOutcome {}

  /**
   * The handler failed.
   *
   * @param errorType the class of what it threw, the error name that Retry and Catch compare
   * @param error what Lambda reports: {@code {"errorMessage": …, "errorType": …, "stackTrace":
   *     […]}}
   * @param thrown what it threw
   */
  record Failed(String errorType, JsonNode error, Throwable thrown) implements FunctionOutcome {}
}
