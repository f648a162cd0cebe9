package io.stepunit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.internal.json.Json;
import io.stepunit.load.DefinitionLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class VisitRecordsTest {
  @TempDir Path folder;

  @Test
  void a_choice_state_tells_which_of_the_rules_that_lead_to_a_state_held() throws IOException {
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(TwoRulesTestCases.class))
                .configurationParameter("stepunit.report", folder.toString())
                .build());

    try (Stream<String> lines = Files.lines(folder.resolve("data/fork-1.jsonl"))) {
      assertThat(
              lines
                  .map(Json::parse)
                  .filter(record -> record.get("kind").asText().equals("execution"))
                  .map(record -> record.at("/visits/0/transition"))
                  .map(JsonNode::asText))
          .containsExactlyInAnyOrder(
              "/States/Route/Choices/0/Next",
              "/States/Route/Choices/1/Next",
              "/States/Route/Default");
    }
  }

  static class TwoRulesTestCases {
    @Test
    void runs() {
      StepFunctionsEnvironment environment = StepFunctionsEnvironment.create();
      var machine =
          environment.register(
              "route",
              DefinitionLoader.fromText(
                  "route",
                  """
                  {
                    "StartAt": "Route",
                    "States": {
                      "Route": {
                        "Type": "Choice",
                        "Choices": [
                          {"Variable": "$.n", "NumericEquals": 1, "Next": "Done"},
                          {"Variable": "$.n", "NumericEquals": 2, "Next": "Done"}
                        ],
                        "Default": "Done"
                      },
                      "Done": {"Type": "Succeed"}
                    }
                  }
                  """));
      machine.run(Map.of("n", 1));
      machine.run(Map.of("n", 2));
      machine.run(Map.of("n", 3));
    }
  }
}
