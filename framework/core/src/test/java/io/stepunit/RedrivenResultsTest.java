package io.stepunit;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.bucket.Bucket;
import io.stepunit.bucket.StoredObject;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The files that a ResultWriter writes for a Map Run and for each of its redrives. */
class RedrivenResultsTest {
  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final Bucket out = env.bucket("out");

  private TestStateMachine define(String type) {
    return env.define(
        "map",
        """
        {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "MaxConcurrency": 2,
          "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject",
            "Parameters": {"Bucket": "out", "Prefix": "runs"}},
          "ItemProcessor": {
            "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "%s"},
            "StartAt": "Wait", "States": {
              "Wait": {"Type": "Wait", "SecondsPath": "$.s", "Next": "T"},
              "T": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f",
                "End": true}}}}}}
        """
            .formatted(type));
  }

  /** Item 1 fails, 2 is cut off, 4 and 5 never start. */
  private static final String ITEMS =
      """
      [{"s": 0, "i": 0}, {"s": 8, "i": 1}, {"s": 30, "i": 2}, {"s": 0, "i": 3}, {"s": 0, "i": 4},
       {"s": 0, "i": 5}]
      """;

  private static String folder(Execution run) {
    String arn = run.mapRuns().get(0).arn();
    return "runs/" + arn.substring(arn.lastIndexOf(':') + 1);
  }

  private List<String> keys() {
    return out.objects().stream().map(StoredObject::key).toList();
  }

  private List<Integer> indexes(String key) {
    List<Integer> indexes = new ArrayList<>();
    for (JsonNode entry : out.object(key).json()) {
      indexes.add(Json.parse(entry.get("Input").textValue()).get("i").intValue());
    }
    return indexes;
  }

  private List<String> named(Execution run, String kind) {
    String key = run.outputAt("$.ResultWriterDetails.Key").orElseThrow().textValue();
    List<String> keys = new ArrayList<>();
    for (JsonNode file : out.object(key).json().get("ResultFiles").get(kind)) {
      keys.add(file.get("Key").textValue());
      assertThat(file.get("Size").intValue())
          .isEqualTo(out.object(file.get("Key").textValue()).bytes().length);
    }
    return keys;
  }

  @Test
  void a_redrive_writes_into_a_folder_of_its_own_and_names_the_successes_of_all_runs() {
    TestStateMachine machine = define("STANDARD");
    machine.mock("T").answers(call -> call.input());
    machine.mock("Each[1]/T").fails("Bad").thenReturns(1);
    Execution failed = machine.run(ITEMS);
    String folder = folder(failed);
    List<String> before = keys();
    String manifest = out.object(folder + "/manifest.json").text();

    Execution redriven = machine.redrive(failed).finish();

    assertThat(before)
        .containsExactly(
            folder + "/FAILED_0.json",
            folder + "/PENDING_0.json",
            folder + "/SUCCEEDED_0.json",
            folder + "/manifest.json");
    assertThat(redriven.outputAt("$.ResultWriterDetails.Key"))
        .hasValue(Json.NODES.textNode(folder + "/Redrive-1/manifest.json"));
    assertThat(keys())
        .containsExactlyInAnyOrder(
            folder + "/FAILED_0.json",
            folder + "/PENDING_0.json",
            folder + "/SUCCEEDED_0.json",
            folder + "/manifest.json",
            folder + "/Redrive-1/SUCCEEDED_0.json",
            folder + "/Redrive-1/manifest.json");
    assertThat(out.object(folder + "/manifest.json").text()).isEqualTo(manifest);
    assertThat(named(redriven, "FAILED")).isEmpty();
    assertThat(named(redriven, "PENDING")).isEmpty();
    assertThat(named(redriven, "SUCCEEDED"))
        .containsExactly(folder + "/SUCCEEDED_0.json", folder + "/Redrive-1/SUCCEEDED_0.json");
    assertThat(indexes(folder + "/FAILED_0.json")).containsExactly(1, 2);
    assertThat(indexes(folder + "/PENDING_0.json")).containsExactly(4, 5);
    assertThat(indexes(folder + "/SUCCEEDED_0.json")).containsExactly(0, 3);
    assertThat(indexes(folder + "/Redrive-1/SUCCEEDED_0.json")).containsExactly(1, 2, 4, 5);
  }

