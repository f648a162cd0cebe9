package io.stepunit;

import static io.stepunit.ReplayedHistoriesTest.exported;
import static io.stepunit.ReplayedHistoriesTest.here;
import static io.stepunit.ReplayedHistoriesTest.onAws;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.recording.Comparison;
import io.stepunit.recording.Difference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Replays histories with Distributed Maps: what AWS makes up for a Map Run is told again. */
class ReplayedMapRunsTest {
  private static final String SAME = "The replay went exactly as recorded.";

  /** A Map whose result later states use. */
  private static String machine(String map, String then) {
    return """
    {"StartAt": "Each", "States": {
      "Each": {"Type": "Map", "Next": "Then", %s, "ItemProcessor": {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
        "StartAt": "One", "States": {"One": {"Type": "Pass", "End": true}}}},
      "Then": {"Type": "Pass", "Parameters": %s, "End": true}}}
    """
        .formatted(map, then);
  }

  private static final String WRITES =
      """
      "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject",
        "Parameters": {"Bucket": "out", "Prefix": "runs"}}
      """;
  private static final String MANIFEST =
      """
      {"all.$": "$", "id.$": "States.ArrayGetItem(States.StringSplit(
        $.ResultWriterDetails.Key, '/'), 1)", "machine.$": "$$.StateMachine",
        "execution.$": "$$.Execution.Id"}
      """
          .replace("(\n  ", "(");

  private static Comparison replay(
      Recording recording, String definition, Consumer<StepFunctionsEnvironment> world) {
    StepFunctionsEnvironment environment = here(recording);
    world.accept(environment);
    return recording.replay(environment.define("orders", definition)).comparison();
  }

  private static Comparison replay(String history, String definition) {
    return replay(Recording.ofHistory("history.json", history), definition, environment -> {});
  }

  private static String recorded(String definition) {
    return onAws().define("orders-prod", definition).run("[1, 2]").historyJson();
  }

  @Test
  void the_arn_of_a_map_run_may_be_another() {
    String unnamed = machine("\"MaxConcurrency\": 1", "{\"all.$\": \"$\"}");
    String labelled = machine("\"Label\": \"Lines\"", "{\"all.$\": \"$\"}");

    assertThat(replay(recorded(unnamed), unnamed).report()).isEqualTo(SAME);
    assertThat(replay(recorded(labelled), labelled).report()).isEqualTo(SAME);
  }

  @Test
  void the_names_of_a_map_run_may_have_any_form() {
    String definition = machine(WRITES, MANIFEST);
    String history =
        recorded(definition).replaceAll("orders-prod/[0-9a-f-]{36}:", "orders-prod/made-up-label:");
    String id = history.replaceFirst("(?s).*made-up-label:([0-9a-f-]{36}).*", "$1");

    Comparison comparison = replay(history.replace(id, "run-of-friday"), definition);

    assertThat(comparison.report()).isEqualTo(SAME);
  }

  @Test
  void a_declared_label_counts() {
    String definition = machine("\"Label\": \"Lines\"", "{\"all.$\": \"$\"}");

    Comparison comparison = replay(recorded(definition).replace("/Lines:", "/Rows:"), definition);

    assertThat(comparison.differences())
        .extracting(Difference::field)
        .containsExactly("/mapRunStartedEventDetails/mapRunArn");
  }

  @Test
  void a_map_run_is_the_same_one_where_later_states_name_it() {
    String definition = machine(WRITES, MANIFEST);

    assertThat(replay(recorded(definition), definition).report()).isEqualTo(SAME);
  }

  @Test
  void the_key_of_the_results_of_another_map_run_is_a_difference() {
    String definition = machine(WRITES, MANIFEST);
    String history = recorded(definition).replaceAll("runs/[0-9a-f]{8}-", "runs/00000000-");

    Comparison comparison = replay(history, definition);

    assertThat(comparison.differences())
        .extracting(Difference::field)
        .contains("/stateExitedEventDetails/output/ResultWriterDetails/Key");
  }

  @Test
  void two_map_runs_are_told_apart() {
    String map =
        """
        {"StartAt": "%1$s", "States": {"%1$s": {"Type": "Map", "End": true, %2$s,
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED",
            "ExecutionType": "STANDARD"}, "StartAt": "In%1$s", "States": {
              "In%1$s": {"Type": "Pass", "End": true}}}}}}
        """;
    String definition =
        """
        {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "Branches": [%s, %s],
          "End": true}}}
        """
            .formatted(map.formatted("A", WRITES), map.formatted("B", WRITES));
    String history = recorded(definition);
    String output = "\"executionSucceededEventDetails\"";
    int at = history.indexOf(output);
    String exchanged =
        history.substring(0, at)
            + history
                .substring(at)
                .replaceFirst("(runs/)([0-9a-f-]{36})(.*)(runs/)([0-9a-f-]{36})", "$1$5$3$4$2");

    assertThat(replay(history, definition).report()).isEqualTo(SAME);
    assertThat(exchanged).isNotEqualTo(history);
    assertThat(replay(exchanged, definition).isSame()).isFalse();
  }

