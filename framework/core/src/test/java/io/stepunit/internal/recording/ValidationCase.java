package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.asl.ValidationSettings;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.json.Json;
import io.stepunit.load.DefinitionLoader;
import java.util.ArrayList;
import java.util.List;

/** A definition that AWS was asked about: the same verdict, code, place and text. */
final class ValidationCase {
  /** The recordings have the word in place of the ARN of an activity that the test had made. */
  private static final String ACTIVITY = "\"activity_arn\"";

  private static final String ACTIVITY_ARN =
      "\"arn:aws:states:us-east-1:111111111111:activity:recorded\"";

  private final JsonNode expected;
  private final List<Diagnostic> found;

  ValidationCase(JsonNode json) {
    JsonNode definition = json.get("definition");
    String text =
        definition.isTextual()
            ? definition.textValue()
            : Json.text(definition).replace(ACTIVITY, ACTIVITY_ARN);
    this.expected = json.path("expected");
    this.found =
        DefinitionLoader.validate(
            "definition.json",
            text,
            WorkflowType.valueOf(json.path("type").asText("STANDARD")),
            ValidationSettings.DEFAULT.withoutWarnings());
  }

  /** What differs, empty if nothing does. */
  String problems() {
    return expected.has("exception")
        ? exception(expected.get("exception"))
        : diagnostics(expected.path("response"));
  }

  private String exception(JsonNode recorded) {
    String message =
        recorded.has("Error")
            ? recorded.path("Error").path("Message").asText()
            : recorded.path("exception_value").asText();
    if (found.isEmpty()) {
      return "recorded: " + message + "\nfound: nothing to object to";
    }
    String ours = new InvalidDefinitionException(found).serviceMessage();
    return message.endsWith(ours) ? "" : "recorded: " + message + "\nfound: " + ours;
  }

  private String diagnostics(JsonNode response) {
    List<String> problems = new ArrayList<>();
    String result = found.isEmpty() ? "OK" : "FAIL";
    if (!response.path("result").asText().equals(result)) {
      problems.add("result: recorded " + response.path("result") + ", found " + result);
    }
    JsonNode recorded = response.path("diagnostics");
    if (recorded.size() != found.size()) {
      problems.add("recorded: " + recorded + "\nfound: " + found);
    }
    for (int i = 0; i < Math.min(recorded.size(), found.size()); i++) {
      compare(recorded.get(i), found.get(i), problems);
    }
    return String.join("\n", problems);
  }

  private static void compare(JsonNode recorded, Diagnostic ours, List<String> problems) {
    expect("severity", recorded.path("severity").asText(), ours.severity().name(), problems);
    expect(
        "code", recorded.path("code").asText(), ours.code().map(Enum::name).orElse(""), problems);
    // Of a text that is not JSON, AWS quotes the whole source in the message and the location.
    String message = recorded.path("message").asText().replaceFirst("(?s)\n at \\[Source:.*", "");
    expect("message", message, ours.message(), problems);
    String location =
        recorded.path("location").asText().replaceFirst("(?s)^\\[Source: .*; (line.*)\\]$", "$1");
    expect("location", location, ours.serviceLocation().orElse(""), problems);
  }

  private static void expect(String what, String recorded, String found, List<String> problems) {
    if (!recorded.equals(found)) {
      problems.add(what + ": recorded " + recorded + ", found " + found);
    }
  }
}