  @Test
  void entries_of_redriven_children_have_the_date_of_their_redrive() {
    TestStateMachine machine = define("STANDARD");
    machine.mock("T").answers(call -> call.input());
    machine.mock("Each[1]/T").fails("Bad").thenReturns(1);
    Execution failed = machine.run(ITEMS);
    env.advance(ofSeconds(12));

    Execution redriven = machine.redrive(failed).finish();

    JsonNode entries = out.object(folder(redriven) + "/Redrive-1/SUCCEEDED_0.json").json();
    assertThat(entries.get(0).fieldNames())
        .toIterable()
        .containsExactly(
            "ExecutionArn",
            "Input",
            "InputDetails",
            "Name",
            "Output",
            "OutputDetails",
            "RedriveCount",
            "RedriveDate",
            "RedriveStatus",
            "RedriveStatusReason",
            "StartDate",
            "StateMachineArn",
            "Status",
            "StopDate");
    assertThat(entries.get(0).get("RedriveDate").textValue()).isEqualTo("2026-01-01T00:00:20Z");
    assertThat(entries.get(0).get("RedriveCount").intValue()).isEqualTo(1);
    assertThat(entries.get(2).has("RedriveDate")).isFalse();
  }

  @Test
  void entries_of_express_children_have_a_count_of_redrives_alone() {
    TestStateMachine machine = define("EXPRESS");
    machine.mock("T").answers(call -> call.input());
    machine.mock("Each[1]/T").fails("Bad").thenReturns(1);
    Execution failed = machine.run(ITEMS);

    Execution redriven = machine.redrive(failed).finish();

    String folder = folder(redriven);
    assertThat(out.object(folder + "/FAILED_0.json").json().get(0).fieldNames())
        .toIterable()
        .containsExactly(
            "Error",
            "ExecutionArn",
            "Input",
            "InputDetails",
            "Name",
            "OutputDetails",
            "RedriveCount",
            "StartDate",
            "StateMachineArn",
            "Status",
            "StopDate");
    JsonNode again = out.object(folder + "/Redrive-1/SUCCEEDED_0.json").json().get(0);
    assertThat(again.get("RedriveCount").intValue()).isEqualTo(1);
    assertThat(again.get("StartDate").textValue()).isEqualTo("2026-01-01T00:00:30Z");
  }

  @Test
  void a_redrive_without_a_new_success_writes_an_empty_file_where_there_were_some_before() {
    TestStateMachine machine = define("STANDARD");
    machine.mock("T").answers(call -> call.input());
    machine.mock("Each[1]/T").fails("Bad").times(2).thenReturns(1);
    machine.mock("Each[2]/T").fails("Bad").thenReturns(1);
    Execution first =
        machine.run("[{\"s\": 0, \"i\": 0}, {\"s\": 8, \"i\": 1}, {\"s\": 8, \"i\": 2}]");
    machine.mock("Each[2]/T").fails("Bad").thenReturns(1);

    Execution second = machine.redrive(first).finish();
    Execution third = machine.redrive(second).finish();

    String folder = folder(first);
    assertThat(out.object(folder + "/Redrive-1/SUCCEEDED_0.json").text()).isEqualTo("[]");
    assertThat(indexes(folder + "/Redrive-1/FAILED_0.json")).containsExactly(1, 2);
    assertThat(named(third, "SUCCEEDED"))
        .containsExactly(
            folder + "/SUCCEEDED_0.json",
            folder + "/Redrive-1/SUCCEEDED_0.json",
            folder + "/Redrive-2/SUCCEEDED_0.json");
  }

  @Test
  void a_run_without_any_success_writes_no_file_of_successes() {
    TestStateMachine machine = define("STANDARD");
    machine.mock("T").fails("Bad").times(2).thenReturns(1);
    Execution first = machine.run("[{\"s\": 0, \"i\": 0}]");

    Execution second = machine.redrive(first).finish();
    Execution third = machine.redrive(second).finish();

    String folder = folder(first);
    assertThat(keys())
        .containsExactlyInAnyOrder(
            folder + "/FAILED_0.json",
            folder + "/manifest.json",
            folder + "/Redrive-1/FAILED_0.json",
            folder + "/Redrive-1/manifest.json",
            folder + "/Redrive-2/SUCCEEDED_0.json",
            folder + "/Redrive-2/manifest.json");
    assertThat(named(third, "SUCCEEDED")).containsExactly(folder + "/Redrive-2/SUCCEEDED_0.json");
  }
}
