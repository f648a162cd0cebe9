package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.bucket.Bucket;
import io.stepunit.bucket.StoredObject;
import io.stepunit.history.EventType;
import io.stepunit.history.HistoryEvent;
import io.stepunit.internal.json.Json;
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
                  {"FAILED": [], "PENDING": [], "SUCCEEDED": [{"Key": "%s", "Size": %d}]}}
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
    Execution run = run(EXPORT, "\"MaxConcurrency\": 1,", "[1, \"bad\", 3]");

    String folder = "runs/" + runId(run);
    assertThat(run.error()).contains("States.ExceedToleratedFailureThreshold");
    assertThat(out.object(folder + "/SUCCEEDED_0.json").json()).hasSize(1);
    JsonNode failed = out.object(folder + "/FAILED_0.json").json().get(0);
    assertThat(failed.get("Error").asText()).isEqualTo("Bad");
    assertThat(failed.get("Cause").asText()).isEqualTo("as it is");
    assertThat(failed.get("RedriveStatus").asText()).isEqualTo("REDRIVABLE_BY_MAP_RUN");
    JsonNode pending = out.object(folder + "/PENDING_0.json").json().get(0);
    assertThat(pending.get("Input").asText()).isEqualTo("3");
    assertThat(
            out.object(folder + "/manifest.json").json().at("/ResultFiles/PENDING/0/Key").asText())
        .isEqualTo(folder + "/PENDING_0.json");
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

    assertThat(run.error()).contains("States.ResultWriterFailed");
    assertThat(run.cause()).contains("Access Denied (s3://out)");
    assertThat(run.events())
        .extracting(HistoryEvent::type)
        .endsWith(
            EventType.MAP_RUN_STARTED,
            EventType.MAP_RUN_FAILED,
            EventType.MAP_STATE_FAILED,
            EventType.EXECUTION_FAILED);
    assertThat(out.objects()).isEmpty();
  }

  @Test
  void fails_the_map_without_a_bucket() {
    Execution run =
        run("\"Resource\": \"arn:aws:states:::s3:putObject\", \"Parameters\": {}", "", "[1]");

    assertThat(run.cause()).contains("The ResultWriter needs the text 'Bucket', found none");
  }
}
