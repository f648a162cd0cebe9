package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.bucket.Bucket;
import io.stepunit.bucket.StoredObject;
import io.stepunit.history.MapRunStatus;
import io.stepunit.internal.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultWriterTest {
  private static final String EXPORT =
      """
      "Resource": "arn:aws:states:::s3:putObject",
      "Parameters": {"Bucket": "out", "Prefix": "runs"}
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final Bucket out = env.bucket("out");

  /** Runs a Map whose children return their item, and fail at the item "bad". */
  private Execution run(String writer, String fields, String input) {
    return env.define(
            "results",
            """
            {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "Label": "Each", %s
              "ResultWriter": {%s},
              "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                "StartAt": "One", "States": {"One": {"Type": "Choice", "Default": "Go",
                  "Choices": [{"Variable": "$", "StringEquals": "bad", "Next": "No"}]},
                  "Go": {"Type": "Succeed"},
                  "No": {"Type": "Fail", "Error": "Bad", "Cause": "as it is"}}}}}}
            """
                .formatted(fields, writer))
        .run(input);
  }

  private static String runId(Execution run) {
    String arn = run.mapRuns().get(0).arn();
    return arn.substring(arn.lastIndexOf(':') + 1);
  }

  @Test
  void writes_a_manifest_and_says_where_it_is() {
    Execution run = run(EXPORT, "", "[1, 2]");

    String folder = "runs/" + runId(run);
    String mapRunArn = run.mapRuns().get(0).arn();
    ObjectNode expected = Json.NODES.objectNode().put("MapRunArn", mapRunArn);
    expected
        .putObject("ResultWriterDetails")
        .put("Bucket", "out")
        .put("Key", folder + "/manifest.json");
    assertThat(run.output()).contains(expected);
    StoredObject written = out.object(folder + "/SUCCEEDED_0.json");
    assertThat(out.object(folder + "/manifest.json").json())
        .isEqualTo(
            Json.parse(
                """
                {"DestinationBucket": "out", "MapRunArn": "%s", "ResultFiles":
                  {"FAILED": [], "PENDING": [], "SUCCEEDED": [{"Key": "%s", "Size": %s}]}}
                """
                    .formatted(mapRunArn, written.key(), written.bytes().length)));
    assertThat(out.objects()).hasSize(2);
  }

  @Test
  void writes_each_output_with_what_tells_of_its_execution() {
    Execution run = run(EXPORT, "", "[{\"id\": 1}]");

    MapRun mapRun = run.mapRuns().get(0);
    JsonNode record = out.object("runs/" + runId(run) + "/SUCCEEDED_0.json").json().get(0);
    assertThat(record)
        .isEqualTo(
            Json.parse(
                """
                {"ExecutionArn": "%s", "Input": "{\\"id\\":1}", "InputDetails": {"Included": true},
                 "Name": "%s", "Output": "{\\"id\\":1}", "OutputDetails": {"Included": true},
                 "RedriveCount": 0, "RedriveStatus": "NOT_REDRIVABLE",
                 "RedriveStatusReason": "Execution is SUCCEEDED and cannot be redriven",
                 "StartDate": "2026-01-01T00:00:00Z", "StateMachineArn": "%s",
                 "Status": "SUCCEEDED", "StopDate": "2026-01-01T00:00:00Z"}
                """
                    .formatted(
                        mapRun.child(0).arn(), mapRun.child(0).name(), mapRun.stateMachineArn())));
  }

  @Test
  void writes_what_failed_and_what_never_began_to_files_of_their_own() {
    Execution run = run(EXPORT, "\"MaxConcurrency\": 1,", "[1, \"bad\", 3, 4]");

    String folder = "runs/" + runId(run);
    assertThat(run.error()).contains("States.ExceedToleratedFailureThreshold");
    assertThat(out.object(folder + "/SUCCEEDED_0.json").json()).hasSize(2);
    JsonNode failed = out.object(folder + "/FAILED_0.json").json().get(0);
    assertThat(failed.get("Error").asText()).isEqualTo("Bad");
    assertThat(failed.get("Cause").asText()).isEqualTo("as it is");
    assertThat(failed.get("RedriveStatus").asText()).isEqualTo("REDRIVABLE_BY_MAP_RUN");
    assertThat(failed.get("OutputDetails")).isEqualTo(Json.parse("{\"Included\": true}"));
    assertThat(failed.has("Output")).isFalse();
    assertThat(out.object(folder + "/PENDING_0.json").json())
        .isEqualTo(
            Json.parse(
                """
                [{"Input": "4", "InputDetails": {"Included": true}, "Status": "PENDING"}]
                """));
    assertThat(
            out.object(folder + "/manifest.json").json().at("/ResultFiles/PENDING/0/Key").asText())
        .isEqualTo(folder + "/PENDING_0.json");
  }

  @Test
  void writes_the_entries_in_the_order_of_the_items_whichever_ended_first() {
    TestStateMachine machine =
        env.define(
            "waits",
            """
            {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true,
              "ToleratedFailurePercentage": 100, "ResultWriter": {%s},
              "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                "StartAt": "Wait", "States": {
                  "Wait": {"Type": "Wait", "SecondsPath": "$.s", "Next": "Go"},
                  "Go": {"Type": "Choice", "Default": "Yes",
                    "Choices": [{"Variable": "$.bad", "IsPresent": true, "Next": "No"}]},
                  "Yes": {"Type": "Succeed"},
                  "No": {"Type": "Fail", "Error": "Bad"}}}}}}
            """
                .formatted(EXPORT));

    Execution run =
        machine.run(
            """
            [{"s": 9}, {"s": 3, "bad": 1}, {"s": 1}, {"s": 5}, {"s": 2, "bad": 1}]
            """);

    String folder = "runs/" + runId(run);
    assertThat(seconds(folder + "/SUCCEEDED_0.json")).containsExactly(9, 1, 5);
    assertThat(seconds(folder + "/FAILED_0.json")).containsExactly(3, 2);
  }

  private List<Integer> seconds(String key) {
    List<Integer> seconds = new ArrayList<>();
    out.object(key)
        .json()
        .forEach(
            entry -> seconds.add(Json.parse(entry.get("Input").textValue()).get("s").intValue()));
    return seconds;
  }

  @Test
  void writes_what_there_is_when_the_execution_is_stopped() {
    TestStateMachine machine =
        env.define(
            "stopped",
            """
            {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true,
              "MaxConcurrency": 1, "ResultWriter": {%s},
              "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                "StartAt": "Wait", "States": {
                  "Wait": {"Type": "Wait", "SecondsPath": "$", "End": true}}}}}}
            """
                .formatted(EXPORT));
    RunningExecution running = machine.start("[1, 9, 1]").advance(Duration.ofSeconds(5));

    Execution run = running.stop().snapshot();

    String folder = "runs/" + runId(run);
    assertThat(out.objects())
        .extracting(StoredObject::key)
        .containsExactly(
            folder + "/FAILED_0.json",
            folder + "/PENDING_0.json",
            folder + "/SUCCEEDED_0.json",
            folder + "/manifest.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "COMPACT; JSON; [[1,2],3]",
        "FLATTEN; JSON; [1,2,3]",
        "COMPACT; JSONL; [1,2]\\n3\\n",
        "FLATTEN; JSONL; 1\\n2\\n3\\n"
      })
  void writes_outputs_alone_in_the_format_asked_for(String how, String type, String expected) {
    String config =
        ", \"WriterConfig\": {\"Transformation\": \"%s\", \"OutputType\": \"%s\"}"
            .formatted(how, type);

    Execution run = run(EXPORT + config, "", "[[1, 2], 3]");

    assertThat(
            out.object("runs/" + runId(run) + "/SUCCEEDED_0." + type.toLowerCase(Locale.ROOT))
                .text())
        .isEqualTo(expected.replace("\\n", "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "COMPACT; JSON; [[1,2],3]",
        "FLATTEN; JSON; [1,2,3]",
        "FLATTEN; JSONL; \"1\\n2\\n3\\n\""
      })
  void without_a_resource_shapes_the_states_result(String how, String type, String expected) {
    Execution run =
        run(
            "\"WriterConfig\": {\"Transformation\": \"%s\", \"OutputType\": \"%s\"}"
                .formatted(how, type),
            "",
            "[[1, 2], 3]");

    assertThat(run.output().map(Json::text)).contains(expected);
    assertThat(out.objects()).isEmpty();
  }

  @Test
  void without_a_resource_can_hand_on_what_tells_of_the_executions() {
    Execution run = run("\"WriterConfig\": {\"Transformation\": \"NONE\"}", "", "[7]");

    assertThat(run.outputAt("$[0].Output")).contains(Json.parse("\"7\""));
    assertThat(run.outputAt("$[0].Status")).contains(Json.parse("\"SUCCEEDED\""));
  }

  @Test
  void writes_without_a_prefix() {
    Execution run =
        run(
            "\"Resource\": \"arn:aws:states:::s3:putObject\", \"Parameters\": {\"Bucket.$\":"
                + " \"$[0]\"}",
            "",
            "[\"out\"]");

    assertThat(out.objects())
        .extracting(StoredObject::key)
        .isEqualTo(List.of(runId(run) + "/SUCCEEDED_0.json", runId(run) + "/manifest.json"));
  }

  @Test
  void fails_the_map_where_it_has_no_field() {
    Execution run = run("", "", "[1]");

    assertThat(run.error()).contains("States.ResultWriterFailed");
    assertThat(run.cause()).contains("The ResultWriter has no fields");
  }

  @Test
  void fails_the_map_where_the_bucket_denies_access() {
    out.deniesAccess();

    Execution run = run(EXPORT, "", "[1]");

    assertThat(run.error()).contains("States.Runtime");
    assertThat(run.cause())
        .contains(
            "An error occurred while executing the state 'Each' (entered at the event id #2)."
                + " Failed to write a test manifest into the specified output bucket."
                + " Access Denied (s3://out)");
    assertThat(HistoryLines.of(run))
        .endsWith("MapStateStarted<-2", "MapRunStarted<-3", "ExecutionFailed<-4");
    assertThat(run.mapRuns().get(0).status()).isEqualTo(MapRunStatus.FAILED);
    assertThat(out.objects()).isEmpty();
  }

  @Test
  void fails_the_map_without_a_bucket() {
    Execution run =
        run("\"Resource\": \"arn:aws:states:::s3:putObject\", \"Parameters\": {}", "", "[1]");

    assertThat(run.error()).contains("States.ResultWriterFailed");
    assertThat(run.cause()).contains("The ResultWriter needs the string 'Bucket', found none");
  }
}
