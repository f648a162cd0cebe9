package io.stepunit;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.stepunit.recording.Comparison;
import io.stepunit.recording.Difference;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays what StepUnit wrote itself, under another seed, at another time, by another name. */
class ReplayedHistoriesTest {
  private static final String ID = "3f0c2a52-7f1f-4f3e-9d1d-0d5b6a8c7e11";
  private static final String INPUT = "{\"id\": \"" + ID + "\", \"n\": 2, \"items\": [1, 2, 3]}";
  private static final String LAMBDA =
      "\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:eu-west-1:444455556666:function:f\"";
  private static final String QUEUE =
      """
      "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
      "Parameters": {"QueueUrl": "q", "MessageBody": {"token.$": "$$.Task.Token", "of.$": "$$"}}
      """;

  static StepFunctionsEnvironment onAws() {
    return StepFunctionsEnvironment.builder()
        .region("eu-west-1")
        .account("444455556666")
        .seed(7)
        .startTime(Instant.parse("2025-11-28T10:11:12.345Z"))
        .lenient()
        .build();
  }

  static StepFunctionsEnvironment here(Recording recording) {
    return recording
        .environment()
        .seed(99)
        .startTime(Instant.parse("2031-02-03T04:05:06Z"))
        .build();
  }

  static Recording exported(Execution execution) {
    return Recording.ofHistory("history.json", execution.historyJson());
  }

  static Arguments shape(
      String name, Function<TestStateMachine, Execution> run, String definition) {
    return arguments(named(name, definition), run);
  }

  static Stream<Arguments> shapes() {
    return Stream.of(statesWithoutTasks(), tasks(), branches(), nested(), cutShort(), redrives())
        .flatMap(Function.identity());
  }

  private static Stream<Arguments> statesWithoutTasks() {
    return Stream.of(
        shape(
            "context, times and UUIDs",
            machine -> machine.run(INPUT),
            """
            {"StartAt": "Show", "States": {
              "Show": {"Type": "Pass", "Parameters": {"all.$": "$$", "own.$": "States.UUID()",
                "same.$": "$.id", "text.$": "States.Format('{} at {}', States.UUID(), $$.State.Name)",
                "at.$": "$$.State.EnteredTime"}, "Next": "Again"},
              "Again": {"Type": "Pass", "Parameters": {"again.$": "$.own", "given.$": "$.same"},
                "Next": "Rest"},
              "Rest": {"Type": "Wait", "Seconds": 90, "Next": "Pick"},
              "Pick": {"Type": "Choice", "Default": "Bad", "Choices": [
                {"Variable": "$.again", "IsString": true, "Next": "Good"}]},
              "Bad": {"Type": "Fail"}, "Good": {"Type": "Succeed"}}}
            """),
        shape(
            "JSONata with variables",
            machine -> machine.run(INPUT),
            """
            {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
              "A": {"Type": "Pass", "Assign": {"id": "{% $uuid() %}", "at": "{% $now() %}"},
                "Output": {"run": "{% $states.context.Execution.Id %}",
                  "name": "{% $states.context.StateMachine.Name %}"}, "Next": "B"},
              "B": {"Type": "Pass", "Output": "{% $merge([$states.input, {'id': $id}]) %}",
                "Next": "C"},
              "C": {"Type": "Fail", "Error": "Nope", "Cause": "{% 'of ' & $id %}"}}}
            """),
        shape(
            "a failed expression",
            machine -> machine.run(INPUT),
            """
            {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
              "A": {"Type": "Pass", "Output": "{% $states.input.nope.x + 'a' %}", "End": true}}}
            """));
  }

