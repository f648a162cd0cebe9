package io.stepunit.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Replays;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.LogLevel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportedFilesTest {
  private static final String QUOTE =
      """
      {"StartAt": "Price", "States": {
        "Price": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
          "Parameters": {"FunctionName": "price", "Payload.$": "$"},
          "ResultSelector": {"cents.$": "$.Payload.cents"}, "TimeoutSeconds": 9, "Next": "Each"},
        "Each": {"Type": "Map", "ItemsPath": "$$.Execution.Input.lines", "Next": "IsFree",
          "ResultPath": null, "ItemProcessor": {"StartAt": "Line", "States": {
            "Line": {"Type": "Pass", "End": true}}}},
        "IsFree": {"Type": "Choice", "Default": "Done",
          "Choices": [{"Variable": "$.cents", "NumericEquals": 0, "Next": "Free"}]},
        "Free": {"Type": "Fail", "Error": "Free"},
        "Done": {"Type": "Succeed"}}}
      """;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private TestStateMachine machine(WorkflowType type) {
    TestStateMachine machine = env.define("quote-" + type, QUOTE, type);
    machine
        .mock("Price")
        .answers(
            call ->
                Map.of(
                    "StatusCode",
                    200,
                    "Payload",
                    Map.of("cents", call.inputAt("$.Payload.cents").asInt())));
    return machine;
  }

  private static Map<String, Object> input(int cents) {
    return Map.of("cents", cents, "lines", List.of("a", "b"));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private ReplayReport replayed() {
    return Replays.of(folder).through(QUOTE);
  }

  private List<String> unreplayed() {
    return replayed().unreplayed().stream().map(UnreplayedRecording::toString).toList();
  }

  @Nested
  class Histories {
    private final TestStateMachine machine = machine(WorkflowType.STANDARD);

    @Test
    void pages_one_after_the_other_are_one_history() throws IOException {
      JsonNode history = MAPPER.readTree(machine.run(input(5)).historyJson());
      ObjectNode first = MAPPER.createObjectNode().put("nextToken", "t");
      ObjectNode second = MAPPER.createObjectNode();
      for (JsonNode event : history.get("events")) {
        (event.get("id").asInt() < 5 ? first : second).withArray("/events").add(event);
      }
      write("paged.json", first + "\n" + second);

      assertThat(replayed().isAsRecorded()).isTrue();
      assertThat(replayed().executions()).hasSize(1);
    }

    @Test
    void a_file_can_have_several_histories() throws IOException {
      write("both.json", machine.run(input(5)).historyJson() + machine.run(input(0)).historyJson());

      assertThat(replayed().isAsRecorded()).isTrue();
      assertThat(replayed().executions())
          .extracting(ReplayedExecution::name)
          .containsExactly("both.json", "both.json#2");
    }

    @Test
    void folders_within_and_compressed_files_are_read() throws IOException {
      Path inner = Files.createDirectories(folder.resolve("march/10"));
      try (OutputStream file =
          new GZIPOutputStream(Files.newOutputStream(inner.resolve("a.json.gz")))) {
        file.write(machine.run(input(5)).historyJson().getBytes(StandardCharsets.UTF_8));
      }
      Files.writeString(inner.resolve("README.md"), "Exported on Monday.");

      ReplayReport report = replayed();

      assertThat(report.isAsRecorded()).isTrue();
      assertThat(report.executions().get(0).name()).isEqualTo("march/10/a.json.gz");
    }

    @Test
    void what_cannot_be_read_is_told_with_the_reason_and_the_rest_is_replayed() throws IOException {
      String history = machine.run(input(5)).historyJson();
      write("a.json", history);
      write("broken.json", history.substring(0, 200));
      write("definition.json", QUOTE);
      write(
          "end.json",
          history.replaceFirst("(?s)\\{\\s*\"timestamp\".*?\\},\\s*(?=\\{\\s*\"timestamp\")", ""));
      write("none.json", "");
      write("without-data.json", history.replaceFirst("\"input\": \"[^\n]*,\n", ""));

      ReplayReport report = replayed();

      assertThat(report.executions()).extracting(ReplayedExecution::name).containsExactly("a.json");
      assertThat(report.goesTheSameWay()).isFalse();
      assertThat(unreplayed())
          .satisfiesExactly(
              text -> assertThat(text).startsWith("broken.json: It cannot be read: Unexpected end"),
              text ->
                  assertThat(text)
                      .startsWith("definition.json: 1 value of it is neither a history")
                      .endsWith(
                          "The first is {\"StartAt\":\"Price\",\"States\":{\"Price\":{\"Type\":\"Task\",\"Resourc…."),
              text ->
                  assertThat(text)
                      .startsWith("end.json: The recording end.json does not begin with"),
              text -> assertThat(text).isEqualTo("none.json: It has no event of an execution."),
              text -> assertThat(text).contains("without-data.json has no input at /events/0/"));
    }
  }

  @Nested
  class Logs {
    private final TestStateMachine machine = machine(WorkflowType.EXPRESS);

    private List<JsonNode> records(int cents, boolean data) {
      List<JsonNode> records = new ArrayList<>();
      machine.start(input(cents)).finish().log(LogLevel.ALL, data).forEach(records::add);
      return records;
    }

    private List<JsonNode> mixed() {
      List<JsonNode> all = new ArrayList<>();
      for (int cents = 0; cents < 5; cents++) {
        all.addAll(records(cents, true));
      }
      Collections.shuffle(all, new Random(7));
      return all;
    }

    private String lines(List<JsonNode> records) {
      StringBuilder lines = new StringBuilder();
      records.forEach(each -> lines.append(each).append('\n'));
      return lines.toString();
    }

    private void isRead() {
      ReplayReport report = replayed();

      assertThat(report.unreplayed()).isEmpty();
      assertThat(report.executions()).hasSize(5);
      assertThat(report.isAsRecorded()).as(report::toString).isTrue();
      assertThat(report.executions())
          .extracting(each -> each.recorded().toString())
          .containsExactlyInAnyOrder(
              "FAILED with Free", "SUCCEEDED", "SUCCEEDED", "SUCCEEDED", "SUCCEEDED");
    }

    @Test
    void records_of_many_executions_stand_in_any_order() throws IOException {
      write("quote.jsonl", lines(mixed()));

      isRead();
    }

    @Test
    void an_execution_can_be_spread_over_files_and_be_exported_twice() throws IOException {
      List<JsonNode> all = mixed();
      write("1.log", lines(all.subList(0, 60)));
      write("2.log", lines(all.subList(40, all.size())));
      write("3.log", lines(all));

      isRead();
    }

    @Test
    void numbers_can_be_text() throws IOException {
      List<JsonNode> all = mixed();
      for (JsonNode each : all) {
        ObjectNode details = (ObjectNode) each.get("details");
        for (String number : List.of("index", "length", "timeoutInSeconds")) {
          if (details.has(number)) {
            details.put(number, details.get(number).asText());
          }
        }
      }
      write("quote.log", lines(all));

      isRead();
    }

    @Test
    void the_answer_of_filter_log_events_is_read() throws IOException {
      ObjectNode answer = MAPPER.createObjectNode();
      for (JsonNode each : mixed()) {
        answer
            .withArray("/events")
            .addObject()
            .put("logStreamName", "states/quote/2026-01-01-00-00/00000000")
            .put("timestamp", 1767225600000L)
            .put("message", each.toString());
      }
      answer.putArray("searchedLogStreams");
      write("events.json", answer.toPrettyString());

      isRead();
    }

    @Test
    void deliveries_of_a_subscription_are_read() throws IOException {
      StringBuilder deliveries = new StringBuilder();
      for (JsonNode each : mixed()) {
        ObjectNode delivery = MAPPER.createObjectNode().put("messageType", "DATA_MESSAGE");
        delivery.withArray("/logEvents").addObject().put("id", "1").put("message", each.toString());
        deliveries.append(delivery);
      }
      write("firehose-1-2026-01-01", deliveries.toString());

      isRead();
    }

    @Test
    void the_answer_of_logs_insights_is_read() throws IOException {
      ObjectNode answer = MAPPER.createObjectNode().put("status", "Complete");
      for (JsonNode each : mixed()) {
        ArrayNode row = answer.withArray("/results").addArray();
        row.addObject().put("field", "@timestamp").put("value", "2026-01-01 00:00:00.000");
        row.addObject().put("field", "@message").put("value", each.toString());
      }
      write("results.json", answer.toString());

      isRead();
    }

    @Test
    void exported_streams_have_a_time_before_each_record() throws IOException {
      StringBuilder lines = new StringBuilder();
      mixed().forEach(each -> lines.append("2026-01-01T00:00:00.000Z ").append(each).append('\n'));
      write("000000", lines.toString());

      isRead();
    }

    @Test
    void a_log_without_data_says_what_is_missing() throws IOException {
      write("a.jsonl", lines(records(3, false)));

      assertThat(unreplayed())
          .singleElement()
          .asString()
          .endsWith(
              ": Its log has no data, so that neither its input nor what its Tasks returned is"
                  + " known: includeExecutionData has to be true in the machine's"
                  + " loggingConfiguration.");
    }

    @Test
    void a_log_of_errors_alone_says_what_is_missing() throws IOException {
      write(
          "a.jsonl", machine.start(input(0)).finish().log(LogLevel.ERROR, true).get(0).toString());

      assertThat(unreplayed())
          .singleElement()
          .asString()
          .contains(
              ": Its log has no events 1 to ",
              "All events are needed: level ALL in the machine's loggingConfiguration");
    }

    @Test
    void data_that_cloudwatch_cut_off_are_told() throws IOException {
      List<JsonNode> records = records(3, true);
      JsonNode succeeded =
          records.stream()
              .filter(each -> each.get("type").asText().equals("TaskSucceeded"))
              .findFirst()
              .orElseThrow();
      ((ObjectNode) succeeded.get("details")).putObject("outputDetails").put("truncated", true);
      write("a.jsonl", lines(records));

      assertThat(unreplayed())
          .singleElement()
          .asString()
          .contains("CloudWatch Logs cut off the data of event 5 (TaskSucceeded)");
    }

    @Test
    void a_log_that_stops_in_the_midst_is_compared_as_far_as_it_goes() throws IOException {
      List<JsonNode> records = records(3, true);
      write("a.jsonl", lines(records.subList(0, records.size() - 3)));

      ReplayReport report = replayed();

      assertThat(report.isAsRecorded()).as(report::toString).isTrue();
      assertThat(report.executions().get(0).recorded()).hasToString("RUNNING");
    }

    @Test
    void logs_of_standard_executions_are_read() throws IOException {
      List<JsonNode> records = new ArrayList<>();
      machine(WorkflowType.STANDARD).run(input(5)).log(LogLevel.ALL, true).forEach(records::add);
      write("a.jsonl", lines(records));

      assertThat(replayed().isAsRecorded()).isTrue();
    }

    @Test
    void the_cost_is_that_of_express_executions() throws IOException {
      write("quote.jsonl", lines(mixed()));

      ReplayCost cost = replayed().costPerThousand().orElseThrow();

      assertThat(cost.recorded())
          .isEqualByComparingTo(cost.replayed())
          .isLessThan(new java.math.BigDecimal("0.01"));
    }
  }
}
