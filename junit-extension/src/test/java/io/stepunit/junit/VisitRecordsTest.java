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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class VisitRecordsTest {
  @TempDir Path folder;

  private List<JsonNode> executions(Class<?> testCases) throws IOException {
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(testCases))
                .configurationParameter("stepunit.report", folder.toString())
                .build());
    try (Stream<String> lines = Files.lines(folder.resolve("data/fork-1.jsonl"))) {
      return lines
          .map(Json::parse)
          .filter(record -> record.get("kind").asText().equals("execution"))
          .toList();
    }
  }

  @Test
  void a_choice_state_tells_which_of_the_rules_that_lead_to_a_state_held() throws IOException {
    List<JsonNode> executions = executions(TwoRulesTestCases.class);

    assertThat(executions)
        .extracting(execution -> execution.at("/visits/0/transition").asText())
        .containsExactlyInAnyOrder(
            "/States/Route/Choices/0/Next",
            "/States/Route/Choices/1/Next",
            "/States/Route/Default");
  }

  @Test
  void of_parallel_branches_that_end_by_an_error_one_failed_and_the_others_are_aborted()
      throws IOException {
    List<JsonNode> executions = executions(ParallelTestCases.class);

    assertThat(executions.get(0).get("visits"))
        .extracting(visit -> visit.get("name").asText() + " " + visit.get("status").asText())
        .containsExactly("Both FAILED", "Ask FAILED", "Wait ABORTED");
  }

  static class ParallelTestCases {
    @Test
    void runs() {
      var machine =
          StepFunctionsEnvironment.create()
              .register(
                  "both",
                  DefinitionLoader.fromText(
                      "both",
                      """
                      {
                        "StartAt": "Both",
                        "States": {
                          "Both": {
                            "Type": "Parallel",
                            "Branches": [
                              {
                                "StartAt": "Ask",
                                "States": {
                                  "Ask": {
                                    "Type": "Task",
                                    "Resource": "arn:aws:lambda:us-east-1:123456789012:function:ask",
                                    "End": true
                                  }
                                }
                              },
                              {
                                "StartAt": "Wait",
                                "States": {"Wait": {"Type": "Wait", "Seconds": 60, "End": true}}
                              }
                            ],
                            "End": true
                          }
                        }
                      }
                      """));
      machine.mock("Ask").fails("Desk.Closed", "on Sundays");
      machine.run(Map.of());
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