  private static Stream<Arguments> tasks() {
    return Stream.of(
        shape(
            "retries, a timeout and a Catcher",
            machine -> {
              machine.mock("Call").fails("Busy", "503").taking(ofSeconds(3)).then().neverAnswers();
              return machine.run(INPUT);
            },
            """
            {"StartAt": "Call", "States": {
              "Call": {%s, "TimeoutSeconds": 20,
                "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 2}],
                "Catch": [{"ErrorEquals": ["States.Timeout"], "ResultPath": "$.e", "Next": "C"}],
                "End": true},
              "C": {"Type": "Succeed"}}}
            """
                .formatted(LAMBDA)),
        shape(
            "a callback",
            machine -> {
              machine.mock("Ask").waitsForToken();
              RunningExecution run = machine.start(INPUT).runUntilParked();
              run.advance(ofMinutes(5));
              run.token("Ask").succeed(Map.of("token", run.token("Ask").value()));
              return run.finish();
            },
            "{\"StartAt\": \"Ask\", \"States\": {\"Ask\": {%s, \"End\": true}}}".formatted(QUEUE)),
        shape(
            "an activity",
            machine -> {
              Activity activity = machine.environment().activity("work");
              RunningExecution run = machine.start(INPUT).runUntilParked();
              run.advance(ofSeconds(50));
              TaskToken token = activity.poll("kim").orElseThrow().token();
              run.advance(ofSeconds(5));
              token.fail("Work.Failed", "broken");
              return run.finish();
            },
            """
            {"StartAt": "Work", "States": {"Work": {"Type": "Task", "HeartbeatSeconds": 30,
              "Resource": "arn:aws:states:eu-west-1:444455556666:activity:work", "End": true}}}
            """),
        shape(
            "a job, and an API by its SDK",
            machine -> {
              machine.mock("Run").returns(Map.of("JobRunState", "SUCCEEDED")).submits(Map.of());
              machine.mock("Put").fails("S3.S3Exception", "no");
              return machine.run(INPUT);
            },
            """
            {"StartAt": "Run", "States": {
              "Run": {"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync",
                "Parameters": {"JobName": "j", "Arguments": {"--run.$": "$$.Execution.Name"}},
                "ResultPath": null, "Next": "Put"},
              "Put": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:putObject",
                "Parameters": {"Bucket": "b", "Key.$": "$.id", "Body.$": "$$.StateMachine.Id"},
                "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Done"}], "End": true},
              "Done": {"Type": "Pass", "End": true}}}
            """));
  }

  private static Stream<Arguments> branches() {
    String item =
        """
        "ItemProcessor": {"StartAt": "Each", "States": {"Each": {%s, "End": true}}}
        """
            .formatted(LAMBDA);
    return Stream.of(
        shape(
            "a Parallel and a Map in it, one failing",
            machine -> {
              machine.mock("Each").answers(call -> call.input());
              machine.mock("Both[1]/Lines[1]/Each").fails("Bad", "item").taking(ofSeconds(2));
              machine.mock("Both[1]/Lines[2]/Each").returns("3").taking(ofSeconds(9));
              return machine.run(INPUT);
            },
            """
            {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "Next": "Done",
              "Catch": [{"ErrorEquals": ["Bad"], "ResultPath": "$.why", "Next": "Done"}],
              "Branches": [
                {"StartAt": "Rest", "States": {"Rest": {"Type": "Wait", "Seconds": 5, "End": true}}},
                {"StartAt": "Lines", "States": {"Lines": {"Type": "Map", "ItemsPath": "$.items",
                  "End": true, %s}}}]},
              "Done": {"Type": "Pass", "End": true}}}
            """
                .formatted(item)),
        shape(
            "a Map of one item at a time, retried",
            machine -> {
              machine.mock("Each").answers(call -> call.input());
              machine.mock("Lines[1]/Each").fails("Busy", "503").thenReturns("2");
              return machine.run(INPUT);
            },
            """
            {"StartAt": "Lines", "States": {"Lines": {"Type": "Map", "ItemsPath": "$.items",
              "MaxConcurrency": 1, "Retry": [{"ErrorEquals": ["Busy"]}], "End": true, %s}}}
            """
                .formatted(item)));
  }

  private static Stream<Arguments> nested() {
    return Stream.of(
        shape(
            "a nested execution",
            machine -> {
              machine
                  .environment()
                  .define(
                      "child",
                      """
                      {"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {
                        "all.$": "$$"}, "End": true}}}
                      """);
              return machine.run(INPUT);
            },
            """
            {"StartAt": "Start", "States": {"Start": {"Type": "Task",
              "Resource": "arn:aws:states:::states:startExecution.sync:2", "Parameters": {
                "StateMachineArn": "arn:aws:states:eu-west-1:444455556666:stateMachine:child",
                "Input": {"AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$": "$$.Execution.Id"}},
              "End": true}}}
            """));
  }

  private static Stream<Arguments> cutShort() {
    return Stream.of(
        shape(
            "stopped",
            machine -> {
              RunningExecution run = machine.start(INPUT);
              run.advance(ofSeconds(30));
              run.stop("Halt", "enough");
              return run.snapshot();
            },
            """
            {"StartAt": "Rest", "States": {"Rest": {"Type": "Wait", "Seconds": 60, "End": true}}}
            """),
        shape(
            "timed out",
            machine -> {
              machine.mock("Call").neverAnswers();
              return machine.run(INPUT);
            },
            """
            {"TimeoutSeconds": 40, "StartAt": "Call", "States": {"Call": {%s, "End": true}}}
            """
                .formatted(LAMBDA)),
        shape(
            "still running",
            machine -> {
              RunningExecution run = machine.start(INPUT);
              run.advance(ofSeconds(30));
              return run.snapshot();
            },
            """
            {"StartAt": "Rest", "States": {"Rest": {"Type": "Wait", "Seconds": 20, "Next": "More"},
              "More": {"Type": "Wait", "Seconds": 60, "End": true}}}
            """));
  }

