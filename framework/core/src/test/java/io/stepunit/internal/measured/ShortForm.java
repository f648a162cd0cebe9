package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One call of TestState or ValidateStateMachineDefinition, told in a few words. */
final class ShortForm {
  private static final Pattern REFUSAL = Pattern.compile("(\\w+Exception): (.*)", Pattern.DOTALL);

  private static final Pattern FAILURE = Pattern.compile("(States\\.\\w+): (.*)", Pattern.DOTALL);

  private static final Pattern DIAGNOSTIC =
      Pattern.compile("([A-Z_]+) '(.*)' at (/.*)", Pattern.DOTALL);

  private final CaseWorld world;
  private final WordedRequests requests;

  ShortForm(CaseWorld world, WordedRequests requests) {
    this.world = world;
    this.requests = requests;
  }

  /**
   * @param kind the name of the case's file
   */
  void run(String kind) {
    switch (kind) {
      case "teststate" -> stateTest(world.json());
      case "validation" -> validation(words(0), words(1));
      case "jsonata-limits" -> expression(words(0), words(1));
      default -> throw new UnknownFormException("The short form of " + kind + " is not known.");
    }
  }

  private String words(int place) {
    return world.json().get(place).textValue();
  }

  private void stateTest(JsonNode json) {
    ObjectNode request = requests.request("teststate", json.get("of").textValue()).deepCopy();
    JsonNode measured = json.get("answer");
    Matcher refusal = REFUSAL.matcher(measured.asText());
    ObjectNode members = request.deepCopy();
    members.put("inspectionLevel", request.path("inspectionLevel").asText("DEBUG"));
    members.remove(List.of("of", "says", "answer"));
    members.put("input", "{\"items\":[1,2,3]}");
    JsonNode found = LabelledTests.answer(world, "TestState", members);
    if (measured.isTextual() && refusal.matches()) {
      ObjectNode expected = Json.NODES.objectNode();
      expected.put("exception", refusal.group(1)).put("message", refusal.group(2));
      compare(expected, found);
    } else {
      new InspectedAnswer(world).compare(inJson(request, measured), found);
    }
  }

  private static JsonNode inJson(JsonNode request, JsonNode measured) {
    if (!measured.isTextual()) {
      return measured;
    }
    if (!measured.equals(request.get("says"))) {
      throw new UnknownFormException("The answer is told in words only: " + measured);
    }
    return request.get("answer");
  }

  private void compare(JsonNode measured, JsonNode found) {
    world.values().with(ValueMatch.Extent.MEMBERS_GIVEN).compare("answer", measured, found);
  }

  private void expression(String expression, String answer) {
    ObjectNode state = Json.NODES.objectNode();
    state.put("Type", "Pass").put("QueryLanguage", "JSONata").put("End", true);
    state.put("Output", "{% " + expression + " %}");
    ObjectNode measured = Json.NODES.objectNode();
    Matcher failure = FAILURE.matcher(answer);
    if (failure.matches()) {
      measured.put("status", "FAILED");
      measured.put("error", failure.group(1)).put("cause", failure.group(2));
    } else {
      measured.put("status", "SUCCEEDED").put("output", answer);
    }
    ObjectNode request = Json.NODES.objectNode();
    compare(measured, LabelledTests.answer(world, "TestState", request.set("definition", state)));
  }

  private void validation(String words, String answer) {
    JsonNode request = requests.request("validation", words);
    String definition =
        Json.text(request.has("definition") ? request.get("definition") : task(request));
    JsonNode found =
        world
            .calls()
            .call(
                "ValidateStateMachineDefinition",
                Map.of("definition", definition, "severity", "WARNING"));
    ObjectNode measured = Json.NODES.objectNode();
    measured.put("result", answer.startsWith("OK") ? "OK" : "FAIL");
    if (!answer.startsWith("OK")) {
      measured.putArray("diagnostics").add(diagnostic(answer));
    }
    compare(measured, found);
  }

  private static JsonNode task(JsonNode request) {
    ObjectNode definition = Json.NODES.objectNode().put("StartAt", "Task");
    definition
        .putObject("States")
        .putObject("Task")
        .put("Type", "Task")
        .put("Resource", "arn:aws:states:::" + request.get("resource").textValue())
        .put("End", true)
        .set("Parameters", request.get("parameters"));
    return definition;
  }

  private static ObjectNode diagnostic(String answer) {
    Matcher told = DIAGNOSTIC.matcher(answer);
    ObjectNode diagnostic = Json.NODES.objectNode().put("severity", "ERROR");
    if (told.matches()) {
      diagnostic.put("code", told.group(1)).put("message", told.group(2));
      return diagnostic.put("location", told.group(3));
    }
    diagnostic.put("code", "SCHEMA_VALIDATION_FAILED").put("message", answer);
    return diagnostic.put("location", "/States/Task/Parameters");
  }
}
