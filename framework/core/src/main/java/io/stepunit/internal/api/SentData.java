package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.engine.limit.PayloadSize;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import io.stepunit.internal.json.SentJson;
import java.util.Optional;

/** The JSON text that callers send; JSON given in place of text is taken as it is. */
final class SentData {
  private static final String INVALID_INPUT = "InvalidExecutionInput";
  private static final String INVALID_OUTPUT = "InvalidOutput";

  private SentData() {}

  /**
   * The input of an execution; an empty object where none is given.
   *
   * @param limit how many bytes the service takes
   * @throws StepFunctionsException {@code InvalidExecutionInput}
   */
  static JsonNode input(Request request, int limit) {
    JsonNode input = request.value("input").map(SentData::parsed).orElseGet(Json.NODES::objectNode);
    if (!PayloadSize.fits(input, limit)) {
      throw invalidInput("size of " + Json.size(input) + " bytes is more than " + limit);
    }
    return input;
  }

  private static JsonNode parsed(JsonNode given) {
    if (!given.isTextual()) {
      return given;
    }
    if (given.textValue().isBlank()) {
      throw invalidInput("Invalid execution input.");
    }
    try {
      return SentJson.of(Json.parseData(given.textValue()), given.textValue());
    } catch (JsonTextException e) {
      throw invalidInput(e.problem());
    }
  }

  private static StepFunctionsException invalidInput(String problem) {
    return new StepFunctionsException(
        INVALID_INPUT, "Invalid State Machine Execution Input: '" + problem + "'");
  }

  /**
   * The output that ends a task.
   *
   * @param limit how many bytes the service takes
   * @throws StepFunctionsException {@code InvalidOutput}
   */
  static JsonNode output(Request request, int limit) {
    JsonNode given = request.value("output").orElseThrow();
    JsonNode output =
        given.isTextual()
            ? outputOf(given.textValue())
                .orElseThrow(() -> invalidOutput("'" + given.textValue() + "' is not valid JSON."))
            : given;
    if (!PayloadSize.fits(output, limit)) {
      throw invalidOutput("'size of " + Json.size(output) + " bytes is more than " + limit + "'");
    }
    return output;
  }

  private static Optional<JsonNode> outputOf(String text) {
    try {
      return Optional.of(SentJson.of(Json.parseData(text), text));
    } catch (JsonTextException e) {
      return Optional.empty();
    }
  }

  private static StepFunctionsException invalidOutput(String problem) {
    return new StepFunctionsException(INVALID_OUTPUT, "Invalid Output: " + problem);
  }
}
