package io.stepunit.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.util.List;

/**
 * A request that Step Functions does not send.
 *
 * @param request the effective parameters
 * @param problems what is wrong with it, in Step Functions' words
 * @param origins which expressions made what is wrong, in our words, a line each
 * @param tolerated whether the Task is called all the same
 */
public record Unsendable(
    JsonNode request, List<String> problems, List<String> origins, boolean tolerated) {
  /** The cause that an execution fails with. */
  public String cause() {
    return cause(request, problems);
  }

  /**
   * The cause that an execution fails with whose Task cannot be started.
   *
   * @param problems in Step Functions' words
   */
  public static String cause(JsonNode request, List<String> problems) {
    return "The Parameters '"
        + Json.text(request)
        + "' could not be used to start the Task: ["
        + String.join(", ", problems)
        + "]";
  }
}
