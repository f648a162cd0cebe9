package io.stepunit.internal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.api.StepFunctionsException;

/** The operations that {@link AwsJson} makes available. */
public interface ServiceCalls {
  /**
   * Whether there is an operation.
   *
   * @param operation its name: {@code StartExecution}
   */
  boolean knows(String operation);

  /**
   * Calls an operation.
   *
   * @param operation one that is known
   * @param request its members, in camel case
   * @return the answer's members, in camel case; times are ISO-8601 text
   * @throws StepFunctionsException if the service refuses the call
   * @throws Error if it is the test that is wrong: a Task has no mock, an execution waits for what
   *     nobody sends
   */
  JsonNode call(String operation, JsonNode request);
}
