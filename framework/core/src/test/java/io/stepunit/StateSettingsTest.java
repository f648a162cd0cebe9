package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.json.Json;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields of states that read a number or a time from the input. */
class StateSettingsTest {
  private static final String PREFIX =
      "An error occurred while executing the state 'S' (entered at the event id #2). ";

  private TestStateMachine machine(String fields) {
    return StepFunctionsEnvironment.create()
        .define(
            "m",
            "{\"StartAt\": \"S\", \"States\": {\"S\": {%s, \"End\": true}}}".formatted(fields));
  }

  private static void assertFails(Execution run, String cause) {
    assertThat(run.error()).contains("States.Runtime");
    assertThat(run.cause()).contains(PREFIX + cause);
  }

  @Nested
  class A_wait {
    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7", "7.0, 7", "\"7\", 7"})
    void lasts_as_many_seconds_as_its_path_says(String value, long seconds) {
      Execution run =
          machine("\"Type\": \"Wait\", \"SecondsPath\": \"$.p\"").run("{\"p\": " + value + "}");

      assertThat(run.duration()).hasSeconds(seconds);
      assertThat(Json.text(run.output().orElseThrow())).contains("\"p\"");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{\"p\": -1}     | The SecondsPath parameter references a negative value: $.p == -1",
          "{\"p\": 1.5}    | The SecondsPath parameter cannot be parsed as a long value: $.p =="
              + " 1.5",
          "{\"p\": \"x\"}  | The SecondsPath parameter cannot be parsed as a long value: $.p == x",
          "{\"p\": \"1.5\"} | The SecondsPath parameter cannot be parsed as a long value: $.p =="
              + " 1.5",
          "{\"p\": \"-1\"} | The SecondsPath parameter references a negative value: $.p == -1",
          "{\"p\": null}   | The SecondsPath parameter cannot be parsed as a long value: $.p =="
              + " null",
          "{}              | The SecondsPath parameter does not reference an input value: $.p",
          "{\"p\": 2147483648} | Wait state delay is too long."
        })
    void refuses_seconds_that_it_cannot_wait(String input, String cause) {
      assertFails(machine("\"Type\": \"Wait\", \"SecondsPath\": \"$.p\"").run(input), cause);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "2026-01-01T00:00:05Z",
          "2026-01-01T01:00:05+01:00",
          "2026-01-01T00:00:05.000000Z",
          "2026-01-01T00:00:05.0000000000000Z"
        })
    void lasts_until_the_instant_whatever_its_offset_and_fraction(String timestamp) {
      Execution run =
          machine("\"Type\": \"Wait\", \"TimestampPath\": \"$\"").run('"' + timestamp + '"');

      assertThat(run.duration()).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "2026-01-01",
          "2026-01-01T00:00:05",
          "2026-01-01 00:00:05Z",
          "2026-01-01t00:00:05z",
          "2026-13-01T00:00:05Z",
          "2026-01-01T25:00:00Z",
          "01-01-2026T00:00:05Z"
        })
    void refuses_what_is_no_timestamp(String timestamp) {
      Execution run =
          machine("\"Type\": \"Wait\", \"TimestampPath\": \"$.p\"")
              .run("{\"p\": \"" + timestamp + "\"}");

      assertFails(
          run,
          "The TimestampPath parameter does not reference a valid ISO-8601 extended offset"
              + " date-time format string: $.p == "
              + timestamp);
    }

    @Test
    void cannot_wait_for_more_than_31_bits_of_seconds() {
      Instant limit = StepFunctionsEnvironment.DEFAULT_START.plusSeconds(Integer.MAX_VALUE);
      TestStateMachine machine = machine("\"Type\": \"Wait\", \"TimestampPath\": \"$\"");

      Execution furthest = machine.run('"' + limit.toString() + '"');
      Execution tooFar =
          StepFunctionsEnvironment.create()
              .register("m", machine.definition())
              .run('"' + limit.plusSeconds(1).toString() + '"');

      assertThat(furthest.cause()).isEmpty();
      assertFails(tooFar, "Wait state delay is too long.");
    }
  }

  @Nested
  class A_task {
    private static final String TASK =
        "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sqs:sendMessage.waitForTaskToken\", ";

    private Execution silent(String fields, String input) {
      TestStateMachine machine = machine(TASK + fields);
      machine.mock("S").neverAnswers().lenient();
      return machine.run(input);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TimeoutSecondsPath", "HeartbeatSecondsPath"})
    void reads_its_limits_from_the_input_the_context_and_variables(String field) {
      String path = "\"" + field + "\": \"%s\"";

      assertThat(silent(path.formatted("$.p"), "{\"p\": 7}").duration()).hasSeconds(7);
      assertThat(silent(path.formatted("$$.Execution.Input.p"), "{\"p\": 7}").duration())
          .hasSeconds(7);
      assertThat(
              silent("\"InputPath\": \"$.in\", " + path.formatted("$.p"), "{\"in\": {\"p\": 7}}")
                  .duration())
          .hasSeconds(7);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{}             | Invalid path '$.p' : No results for path: $['p']",
          "{\"p\": \"x\"} | The %s field refers to value \"x\" which is not a valid integer: $.p",
          "{\"p\": 1.5}   | The %s field refers to value \"1.5\" which is not a valid integer: $.p",
          "{\"p\": null}  | The %s field refers to value \"null\" which is not a valid integer:"
              + " $.p",
          "{\"p\": {}}    | The %s field refers to value \"{}\" which is not a valid integer: $.p",
          "{\"p\": 0}     | The %s field refers to value \"0\" which is not a valid positive"
              + " integer: $.p",
          "{\"p\": -1}    | The %s field refers to value \"-1\" which is not a valid positive"
              + " integer: $.p"
        })
    void fails_before_it_is_scheduled_where_a_limit_is_none(String input, String cause) {
      for (String field : new String[] {"TimeoutSecondsPath", "HeartbeatSecondsPath"}) {
        Execution run = silent("\"" + field + "\": \"$.p\"", input);

        assertFails(run, cause.formatted(field));
        assertThat(HistoryLines.of(run)).endsWith("TaskStateEntered<-0", "ExecutionFailed<-2");
      }
    }

    @Test
    void tells_its_limits_in_the_history() {
      Execution run =
          silent("\"TimeoutSeconds\": 60, \"HeartbeatSecondsPath\": \"$.p\"", "{\"p\": 7}");

      assertThat(run.historyJson())
          .contains("\"timeoutInSeconds\": 60", "\"heartbeatInSeconds\": 7");
    }
  }

  @Nested
  class A_map {
    private static final String MAP =
        "\"Type\": \"Map\", \"ItemProcessor\": {\"StartAt\": \"P\", \"States\": {\"P\": {\"Type\":"
            + " \"Wait\", \"Seconds\": 10, \"End\": true}}}, ";

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 50", "2, 30", "4, 20", "5, 10", "100, 10"})
    void runs_as_many_iterations_at_once_as_it_may(String limit, long seconds) {
      Execution literal = machine(MAP + "\"MaxConcurrency\": " + limit).run("[1, 2, 3, 4, 5]");
      Execution path =
          machine(MAP + "\"ItemsPath\": \"$.i\", \"MaxConcurrencyPath\": \"$.p\"")
              .run("{\"i\": [1, 2, 3, 4, 5], \"p\": " + limit + "}");

      assertThat(literal.duration()).hasSeconds(seconds);
      assertThat(path.duration()).hasSeconds(seconds);
    }

    @Test
    void runs_forty_iterations_at_once_at_most() {
      String items = "[" + "1, ".repeat(40) + "1]";

      assertThat(machine(MAP + "\"MaxConcurrency\": 0").run(items).duration()).hasSeconds(20);
      assertThat(machine(MAP + "\"MaxConcurrency\": 41").run(items).duration()).hasSeconds(20);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          // field            | input                        | cause | events before it
          "MaxConcurrencyPath | {\"i\": [1], \"p\": \"x\"} | The MaxConcurrencyPath field refers to"
              + " value \"x\" which is not a valid integer: $.p | 2",
          "MaxConcurrencyPath | {\"i\": [1]}               | Invalid path '$.p' : No results for"
              + " path: $['p'] | 2",
          "ToleratedFailureCountPath | {\"i\": [1], \"p\": -1} | ToleratedFailureCount cannot be"
              + " negative. | 3",
          "ToleratedFailureCountPath | {\"i\": [1], \"p\": \"x\"} | The ToleratedFailureCountPath"
              + " field refers to value \"x\" which is not a valid integer: $.p | 3",
          "ToleratedFailurePercentagePath | {\"i\": [1], \"p\": 100.1} | ToleratedFailurePercentage"
              + " must be between 0 and 100. | 3",
          "ToleratedFailurePercentagePath | {\"i\": [1], \"p\": -0.1} | ToleratedFailurePercentage"
              + " must be between 0 and 100. | 3"
        })
    void refuses_limits_that_are_none(String field, String input, String cause, int before) {
      Execution run =
          machine(MAP + "\"ItemsPath\": \"$.i\", \"" + field + "\": \"$.p\"").run(input);

      assertFails(run, cause);
      assertThat(HistoryLines.of(run)).endsWith("ExecutionFailed<-" + before).hasSize(before + 1);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "$.i               | {\"i\": {\"a\": 1}} | Reference path \"$.i\" must point to array.",
          "$.i               | {\"i\": null}       | Reference path \"$.i\" must point to array.",
          "$.i               | {\"i\": \"[]\"}     | Reference path \"$.i\" must point to array.",
          "$                 | {}                  | Reference path \"$\" must point to array.",
          "$$                | {}                  | Reference path \"$\" must point to array.",
          "$$.Execution.Name | {}                  | Reference path \"$.Execution.Name\" must point"
              + " to array."
        })
    void goes_over_an_array_only_and_its_failure_does_not_name_the_state(
        String path, String input, String cause) {
      Execution run = machine(MAP + "\"ItemsPath\": \"" + path + "\"").run(input);

      assertThat(run.error()).contains("States.Runtime");
      assertThat(run.cause()).contains(cause);
      assertThat(HistoryLines.of(run)).endsWith("MapStateEntered<-0", "ExecutionFailed<-2");
    }

    @Test
    void names_the_state_where_its_path_finds_nothing() {
      assertFails(
          machine(MAP + "\"ItemsPath\": \"$.i\"").run("{}"),
          "Invalid path '$.i' : No results for path: $['i']");
    }

    @Test
    void goes_over_its_input_where_that_is_an_array_only() {
      assertThat(machine(MAP + "\"MaxConcurrency\": 1").run("{\"a\": 1}").cause())
          .contains("Reference path \"$\" must point to array.");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 3", "1, 1, 6", "2, 0, 3"})
    void fails_after_what_let_the_iteration_start_where_its_selector_fails(
        int limit, int bad, int previous) {
      String selector = "\"ItemSelector\": {\"v.$\": \"$$.Map.Item.Value.v\"}, ";

      Execution run =
          machine(MAP + selector + "\"MaxConcurrency\": " + limit)
              .run(bad == 0 ? "[{}, {\"v\": 1}]" : "[{\"v\": 1}, {}]");

      assertThat(run.error()).contains("States.Runtime");
      assertThat(run.cause().orElseThrow())
          .startsWith(PREFIX + "The JSONPath '$$.Map.Item.Value.v'");
      assertThat(HistoryLines.of(run)).endsWith("ExecutionFailed<-" + previous);
    }

    @Test
    void starts_a_queued_iteration_after_the_event_before_the_end_that_made_room() {
      TestStateMachine machine =
          machine(
              """
              "Type": "Map", "MaxConcurrency": 2, "ItemProcessor": {"StartAt": "W", "States": {
                "W": {"Type": "Wait", "SecondsPath": "$", "End": true}}}
              """);

      Execution run = machine.run("[1, 5, 1, 1]");

      assertThat(HistoryLines.of(run))
          .containsExactly(
              "ExecutionStarted<-0",
              "MapStateEntered<-0",
              "MapStateStarted<-2",
              "MapIterationStarted<-3",
              "MapIterationStarted<-3",
              "WaitStateEntered<-4",
              "WaitStateEntered<-5",
              "WaitStateExited<-6",
              "MapIterationSucceeded<-8",
              "MapIterationStarted<-8",
              "WaitStateEntered<-10",
              "WaitStateExited<-11",
              "MapIterationSucceeded<-12",
              "MapIterationStarted<-12",
              "WaitStateEntered<-14",
              "WaitStateExited<-15",
              "MapIterationSucceeded<-16",
              "WaitStateExited<-7",
              "MapIterationSucceeded<-18",
              "MapStateSucceeded<-19",
              "MapStateExited<-19",
              "ExecutionSucceeded<-21");
    }
  }
}