  private static Stream<Arguments> redrives() {
    String tasks =
        """
        {"StartAt": "A", "States": {
          "A": {%1$s, "Next": "B"},
          "B": {%1$s, "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 1}], "Next": "C"},
          "C": {"Type": "Pass", "Parameters": {"of.$": "$$.Execution"}, "End": true}}}
        """
            .formatted(LAMBDA);
    return Stream.of(
        shape(
            "redriven twice",
            machine -> {
              machine.mock("A").returns("1");
              machine.mock("B").fails("Busy", "503").times(4).then().returns("2");
              Execution failed = machine.run(INPUT);
              machine.environment().advance(ofMinutes(3));
              Execution again = machine.redrive(failed).finish();
              machine.environment().advance(ofMinutes(3));
              return machine.redrive(again).finish();
            },
            tasks),
        shape(
            "stopped and redriven",
            machine -> {
              machine.mock("A").returns("1");
              machine.mock("B").neverAnswers().then().returns("2");
              RunningExecution run = machine.start(INPUT);
              run.advance(ofSeconds(10));
              run.stop();
              run.advance(ofSeconds(10));
              return run.redrive().finish();
            },
            tasks),
        shape(
            "branches and iterations redriven",
            machine -> {
              machine.mock("Kept").returns("1");
              machine.mock("Both[1]/Lines[0]/Each").returns("1");
              machine
                  .mock("Both[1]/Lines[1]/Each")
                  .fails("Bad", "item")
                  .taking(ofSeconds(2))
                  .thenReturns("2");
              machine.mock("Both[1]/Lines[2]/Each").returns("3").taking(ofSeconds(9));
              Execution failed = machine.run(INPUT);
              return machine.redrive(failed).finish();
            },
            """
            {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
              {"StartAt": "Kept", "States": {"Kept": {%1$s, "End": true}}},
              {"StartAt": "Lines", "States": {"Lines": {"Type": "Map", "ItemsPath": "$.items",
                "End": true, "ItemProcessor": {"StartAt": "Each", "States": {
                  "Each": {%1$s, "End": true}}}}}}]}}}
            """
                .formatted(LAMBDA)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void an_own_history_goes_as_recorded(
      String definition, Function<TestStateMachine, Execution> run) {
    Recording recording = exported(run.apply(onAws().define("orders-prod", definition)));

    Comparison comparison =
        recording.replay(here(recording).define("orders", definition)).comparison();

    assertThat(comparison.report()).isEqualTo("The replay went exactly as recorded.");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void a_history_without_marks_of_truncation_is_the_same(
      String definition, Function<TestStateMachine, Execution> run) {
    Execution execution = run.apply(onAws().define("orders-prod", definition));
    String bare =
        execution
            .historyJson()
            .replaceAll(",?\\s*\"\\w+Details\": \\{\\s*\"truncated\": false\\s*}", "");
    assertThat(bare).doesNotContain("truncated");

    Recording recording = Recording.ofHistory("history.json", bare);
    Comparison comparison =
        recording.replay(here(recording).define("orders", definition)).comparison();

    assertThat(comparison.report()).isEqualTo("The replay went exactly as recorded.");
  }

  private static Comparison afterChange(String parameters, String changed) {
    String definition =
        "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"End\": true,"
            + " \"Parameters\": {%s}}}}";
    TestStateMachine machine = onAws().define("orders-prod", definition.formatted(parameters));
    Recording recording = exported(machine.run(INPUT));
    return recording
        .replay(here(recording).define("orders", definition.formatted(changed)))
        .comparison();
  }

  @Test
  void an_id_that_was_given_is_no_other_one() {
    Comparison comparison = afterChange("\"of.$\": \"$.id\"", "\"of.$\": \"States.UUID()\"");

    assertThat(comparison.differences())
        .extracting(Difference::field)
        .containsExactly(
            "/executionSucceededEventDetails/output/of",
            "/stateExitedEventDetails/output/of",
            "/executionSucceededEventDetails/output/of");
  }

  @Test
  void two_ids_that_were_made_up_do_not_become_one() {
    String two = "\"a.$\": \"States.UUID()\", \"b.$\": \"States.UUID()\"";
    String one = "\"a.$\": \"$$.Execution.Name\", \"b.$\": \"$$.Execution.Name\"";

    assertThat(afterChange(two, two).report()).isEqualTo("The replay went exactly as recorded.");
    assertThat(afterChange(two, one).isSame()).isFalse();
    assertThat(afterChange(one, two).isSame()).isFalse();
  }

  @Test
  void random_numbers_differ() {
    String random = "\"n.$\": \"States.MathRandom(1, 1000000)\"";

    assertThat(afterChange(random, random).firstEvent().orElseThrow().event()).hasValue(3);
  }
}
