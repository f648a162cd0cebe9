package io.stepunit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepUnitCommandTest {
  private static final String FINE =
      "{\"StartAt\": \"Done\", \"States\": {\"Done\": {\"Type\": \"Succeed\"}}}";

  private static final String BROKEN =
      """
      {"StartAt": "Done",
       "States": {
         "Done": {"Type": "Succeed", "Nxt": "Off"}}}
      """;

  private static final String RISKY =
      """
      {"StartAt": "Call", "States": {"Call": {
        "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true,
        "Parameters": {"QueueUrl": "https://queue", "MessageBody": "x"}}}}
      """;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return StepUnitCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Nested
  class Validate {
    @Test
    void says_that_a_definition_is_fine() throws IOException {
      String file = file("order.asl.json", FINE);

      int code = run("validate", file);

      assertThat(code).isZero();
      assertThat(out.toString()).isEqualToIgnoringNewLines(file + ": fine");
    }

    @Test
    void tells_each_problem_with_its_place_and_fails() throws IOException {
      String file = file("order.asl.json", BROKEN);

      int code = run("validate", file, file("other.asl.json", FINE));

      assertThat(code).isEqualTo(1);
      assertThat(out.toString())
          .contains(
              file + ":3:32: error UNKNOWN_FIELD /States/Done/Nxt: Field 'Nxt' is not supported")
          .contains(file + ": 1 error, 0 warnings")
          .contains("other.asl.json: fine");
    }

    @ParameterizedTest
    @CsvSource({"'',0", "--strict,1"})
    void lets_warnings_pass_unless_told_otherwise(String option, int expected) throws IOException {
      String file = file("order.asl.json", RISKY);

      int code = option.isEmpty() ? run("validate", file) : run("validate", option, file);

      assertThat(code).isEqualTo(expected);
      assertThat(out.toString()).contains("warning TASK_WITHOUT_TIMEOUT");
    }

    @Test
    void checks_all_machines_of_a_template_or_the_one_that_is_named() throws IOException {
      String file =
          file(
              "template.yaml",
              """
              Resources:
                Good:
                  Type: AWS::Serverless::StateMachine
                  Properties: {Definition: {StartAt: A, States: {A: {Type: Succeed}}}}
                Bad:
                  Type: AWS::Serverless::StateMachine
                  Properties: {Definition: {StartAt: B, States: {A: {Type: Succeed}}}}
              """);

      assertThat(run("validate", file)).isEqualTo(1);
      assertThat(out.toString()).contains(file + " Good: fine").contains(file + " Bad: ");
      assertThat(run("validate", "--id", "Good", file)).isZero();
    }

    @Test
    void writes_json() throws IOException {
      run("validate", "--format", "json", file("order.asl.json", BROKEN));

      JsonNode problem = Json.parse(out.toString()).get(0).get("problems").get(0);
      assertThat(problem.get("rule").asText()).isEqualTo("UNKNOWN_FIELD");
      assertThat(problem.get("code").asText()).isEqualTo("SCHEMA_VALIDATION_FAILED");
      assertThat(problem.get("line").asInt()).isEqualTo(3);
      assertThat(problem.get("pointer").asText()).isEqualTo("/States/Done/Nxt");
    }

    @Test
    void writes_sarif_for_code_scanning() throws IOException {
      String file = file("order.asl.json", BROKEN);

      run("validate", "--format", "SARIF", file);

      JsonNode log = Json.parse(out.toString());
      assertThat(log.get("version").asText()).isEqualTo("2.1.0");
      JsonNode run = log.get("runs").get(0);
      assertThat(run.at("/tool/driver/rules/0/id").asText()).isEqualTo("UNKNOWN_FIELD");
      JsonNode result = run.at("/results/0");
      assertThat(result.get("ruleId").asText()).isEqualTo("UNKNOWN_FIELD");
      assertThat(result.get("level").asText()).isEqualTo("error");
      JsonNode place = result.at("/locations/0/physicalLocation");
      assertThat(place.at("/artifactLocation/uri").asText()).endsWith("order.asl.json");
      assertThat(place.at("/region/startLine").asInt()).isEqualTo(3);
    }

    @Test
    void tells_what_is_no_json_as_a_problem() throws IOException {
      int code = run("validate", file("order.asl.json", "{\"StartAt\": "));

      assertThat(code).isEqualTo(1);
      assertThat(out.toString().lines())
          .hasSize(2)
          .first()
          .asString()
          .endsWith(
              ":1:13: error NOT_JSON /: Unexpected end-of-input within/between Object entries (at"
                  + " column 13)");
    }

    @Test
    void fails_for_a_type_that_the_definition_cannot_have() throws IOException {
      String waiting = RISKY.replace("sendMessage", "sendMessage.waitForTaskToken");

      int code = run("validate", "--type", "express", file("order.asl.json", waiting));

      assertThat(code).isEqualTo(1);
      assertThat(out.toString()).contains("EXPRESS_UNSUPPORTED");
    }
  }

  @Nested
  class Graph {
    @Test
    void draws_states_ways_and_what_is_inside() throws IOException {
      String file =
          file(
              "order.asl.json",
              """
              {"StartAt": "Ask \\"me\\"", "States": {
                "Ask \\"me\\"": {"Type": "Choice",
                  "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "Each"}],
                  "Default": "Stop"},
                "Each": {"Type": "Map", "ItemsPath": "$.a", "End": true,
                  "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Stop"}],
                  "ItemProcessor": {"StartAt": "One", "States": {"One": {"Type": "Pass", "End": true}}}},
                "Stop": {"Type": "Fail"}}}
              """);

      int code = run("graph", file);

      assertThat(code).isZero();
      assertThat(out.toString())
          .isEqualTo(
              """
              flowchart TD
                start0((" ")) --> s0
                s0{"Ask #quot;me#quot;"}
                subgraph s1["Each"]
                  start1((" ")) --> s2
                  s2("One")
                  s2 --> end1((" "))
                end
                s3(["Stop"])
                s0 -->|"#36;.a is present"| s1
                s0 -->|otherwise| s3
                s1 -.->|"States.ALL"| s3
                s1 --> end0((" "))
              """);
    }

    @Test
    void refuses_what_cannot_be_loaded() throws IOException {
      int code = run("graph", file("order.asl.json", BROKEN));

      assertThat(code).isEqualTo(1);
      assertThat(err.toString()).contains("Invalid State Machine Definition");
    }
  }

  @Nested
  class Run {
    @Test
    void tells_which_states_were_reached() throws IOException {
      int code = run("run", "--automatic", file("order.asl.json", RISKY));

      assertThat(code).isZero();
      assertThat(out.toString()).startsWith("1 of 1 states reached in 1 executions (1 SUCCEEDED)");
    }

    @Test
    void run_of_an_input_shows_the_timeline() throws IOException {
      int code = run("run", "--automatic", "--input", "{}", file("order.asl.json", RISKY));

      assertThat(code).isZero();
      assertThat(out.toString()).contains("TaskStateEntered").contains("ExecutionSucceeded");
    }

    @Test
    void writes_json() throws IOException {
      run("run", "--automatic", "--format", "json", file("order.asl.json", RISKY));

      JsonNode result = Json.parse(out.toString());
      assertThat(result.at("/executions/0/status").asText()).isEqualTo("SUCCEEDED");
      assertThat(result.at("/reached/0").asText()).isEqualTo("Call");
      assertThat(result.get("missed")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--automatic,0", "--strict,1"})
    void a_state_that_was_not_reached_fails_only_if_asked_to(String option, int expected)
        throws IOException {
      String file =
          file(
              "order.asl.json",
              """
              {"StartAt": "C", "States": {
                "C": {"Type": "Choice", "Default": "B", "Choices": [
                  {"Variable": "$$.State.Name", "StringEquals": "X", "Next": "A"}]},
                "A": {"Type": "Succeed"}, "B": {"Type": "Succeed"}}}
              """);

      assertThat(
              run("run", "--automatic", file, option.equals("--strict") ? option : "--format=TEXT"))
          .isEqualTo(expected);
      assertThat(out.toString()).contains("not reached: A, which comes after C");
    }

    @Test
    void without_automatic_is_refused() throws IOException {
      assertThat(run("run", file("order.asl.json", RISKY))).isEqualTo(2);
      assertThat(err.toString()).contains("add --automatic");
    }
  }

  @ParameterizedTest
  @CsvSource({"validate,Missing required parameter", "frobnicate,Unmatched argument"})
  void wrong_use_is_explained(String argument, String message) {
    assertThat(run(argument)).isEqualTo(2);
    assertThat(err.toString()).contains(message).contains("stepunit validate");
  }

  @Test
  void a_file_that_is_not_there_is_explained() {
    assertThat(run("validate", folder.resolve("nowhere.json").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("No file").doesNotContain("\tat ");
  }
}
