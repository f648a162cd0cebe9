package io.stepunit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeCommandTest {
  private static final String ARN = "arn:aws:states:us-east-1:123456789012:stateMachine:";

  private static final String DONE =
      "{\"StartAt\": \"Done\", \"States\": {\"Done\": {\"Type\": \"Succeed\"}}}";

  private static final String NAP =
      """
      {"StartAt": "Nap", "States": {"Nap": {"Type": "Wait", "Seconds": 3600, "End": true}}}
      """;

  private static final String ORDER =
      """
      {"StartAt": "Charge", "States": {
        "Charge": {
          "Type": "Task",
          "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
          "Next": "Ship"},
        "Ship": {
          "Type": "Task",
          "Resource": "arn:aws:lambda:us-east-1:123456789012:function:ship",
          "End": true}}}
      """;

  private static final String CONFIG =
      """
      {
        "StateMachines": {
          "order": {"TestCases": {
            "Happy": {"Charge": "Charged", "Ship": "Shipped"}, "Half": {"Charge": "Charged"}}},
          "created": {"TestCases": {"Happy": {"Charge": "Charged", "Ship": "Shipped"}}}
        },
        "MockedResponses": {
          "Charged": {"0": {"Return": {"paid": true}}},
          "Shipped": {"0": {"Return": {"number": "T-9"}}}
        }
      }
      """;

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  private static String start(String machine) {
    return "{\"stateMachineArn\": \"" + ARN + machine + "\"}";
  }

  private static JsonNode run(ServedCommand serve, String machine)
      throws IOException, InterruptedException {
    JsonNode started = serve.call("StartExecution", start(machine));
    return serve.call(
        "DescribeExecution",
        "{\"executionArn\": \"" + started.path("executionArn").asText() + "\"}");
  }

  @Test
  void serves_what_clients_create() throws Exception {
    try (ServedCommand serve = ServedCommand.start()) {
      JsonNode created =
          serve.call(
              "CreateStateMachine",
              """
              {"name": "made", "roleArn": "arn:aws:iam::123456789012:role/r",
               "definition": "{\\"StartAt\\": \\"A\\", \\"States\\": {\\"A\\": {\\"Type\\": \\"Succeed\\"}}}"}
              """);

      assertThat(created.path("stateMachineArn").asText()).isEqualTo(ARN + "made");
      assertThat(run(serve, "made").path("status").asText()).isEqualTo("SUCCEEDED");
      assertThat(serve.get("/")).contains("--endpoint-url " + serve.uri());
    }
  }

  @Test
  void serves_the_definitions_of_folders_files_and_templates() throws Exception {
    file("machines/order.asl.json", ORDER);
    file("machines/deeper/nap.asl.json", NAP);
    file("machines/package.json", "{}");
    String done = file("done.json", DONE);
    String template =
        file(
            "template.yaml",
            """
            Resources:
              Parent:
                Type: AWS::Serverless::StateMachine
                Properties:
                  Definition:
                    StartAt: Call
                    States:
                      Call:
                        Type: Task
                        Resource: arn:aws:states:::states:startExecution.sync:2
                        Parameters: {StateMachineArn: !Ref Child, Input: {}}
                        End: true
              Child:
                Type: AWS::Serverless::StateMachine
                Properties:
                  Definition: {StartAt: Done, States: {Done: {Type: Succeed}}}
            """);

    try (ServedCommand serve =
        ServedCommand.start(
            "--definitions", folder.resolve("machines").toString(), done, template)) {
      assertThat(serve.printed())
          .startsWith(
              "Step Functions at %s, time on-poll from 2026-01-01T00:00:00Z".formatted(serve.uri()))
          .contains("\n  " + ARN + "nap\n", "order\n", "done\n", "Parent\n", "Child\n")
          .contains("Stop it by Ctrl-C.");
      assertThat(run(serve, "done").path("status").asText()).isEqualTo("SUCCEEDED");
      assertThat(run(serve, "Parent").path("status").asText()).isEqualTo("SUCCEEDED");
    }
  }

  @Test
  void answers_the_Tasks_of_test_cases() throws Exception {
    String order = file("order.asl.json", ORDER);
    String config = file("MockConfigFile.json", CONFIG);

    try (ServedCommand serve =
        ServedCommand.start("--definitions", order, "--mock-config", config)) {
      assertThat(serve.printed())
          .contains("\n  " + ARN + "order, #Happy #Half\n")
          .contains("\n  created: not there yet, #Happy\n");
      JsonNode described = run(serve, "order#Happy");
      assertThat(described.path("output").asText()).isEqualTo("{\"number\":\"T-9\"}");
      assertThat(described.path("stateMachineArn").asText()).isEqualTo(ARN + "order");
    }
  }

  @Test
  void answers_the_Tasks_of_machines_that_clients_create() throws Exception {
    String config = file("MockConfigFile.json", CONFIG);

    try (ServedCommand serve = ServedCommand.start("--mock-config", config)) {
      serve.call(
          "CreateStateMachine",
          "{\"name\": \"created\", \"roleArn\": \"arn:aws:iam::123456789012:role/r\","
              + " \"definition\": "
              + Json.text(Json.NODES.textNode(ORDER))
              + "}");

      assertThat(run(serve, "created#Happy").path("status").asText()).isEqualTo("SUCCEEDED");
      assertThat(serve.call("StartExecution", start("created#Sad")).path("message").asText())
          .contains("The machine 'created' has no test case 'Sad'", "It has: Happy.");
    }
  }

  @Test
  void fails_an_execution_whose_Task_nothing_answers_and_tells_what_to_add() throws Exception {
    String order = file("order.asl.json", ORDER);

    try (ServedCommand serve = ServedCommand.start("--definitions", order)) {
      JsonNode described = run(serve, "order");

      assertThat(described.path("status").asText()).isEqualTo("FAILED");
      assertThat(described.path("error").asText()).isEqualTo("States.Runtime");
      assertThat(described.path("cause").asText())
          .isEqualTo("No mock answers the Task 'Charge' (%s:2).".formatted(order));
      assertThat(serve.nextPrinted())
          .startsWith("No mock answers the Task 'Charge' (%s:2).".formatted(order))
          .contains(
              "\"StateMachines\": {\"order\": {\"TestCases\": {\"MyTestCase\": {\"Charge\":"
                  + " \"MyResponse\"}}}}")
          .contains("\"MockedResponses\": {\"MyResponse\": {\"0\": {\"Return\": {}}}}")
          .contains("<the machine's ARN>#MyTestCase");
    }
  }

  @Test
  void tells_which_test_case_lacks_a_state() throws Exception {
    String order = file("order.asl.json", ORDER);
    String config = file("MockConfigFile.json", CONFIG);

    try (ServedCommand serve =
        ServedCommand.start("--definitions", order, "--mock-config", config)) {
      assertThat(run(serve, "order#Half").path("status").asText()).isEqualTo("FAILED");
      assertThat(serve.nextPrinted()).contains("{\"Half\": {\"Ship\": \"MyResponse\"}}");
    }
  }

  @Test
  void lets_polls_move_time() throws Exception {
    String nap = file("nap.asl.json", NAP);

    try (ServedCommand serve = ServedCommand.start("--definitions", nap)) {
      JsonNode started = serve.call("StartExecution", start("nap"));
      String describe = "{\"executionArn\": \"" + started.path("executionArn").asText() + "\"}";
      int polls = 0;
      while (polls++ < 10
          && serve.call("DescribeExecution", describe).path("status").asText().equals("RUNNING")) {
        // as an application does, though without sleeping
      }

      assertThat(serve.call("DescribeExecution", describe).path("status").asText())
          .isEqualTo("SUCCEEDED");
      assertThat(serve.get("/_stepunit/time")).contains("\"2026-01-01T01:00:00Z\"");
    }
  }

  @Test
  void lets_hands_move_time() throws Exception {
    String nap = file("nap.asl.json", NAP);

    try (ServedCommand serve =
        ServedCommand.start(
            "--definitions", nap, "--time", "by-hand", "--start-time", "2026-03-29T00:30:00Z")) {
      JsonNode started = serve.call("StartExecution", start("nap"));
      String describe = "{\"executionArn\": \"" + started.path("executionArn").asText() + "\"}";
      for (int poll = 0; poll < 5; poll++) {
        assertThat(serve.call("DescribeExecution", describe).path("status").asText())
            .isEqualTo("RUNNING");
      }
      serve.post("/_stepunit/advance", "PT1H");

      assertThat(serve.call("DescribeExecution", describe).path("status").asText())
          .isEqualTo("SUCCEEDED");
      assertThat(serve.get("/_stepunit/time")).contains("\"now\":\"2026-03-29T01:30:00Z\"");
    }
  }

  @Test
  void can_follow_real_time() throws Exception {
    Instant before = Instant.now();

    try (ServedCommand serve = ServedCommand.start("--time", "real", "--speed", "60")) {
      String from = serve.printed().replaceAll("(?s).* from (\\S+).*", "$1");

      assertThat(serve.printed()).contains("time real from ");
      assertThat(Instant.parse(from)).isBetween(before, Instant.now());
    }
  }

  @Test
  void has_the_account_and_region_that_it_is_told() throws Exception {
    String done = file("done.asl.json", DONE);

    try (ServedCommand serve =
        ServedCommand.start(
            "--definitions", done, "--aws-region", "eu-west-1", "--aws-account", "111122223333")) {
      assertThat(serve.printed())
          .contains("arn:aws:states:eu-west-1:111122223333:stateMachine:done");
    }
  }

  @Test
  void ends_when_it_is_stopped() throws Exception {
    ServedCommand serve = ServedCommand.start();

    int code = serve.stop();

    assertThat(code).isZero();
    assertThatThrownBy(() -> serve.get("/")).isInstanceOf(ConnectException.class);
  }

  @Test
  void says_that_a_port_is_taken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());

      assertThat(refused(2, "serve", "--port", port))
          .isEqualToIgnoringNewLines(
              "The port %s is taken. Take another, or 0 for any that is free.".formatted(port));
    }
  }

  @Test
  void says_what_is_wrong_with_a_definition() throws Exception {
    String wrong = file("wrong.asl.json", DONE.replace("Succeed", "Succed"));

    assertThat(refused(1, "serve", "--port", "0", "--definitions", wrong))
        .contains("wrong.asl.json:1", "Succed");
  }

  @Test
  void says_that_a_mock_configuration_does_not_fit() throws Exception {
    String order = file("order.asl.json", ORDER);
    String config = file("MockConfigFile.json", CONFIG.replace("{\"Charge\":", "{\"Chrge\":"));

    assertThat(refused(2, "serve", "--port", "0", "--definitions", order, "--mock-config", config))
        .contains("mocks 'Chrge'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--port 99999           | A port is a number from 0 to 65535, but found 99999.",
        "--port x               | Invalid value for option '--port'",
        "--time often           | expected one of on-poll, by-hand, real but was 'often'",
        "--time real --speed 0  | The scale of real time must be more than 0",
        "--start-time tomorrow  | Invalid value for option '--start-time'",
        "--definitions none.asl.json | none.asl.json",
        "--mock-config none.json     | none.json",
        "order.asl.json         | order.asl.json"
      })
  void says_what_is_wrong_with_an_option(String options, String message) {
    assertThat(refused(2, ("serve " + options).split(" "))).contains(message);
  }

  @Test
  void says_that_a_folder_has_no_definitions() throws Exception {
    file("machines/package.json", "{}");

    assertThat(
            refused(
                2, "serve", "--port", "0", "--definitions", folder.resolve("machines").toString()))
        .contains("has no definitions", ".asl.json");
  }

  private static String refused(int code, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();

    int actual =
        StepUnitCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);

    assertThat(actual).as("%s %s", out, err).isEqualTo(code);
    return err.toString();
  }
}