  @Test
  void the_name_of_the_machine_on_aws_is_one_throughout() {
    String definition = machine("\"MaxConcurrency\": 1", "{\"of.$\": \"$$.StateMachine\"}");
    String history = recorded(definition);

    assertThat(replay(history.replace("orders-prod", "invoices"), definition).report())
        .isEqualTo(SAME);
    assertThat(
            replay(history.replace("mapRun:orders-prod", "mapRun:invoices"), definition).isSame())
        .isFalse();
  }

  @Test
  void listed_objects_may_have_been_stored_at_another_time() {
    String definition =
        machine(
            """
            "ItemReader": {"Resource": "arn:aws:states:::s3:listObjectsV2",
              "Parameters": {"Bucket": "in"}},
            "ItemSelector": {"object.$": "$$.Map.Item.Value",
              "since.$": "$$.Map.Item.Value.LastModified"}
            """,
            "{\"all.$\": \"$\"}");
    StepFunctionsEnvironment aws = onAws();
    aws.bucket("in").put("a", "1");
    aws.advance(ofSeconds(77));
    aws.bucket("in").put("b", "2");
    Recording recording = exported(aws.define("orders-prod", definition).run("{}"));

    Comparison same =
        replay(recording, definition, env -> env.bucket("in").put("a", "1").put("b", "2"));
    Comparison other =
        replay(recording, definition, env -> env.bucket("in").put("a", "1").put("b", "22"));

    assertThat(same.report()).isEqualTo(SAME);
    assertThat(other.differences())
        .extracting(Difference::field)
        .anyMatch(f -> f.endsWith("/Size"));
    assertThat(other.differences())
        .extracting(Difference::field)
        .noneMatch(field -> field.endsWith("/LastModified") || field.endsWith("/since"));
  }

  @Test
  void the_files_of_a_map_run_are_read_by_the_next_one() {
    String definition =
        """
        {"StartAt": "Each", "States": {
          "Each": {"Type": "Map", "Next": "Again", %s, "ItemProcessor": {
            "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
            "StartAt": "One", "States": {"One": {"Type": "Pass", "End": true}}}},
          "Again": {"Type": "Map", "End": true,
            "ItemReader": {"Resource": "arn:aws:states:::s3:listObjectsV2", "Parameters": {
              "Bucket": "out", "Prefix": "runs"}},
            "ItemProcessor": {
              "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
              "StartAt": "Two", "States": {"Two": {"Type": "Pass", "End": true,
                "Parameters": {"key.$": "$.Key", "at.$": "$.LastModified", "in.$": "$$.Execution.Id"}}}}}}}
        """
            .formatted(WRITES);

    assertThat(replay(recorded(definition), definition).report()).isEqualTo(SAME);
  }

  @Test
  void map_runs_within_iterations_that_run_at_once_are_told_apart() {
    String definition =
        """
        {"StartAt": "Lots", "States": {"Lots": {"Type": "Map", "End": true,
          "Items": "{% [$states.input, $states.input] %}", "ItemProcessor": {
            "StartAt": "Each", "States": {"Each": {"Type": "Map", "Next": "Tell",
              "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject",
                "Arguments": {"Bucket": "out", "Prefix": "runs"}},
              "ItemProcessor": {
                "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
                "StartAt": "One", "States": {"One": {"Type": "Pass", "End": true}}}},
              "Tell": {"Type": "Pass", "End": true,
                "Output": "{% $split($states.input.ResultWriterDetails.Key, '/') %}"}}}}},
          "QueryLanguage": "JSONata"}
        """;

    assertThat(replay(recorded(definition), definition).report()).isEqualTo(SAME);
  }

  @Test
  void children_tell_themselves_and_their_machine_by_other_names() {
    String definition =
        """
        {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "ItemProcessor": {
          "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
          "StartAt": "One", "States": {"One": {"Type": "Pass", "End": true,
            "Parameters": {"all.$": "$$"}}}}}}}
        """;

    assertThat(replay(recorded(definition), definition).report()).isEqualTo(SAME);
  }

  @Test
  void a_redriven_map_run_keeps_its_arn() {
    String definition =
        """
        {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, %s, "ItemProcessor": {
          "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "One", "States": {"One": {"Type": "Task", "End": true,
            "Resource": "arn:aws:lambda:eu-west-1:444455556666:function:f"}}}}}}
        """
            .formatted(WRITES);
    TestStateMachine machine = onAws().define("orders-prod", definition);
    tasks(machine);
    Recording recording = exported(machine.redrive(machine.run("[1, 2]")).finish());
    TestStateMachine again = here(recording).define("orders", definition);
    tasks(again);

    assertThat(recording.replay(again).comparison().report()).isEqualTo(SAME);
  }

  private static void tasks(TestStateMachine machine) {
    machine.mock("One").returns("1");
    machine.mock("Each[1]/One").fails("Bad", "item").thenReturns("2");
  }
}
