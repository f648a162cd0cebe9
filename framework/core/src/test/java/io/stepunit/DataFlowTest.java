package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.json.Json;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How data goes through a JSONPath state: asl-fields of the specification, "processing order". */
class DataFlowTest {
  private static final String PREFIX =
      "An error occurred while executing the state 'S' (entered at the event id #2). ";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  /** Runs one state with these fields. */
  private Execution run(String fields, String input) {
    String definition =
        """
        {"StartAt": "S", "States": {"S": {%s, "End": true}}}
        """;
    return StepFunctionsEnvironment.create()
        .define("data", definition.formatted(fields))
        .run(input);
  }

  private static String output(Execution run) {
    assertThat(run.cause()).isEmpty();
    return Json.text(run.output().orElseThrow());
  }

  private static void assertFails(Execution run, String cause) {
    assertFails(run, "States.Runtime", cause);
  }

  private static void assertFails(Execution run, String error, String cause) {
    assertThat(run.error()).contains(error);
    assertThat(run.cause()).contains(PREFIX + cause);
    assertThat(HistoryLines.of(run)).endsWith("ExecutionFailed<-2").hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // fields                                            | input         | output
        "\"InputPath\": null                                  | {\"a\": 1}    | {}",
        "\"InputPath\": null, \"Parameters\": {\"x.$\": \"$\"} | {\"a\": 1}   | {\"x\":{}}",
        "\"OutputPath\": null                                 | {\"a\": 1}    | {}",
        "\"Result\": 9, \"ResultPath\": null                  | {\"a\": 1}    | {\"a\":1}",
        "\"Result\": null                                     | {\"a\": 1}    | {\"a\":1}",
        "\"Result\": null, \"Parameters\": {\"x.$\": \"$.a\"}  | {\"a\": 1}    | {\"x\":1}",
        "\"Result\": {\"n\": [1.00, 2.50, 3, 1e2]}            | {}            |"
            + " {\"n\":[1.0,2.5,3,100.0]}",
        "\"Result\": {\"x.$\": \"$.a\"}                       | {\"a\": 1}    | {\"x.$\":\"$.a\"}",
        "\"InputPath\": \"$.a\"                               | {\"a\": null} | null",
        "\"OutputPath\": \"$.a\"                              | {\"a\": null} | null",
        "\"InputPath\": \"$.a[*].b\"                          | {\"a\": [1]}  | []",
        "\"InputPath\": \"$.a[?(@.n > 1)]\"                   | {\"a\": [{\"n\": 1}]} | []",
        "\"InputPath\": \"$.a[0:2]\"                          | {\"a\": [1, 2, 3]}    | [1,2]",
        "\"InputPath\": \"$..n\"                              | {\"a\": {\"n\": 1}, \"n\": 2} |"
            + " [2,1]",
        "\"InputPath\": \"$.a[-1]\"                           | {\"a\": [1, 2]}       | 2",
        "\"Result\": 9, \"ResultPath\": \"$\"                 | {\"a\": 1}    | 9",
        "\"Result\": 9, \"ResultPath\": \"$.a\"               | {\"a\": 1}    | {\"a\":9}",
        "\"Result\": 9, \"ResultPath\": \"$.b.c\"             | {\"a\": 1}    |"
            + " {\"a\":1,\"b\":{\"c\":9}}",
        "\"Result\": 9, \"ResultPath\": \"$.a[1].x\"          | {\"a\": [{}, {}]} |"
            + " {\"a\":[{},{\"x\":9}]}",
        "\"Result\": 9, \"ResultPath\": \"$[0]\"              | [1, 2]        | [9,2]"
      })
  void goes_through_a_pass(String fields, String input, String output) {
    Execution run = run("\"Type\": \"Pass\", " + fields, input);

    assertThat(output(run)).isEqualTo(output);
  }

  @Test
  void passes_the_fields_in_their_order_and_results_go_into_the_raw_input() {
    TestStateMachine machine =
        env.define(
            "order",
            """
            {"StartAt": "S", "States": {"S": {"Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke",
              "InputPath": "$.in",
              "Parameters": {"FunctionName": "f", "Payload": {"asked.$": "$.v"}},
              "ResultSelector": {"selected.$": "$.Payload.asked"}, "ResultPath": "$.result",
              "OutputPath": "$['raw', 'result']", "End": true}}}
            """);
    machine.mock("S").answers(call -> call.input());

    Execution run = machine.run("{\"in\": {\"v\": 7}, \"raw\": true}");

    assertThat(output(run)).isEqualTo("{\"raw\":true,\"result\":{\"selected\":7}}");
  }

  @Test
  void choices_waits_and_succeeds_filter_their_input_twice() {
    Execution run =
        env.define(
                "passive",
                """
                {"StartAt": "C", "States": {
                  "C": {"Type": "Choice", "InputPath": "$.c", "OutputPath": "$.w",
                    "Choices": [{"Variable": "$.n", "NumericEquals": 1, "Next": "W"}]},
                  "W": {"Type": "Wait", "InputPath": "$.x", "OutputPath": "$.y", "SecondsPath": "$.s",
                    "Next": "S"},
                  "S": {"Type": "Succeed", "InputPath": "$.z", "OutputPath": "$.end"}}}
                """)
            .run("{\"c\": {\"n\": 1, \"w\": {\"x\": {\"s\": 3, \"y\": {\"z\": {\"end\": 5}}}}}}");

    assertThat(output(run)).isEqualTo("5");
    assertThat(run.duration()).hasSeconds(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "InputPath  | $.a     | {\"b\": 1}   | Invalid path '$.a' : No results for path: $['a']",
        "OutputPath | $.a.b.c | {\"x\": 1}   | Invalid path '$.a.b.c' : Missing property in path"
            + " $['a']",
        "InputPath  | $.a[3]  | {\"a\": [1]} | Invalid path '$.a[3]' : No results for path:"
            + " $['a'][3]",
        "ResultPath | $.r     | \"text\"     | Unable to apply ReferencePath $.r to input \"text\"",
        "ResultPath | $.r     | [1]          | Unable to apply ReferencePath $.r to input [1]",
        "ResultPath | $.r     | null         | Unable to apply ReferencePath $.r to input null",
        "ResultPath | $.a.b   | {\"a\": 1}   | Unable to apply ReferencePath $.a.b to input"
            + " {\"a\":1}",
        "ResultPath | $.a[2]  | {\"a\": [1]} | Unable to apply ReferencePath $.a[2] to input"
            + " {\"a\":[1]}"
      })
  void fails_where_a_path_leads_nowhere(String field, String path, String input, String cause) {
    String result = field.equals("ResultPath") ? "\"Result\": 1, " : "";

    Execution run =
        run("\"Type\": \"Pass\", %s\"%s\": \"%s\"".formatted(result, field, path), input);

    assertFails(
        run, field.equals("ResultPath") ? "States.ReferencePathConflict" : "States.Runtime", cause);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"Type\": \"Pass\", \"Parameters\": {\"x.$\": \"%s\"}                 | {\"x\":[]}",
        "\"Type\": \"Pass\", \"Parameters\": {\"x.$\": \"States.ArrayLength(%s)\"} | {\"x\":0}",
        "\"Type\": \"Pass\", \"InputPath\": \"%s\"                           | []",
        "\"Type\": \"Pass\", \"OutputPath\": \"%s\"                          | []",
        "\"Type\": \"Parallel\", \"ResultSelector\": {\"x.$\": \"%s\"}, \"Branches\":"
            + " [{\"StartAt\": \"B\", \"States\": {\"B\": {\"Type\": \"Succeed\"}}}] |"
            + " {\"x\":[]}",
        "\"Type\": \"Map\", \"ItemsPath\": \"%s\", \"ItemProcessor\": {\"StartAt\": \"B\","
            + " \"States\": {\"B\": {\"Type\": \"Succeed\"}}} | []",
        "\"Type\": \"Map\", \"ItemsPath\": \"$.one\", \"ItemSelector\": {\"x.$\": \"%s\"},"
            + " \"ItemProcessor\": {\"StartAt\": \"B\", \"States\": {\"B\": {\"Type\":"
            + " \"Succeed\"}}} | [{\"x\":[]}]"
      })
  void a_path_that_can_find_several_values_finds_none_where_a_step_leads_nowhere(
      String fields, String output) {
    for (String path :
        new String[] {"$.basket.lines[*].sku", "$.basket.lines[1:]", "$$.Execution.Nope[*]"}) {
      Execution run = run(fields.formatted(path), "{\"one\": [1]}");

      assertThat(output(run)).as(path).isEqualTo(output);
    }
  }

  @Test
  void a_variable_gets_an_empty_array_of_a_path_that_finds_nothing() {
    Execution run =
        env.define(
                "assign",
                """
                {"StartAt": "A", "States": {
                  "A": {"Type": "Pass", "Assign": {"v": {"all.$": "$.lines[*]"}}, "Next": "B"},
                  "B": {"Type": "Pass", "Parameters": {"v.$": "$v", "deep.$": "$v.nope[*]"},
                    "End": true}}}
                """)
            .run("{}");

    assertThat(output(run)).isEqualTo("{\"deep\":[],\"v\":{\"all\":[]}}");
  }

  @Nested
  class In_a_payload_template {
    private Execution template(String template, String input) {
      return run("\"Type\": \"Pass\", \"Parameters\": " + template, input);
    }

    @Test
    void an_index_past_the_end_is_null_and_a_missing_key_fails() {
      Execution beyond = template("{\"x.$\": \"$.a[5]\"}", "{\"a\": [1, 2]}");
      Execution behind = template("{\"x.$\": \"$.a[5].b\"}", "{\"a\": [1, 2]}");
      Execution missing = template("{\"in\": [{\"x.$\": \"$.b\"}]}", "{\"a\":[1, 2]}");

      assertThat(output(beyond)).isEqualTo("{\"x\":null}");
      assertFails(
          behind,
          "The JSONPath '$.a[5].b' specified for the field 'x.$' could not be found in the input"
              + " '{\"a\":[1,2]}'");
      assertFails(
          missing,
          "The JSONPath '$.b' specified for the field 'x.$' could not be found in the input"
              + " '{\"a\":[1,2]}'");
    }

    @Test
    void a_missing_argument_names_the_whole_call() {
      Execution missing =
          template(
              "{\"x.$\": \"States.Format('{}', States.Format('{}', $.nope))\"}", "{\"other\": 1}");
      Execution beyond = template("{\"x.$\": \"States.Array($.a[5])\"}", "{\"a\": []}");

      assertFails(
          missing,
          "The function 'States.Format('{}', States.Format('{}', $.nope))' had the following error:"
              + " The JsonPath argument for the field '$.nope' could not be found in the input"
              + " '{\"other\":1}'");
      assertFails(
          beyond,
          "The function 'States.Array($.a[5])' had the following error: The JsonPath argument for"
              + " the field '$.a[5]' could not be found in the input '{\"a\":[]}'");
    }

    @Test
    void an_argument_of_the_wrong_type_fails_at_run_time() {
      Execution run = template("{\"x.$\": \"States.MathAdd($.a, 1)\"}", "{\"a\": \"1\"}");

      assertFails(
          run,
          "There was an error while evaluating the intrinsic function: States.MathAdd($.a, 1)."
              + " Invalid arguments in States.MathAdd");
    }

    @Test
    void a_variable_that_is_not_assigned_fails() {
      Execution run = template("{\"x.$\": \"$v\"}", "{}");

      assertThat(run.error()).contains("States.Runtime");
    }
  }

  @Test
  void a_result_that_has_no_place_fails_the_task_beyond_retry_and_catch() {
    TestStateMachine machine =
        env.define(
            "task",
            """
            {"StartAt": "S", "States": {
              "S": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "ResultPath": "$.r", "Retry": [{"ErrorEquals": ["States.ALL"]}],
                "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "C"}],
                "End": true},
              "C": {"Type": "Pass", "End": true}}}
            """);
    machine.mock("S").returns("{}");

    Execution run = machine.run("5");

    assertThat(HistoryLines.of(run)).endsWith("TaskSucceeded<-4", "ExecutionFailed<-5");
    assertThat(run.cause()).contains(PREFIX + "Unable to apply ReferencePath $.r to input 5");
  }
}
