package io.stepunit.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.DiagnosticCode;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.load.DefinitionLoader;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the author of a broken definition is told. */
class InvalidDefinitionTest {
  private static final String TASK =
      "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sqs:sendMessage\", \"End\": true";

  @Test
  void all_problems_are_listed_in_the_order_of_the_file() {
    InvalidDefinitionException e =
        refused(
            """
            {
              "StartAt": "Charge",
              "TimeoutSeconds": "300",
              "States": {
                "Charge": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::lambda:invoke",
                  "Retyr": [],
                  "Next": "Shipp"
                },
                "Ship": {"Type": "Succed"}
              }
            }
            """);

    assertThat(e)
        .hasMessage(
            """
            Invalid State Machine Definition, 4 problems:
              order.asl.json:3 /TimeoutSeconds: Expected value of type [INTEGER] (found the string "300")
              order.asl.json:8 /States/Charge/Retyr: Field 'Retyr' is not supported (unknown field of a Task state; did you mean 'Retry'?)
              order.asl.json:9 /States/Charge/Next: Missing 'Next' target: Shipp (did you mean 'Ship'?)
              order.asl.json:11 /States/Ship/Type: The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map] (found the string "Succed"; did you mean 'Succeed'?)\
            """);
    assertThat(e.diagnostics())
        .extracting(Diagnostic::code)
        .extracting(code -> code.orElseThrow())
        .containsExactly(
            DiagnosticCode.SCHEMA_VALIDATION_FAILED,
            DiagnosticCode.SCHEMA_VALIDATION_FAILED,
            DiagnosticCode.MISSING_TRANSITION_TARGET,
            DiagnosticCode.SCHEMA_VALIDATION_FAILED);
  }

  @Test
  void a_flood_of_problems_is_cut_in_the_message_but_kept_in_the_list() {
    String fields =
        IntStream.range(0, 150)
            .mapToObj(i -> "\"Extra%s\": 1".formatted(i))
            .collect(Collectors.joining(","));

    InvalidDefinitionException e =
        refused(
            "{\"StartAt\": \"S\", \"States\": {\"S\": {\"Type\": \"Succeed\", %s}}}"
                .formatted(fields));

    assertThat(e.diagnostics()).hasSize(150);
    assertThat(e).hasMessageEndingWith("… and 50 more").message().hasLineCount(102);
  }

  @Test
  void problems_that_say_the_same_are_folded_in_the_message_but_kept_in_the_list() {
    String branch =
        "{\"StartAt\": \"B\", \"States\": {\"B\": {\"Type\": \"Pass\", \"End\": true}}}";
    String branches = String.join(",\n", Collections.nCopies(150, branch));

    InvalidDefinitionException e =
        refused(
            "{\"StartAt\": \"P\", \"States\": {\"P\": {\"Type\": \"Parallel\", \"End\": true, \"Branches\": [%s]}}}"
                .formatted(branches));

    assertThat(e.diagnostics()).hasSize(149);
    assertThat(e).hasMessageEndingWith("… and 144 more of the same").message().hasLineCount(7);
  }

  @Nested
  class What_aws_says {
    @Test
    void lists_single_fields_first_then_transitions_then_what_is_not_reached() {
      InvalidDefinitionException e =
          refused(
              """
              {"StartAt": "Nowhere", "States": {
                "One": {"Type": "Pass", "Next": "Lost"},
                "Two": {"Type": "Wait", "Seconds": -5, "End": true}}}
              """);

      assertThat(e.serviceMessage())
          .isEqualTo(
              "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: Minimum value is 0 at"
                  + " /States/Two/Seconds, MISSING_TRANSITION_TARGET: Missing 'Next' target:"
                  + " Nowhere at /StartAt, MISSING_TRANSITION_TARGET: Missing 'Next' target: Lost"
                  + " at /States/One/Next, MISSING_TRANSITION_TARGET: State \"One\" is not"
                  + " reachable. at /States/One, MISSING_TRANSITION_TARGET: State \"Two\" is not"
                  + " reachable. at /States/Two'");
      assertThat(e.diagnostics()).isSortedAccordingTo(Diagnostic.BY_PLACE);
    }

    @Test
    void tells_bad_targets_before_a_missing_end_whose_place_is_null() {
      assertThat(
              refused(
                      "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"Next\": \"B\"}}}")
                  .serviceMessage())
          .isEqualTo(
              "Invalid State Machine Definition: 'MISSING_TRANSITION_TARGET: Missing 'Next' target:"
                  + " B at /States/A/Next, MISSING_END_STATE: Workflow has no terminal state at"
                  + " null'");
      assertThat(refused("[]").serviceMessage())
          .isEqualTo(
              "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: Definition must be a"
                  + " valid JSON object at null'");
    }

    @Test
    void of_a_text_that_is_not_json_quotes_the_text_twice() {
      Diagnostic problem = only(refused("{\"StartAt\": "));

      assertThat(problem.message())
          .isEqualTo(
              "Unexpected end-of-input within/between Object entries\n at [Source:"
                  + " (String)\"{\"StartAt\": \"; line: 1, column: 13]");
      assertThat(problem.serviceLocation())
          .contains("[Source: (String)\"{\"StartAt\": \"; line: 1, column: 13]");
      assertThat(only(refused("{")))
          .hasToString(
              "order.asl.json:1 /: Unexpected end-of-input: expected close marker for Object (start"
                  + " marker at line: 1, column: 1) (at column 2)");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "[\"$.id\"] | an ARRAY",
          "{\"a\": 1} | an OBJECT",
          "7 | a NUMBER",
          "true | a BOOLEAN"
        })
    void names_the_type_of_what_is_no_path(String value, String type) {
      assertThat(
              refused(
                      """
                      {"StartAt": "S", "States": {"S": {"Type": "Pass", "End": true,
                        "Parameters": {"ids.$": %s}}}}
                      """
                          .formatted(value))
                  .serviceMessage())
          .contains(
              "The value for the field 'ids.$' must be a STRING that contains a JSONPath but was "
                  + type
                  + " at /States/S/Parameters");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "[{\"ErrorEquals\": [\"Late\", \"States.ALL\"]}] | [0]/ErrorEquals[1]",
          "[{\"ErrorEquals\": [\"States.ALL\"]}, {\"ErrorEquals\": [\"Late\"]}] | [0]/ErrorEquals[0]"
        })
    void names_the_place_of_states_all(String retry, String place) {
      assertThat(
              refused(
                      """
                      {"StartAt": "S", "States": {"S": {"Type": "Task", "End": true, "Retry": %s,
                        "Resource": "arn:aws:states:::sqs:sendMessage"}}}
                      """
                          .formatted(retry))
                  .serviceMessage())
          .contains("States.ALL must appear alone and at end of list at /States/S/Retry" + place);
    }

    @Test
    void of_variables_names_each_that_a_scope_around_assigns_too() {
      assertThat(
              refused(
                      """
                      {"StartAt": "S", "States": {
                        "S": {"Type": "Pass", "Assign": {"total": 1}, "Next": "M"},
                        "M": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "A", "States": {
                          "A": {"Type": "Pass", "Assign": {"other": 1, "total.$": "$.n"}, "Next": "B"},
                          "B": {"Type": "Pass", "Assign": {"total": 3}, "End": true}}}}}}
                      """)
                  .serviceMessage())
          .isEqualTo(
              "Invalid State Machine Definition: 'DUPLICATE_VARIABLE_NAME: The variable name"
                  + " 'total' was already defined in a parent scope. at"
                  + " /States/M/ItemProcessor/States/A/Assign/total.$, DUPLICATE_VARIABLE_NAME: The"
                  + " variable name 'total' was already defined in a parent scope. at"
                  + " /States/M/ItemProcessor/States/B/Assign/total'");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "JSONata  | ResultWriter | \"Parameters\": {\"Bucket\": \"b\"} | Arguments",
          "JSONata  | ItemReader   | \"Parameters\": {\"Bucket\": \"b\"} | Arguments",
          "JSONata  | ResultWriter | \"WriterConfig\": {}               | Arguments",
          "JSONPath | ResultWriter | \"Arguments\": {\"Bucket\": \"b\"}  | Parameters",
          "JSONPath | ResultWriter | \"WriterConfig\": {}               | Parameters"
        })
    void asks_for_the_arguments_of_the_language(
        String language, String field, String fields, String missing) {
      assertThat(
              refused(
                      """
                      {"QueryLanguage": "%s", "StartAt": "M", "States": {
                        "M": {"Type": "Map", "End": true, "ItemProcessor": {
                            "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                            "StartAt": "A", "States": {"A": {"Type": "Succeed"}}},
                          "%s": {"Resource": "arn:aws:states:::s3:putObject", %s}}}}
                      """
                          .formatted(language, field, fields))
                  .serviceMessage())
          .isEqualTo(
              "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: These fields are"
                  + " required: ["
                  + missing
                  + "] at /States/M/"
                  + field
                  + "'");
    }
  }

  @Nested
  class Machines {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{} | These fields are required: [States, StartAt]",
          "{\"StartAt\": \"S\"} | These fields are required: [States]",
          "{\"States\": {\"S\": {\"Type\": \"Succeed\"}}} | These fields are required: [StartAt]",
          "{\"StartAt\": \"S\", \"States\": {}} | Value cannot be empty",
          "{\"StartAt\": \"S\", \"States\": []} | Expected value of type [OBJECT]",
          "[] | Definition must be a valid JSON object",
          "null | Definition must be a valid JSON object",
          "'  ' | Definition must be a valid JSON object"
        })
    void need_states_and_a_start(String text, String message) {
      assertThat(only(refused(text)).message()).isEqualTo(message);
    }

    @Test
    void must_start_at_a_state_of_theirs() {
      assertThat(
              refused("{\"StartAt\": \"Frist\", \"States\": {\"First\": {\"Type\": \"Succeed\"}}}"))
          .hasMessage(
              """
              Invalid State Machine Definition, 2 problems:
                order.asl.json:1 /StartAt: Missing 'Next' target: Frist (did you mean 'First'?)
                order.asl.json:1 /States/First: State "First" is not reachable. (neither the \
              StartAt nor a transition of its scope leads to it)\
              """);
    }

    @Test
    void machines_have_each_state_name_once_also_across_scopes() {
      List<Diagnostic> problems =
          refused(
                  """
                  {"StartAt": "P", "States": {
                    "P": {"Type": "Parallel", "Next": "A", "Branches": [
                      {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}},
                      {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}]},
                    "A": {"Type": "Succeed"}}}
                  """)
              .diagnostics();

      assertThat(problems)
          .extracting(problem -> problem.location().pointer())
          .containsExactly("/States/P/Branches/1/States/A", "/States/A");
      assertThat(problems)
          .allSatisfy(
              problem -> {
                assertThat(problem.code()).contains(DiagnosticCode.DUPLICATE_STATE_NAME);
                assertThat(problem.message()).isEqualTo("Duplicate State name: A");
                assertThat(problem.hint().orElseThrow()).contains("order.asl.json:3");
              });
    }

    @Test
    void machines_have_each_key_once() {
      Diagnostic problem =
          only(
              refused(
                  """
                  {"StartAt": "A", "States": {
                    "A": {"Type": "Succeed"},
                    "A": {"Type": "Fail"}}}
                  """));

      assertThat(problem)
          .hasToString(
              "order.asl.json:3 /States/A: Duplicate field 'A'"
                  + " (the first is at order.asl.json:2; a field may appear only once)");
    }

    @Test
    void machines_have_state_names_of_up_to_80_characters() {
      String name = "n".repeat(81);

      Diagnostic problem =
          only(
              refused(
                  "{\"StartAt\": \"%1$s\", \"States\": {\"%1$s\": {\"Type\": \"Fail\"}}}"
                      .formatted(name)));

      assertThat(problem.message()).isEqualTo("A state's name has 1 to 80 characters");
      assertThat(problem.code()).contains(DiagnosticCode.INVALID_STATE_NAME);
    }
  }

  @Nested
  class Transitions {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{\"Type\": \"Pass\", \"Next\": \"Ohter\"} | /States/S/Next",
          "{\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$.a\", \"IsNull\": true,"
              + " \"Next\": \"Ohter\"}]} | /States/S/Choices/0/Next",
          "{\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$.a\", \"IsNull\": true,"
              + " \"Next\": \"Other\"}], \"Default\": \"Ohter\"} | /States/S/Default",
          "{\"Type\": \"Parallel\", \"End\": true, \"Branches\": [{\"StartAt\": \"A\", \"States\":"
              + " {\"A\": {\"Type\": \"Succeed\"}}}], \"Catch\": [{\"ErrorEquals\":"
              + " [\"States.ALL\"], \"Next\": \"Ohter\"}]} | /States/S/Catch/0/Next"
        })
    void must_lead_to_a_state(String state, String pointer) {
      Diagnostic problem = refusedState(state).diagnostics().get(0);

      assertThat(problem.code()).contains(DiagnosticCode.MISSING_TRANSITION_TARGET);
      assertThat(problem.message()).isEqualTo("Missing 'Next' target: Ohter");
      assertThat(problem.hint()).contains("did you mean 'Other'?");
      assertThat(problem.location().pointer()).isEqualTo(pointer);
    }

    @Test
    void stay_in_their_scope() {
      Diagnostic problem =
          only(
              refusedState(
                  """
                  {"Type": "Parallel", "Next": "Other", "Branches": [
                    {"StartAt": "A", "States": {
                      "A": {"Type": "Choice", "Default": "Other", "Choices": [
                        {"Variable": "$.a", "IsNull": true, "Next": "B"}]},
                      "B": {"Type": "Succeed"}}}]}
                  """));

      assertThat(problem.message()).isEqualTo("Missing 'Next' target: Other");
      assertThat(problem.hint().orElseThrow()).contains("in another scope");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Type\": \"Pass\"", "\"Type\": \"Pass\", \"End\": false"})
    void transitions_are_needed(String fields) {
      assertThat(only(refusedState("{%s}".formatted(fields))))
          .hasToString(
              "order.asl.json:1 /States/S: These fields are required: [Next]"
                  + " (a Pass state has a Next, or \"End\": true)");
    }

    @Test
    void exclude_an_end() {
      Diagnostic problem =
          only(refusedState("{\"Type\": \"Pass\", \"Next\": \"Other\", \"End\": true}"));

      assertThat(problem.message())
          .isEqualTo("There should only be one of the following fields: [Next, End]");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"Type\": \"Succeed\", \"Next\": \"Other\"}",
          "{\"Type\": \"Fail\", \"Next\": \"Other\"}",
          "{\"Type\": \"Choice\", \"Next\": \"Other\", \"Choices\":"
              + " [{\"Variable\": \"$.a\", \"IsNull\": true, \"Next\": \"Other\"}]}"
        })
    void transitions_are_refused_where_a_type_has_none(String state) {
      assertThat(only(refusedState(state)).message()).isEqualTo("Field 'Next' is not supported");
    }
  }

  @Nested
  class Values {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "\"Resource\": 5 | Expected value of type [STRING]",
          "\"Resource\": \"charge\" | The resource provided charge is not recognized. The value is not"
              + " a valid resource ARN, or the resource is not available in this region.",
          "\"Comment\": false | Expected value of type [STRING]",
          "\"TimeoutSeconds\": 0 | Minimum value is 1",
          "\"TimeoutSeconds\": 100000000 | Maximum value is 99999999",
          "\"TimeoutSeconds\": 99999999999999999999 | Maximum value is 99999999",
          "\"TimeoutSeconds\": 1.5 | Expected value of type [INTEGER]",
          "\"TimeoutSeconds\": 5, \"TimeoutSecondsPath\": \"$.t\" | There should only be one of the"
              + " following fields: [TimeoutSeconds, TimeoutSecondsPath]",
          "\"Retry\": {} | Expected value of type [ARRAY]",
          "\"Retry\": [{}] | These fields are required: [ErrorEquals]",
          "\"Retry\": [{\"ErrorEquals\": []}] | Value cannot be empty",
          "\"Retry\": [{\"ErrorEquals\": [\"A\"], \"BackoffRate\": 0.5}] | Minimum value is 1.0",
          "\"Retry\": [{\"ErrorEquals\": [\"A\"], \"MaxAttempts\": -1}] | Minimum value is 0",
          "\"Retry\": [{\"ErrorEquals\": [\"A\"], \"JitterStrategy\": \"full\"}] | Value should be"
              + " one of the following: [FULL, NONE]",
          "\"Catch\": [5] | Expected value of type [OBJECT]",
          "\"Credentials\": {} | The field 'RoleArn' is required but was missing",
          "\"ResultPath\": \"$$.a\" | Value is not a Reference Path",
          "\"Parameters\": {\"a.$\": \"5\"} | The value for the field 'a.$' must be a valid JSONPath"
              + " or a valid intrinsic function call",
          "\"QueryLanguage\": \"jsonpath\" | Value should be one of the following:"
              + " [JSONPath, JSONata]",
          "\"Output\": 1 | The QueryLanguage is set to 'JSONPath', but field 'Output' is only"
              + " supported for the 'JSONata' QueryLanguage",
          "\"Result\": 1 | Field 'Result' is not supported"
        })
    void values_of_a_task_are_checked(String field, String message) {
      String task =
          field.contains("Resource")
              ? "{\"Type\": \"Task\", %s, \"End\": true}".formatted(field)
              : "{%s, %s}".formatted(TASK, field);

      assertThat(refusedState(task).diagnostics())
          .extracting(Diagnostic::message)
          .contains(message);
    }

    @Test
    void values_of_templates_are_located_inside_the_template() {
      Diagnostic problem =
          only(
              refusedState(
                  """
                  {"Type": "Pass", "End": true,
                   "Parameters": {"list": [{"x": 1},
                     {"name.$": "States.Fromat('{}', $.a)"}]}}
                  """));

      assertThat(problem.message())
          .isEqualTo(
              "The value for the field 'name.$' must be a valid JSONPath or a valid intrinsic"
                  + " function call");
      assertThat(problem.location())
          .hasToString("order.asl.json:3")
          .extracting(place -> place.pointer())
          .isEqualTo("/States/S/Parameters/list/1/name.$");
    }

    @Test
    void values_that_are_placeholders_are_recognised_as_such() {
      assertThat(
              only(refusedState("{%s, \"TimeoutSeconds\": \"${Timeout}\"}".formatted(TASK))).hint())
          .contains("the placeholder ${Timeout} is not replaced by a number");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{\"Type\": \"Wait\", \"End\": true} | One of these fields is required: [Seconds,"
              + " SecondsPath, Timestamp, TimestampPath]",
          "{\"Type\": \"Wait\", \"Seconds\": 1, \"SecondsPath\": \"$.a\", \"End\": true} | There"
              + " should only be one of the following fields: [Seconds, SecondsPath]",
          "{\"Type\": \"Wait\", \"Seconds\": -1, \"End\": true} | Minimum value is 0",
          "{\"Type\": \"Wait\", \"Timestamp\": \"2016-12-05 21:29:29Z\", \"End\": true} | String"
              + " does not match RFC3339 timestamp",
          "{\"Type\": \"Fail\", \"Error\": \"A\", \"ErrorPath\": \"$.e\"} | There should only be"
              + " one of the following fields: [Error, ErrorPath]",
          "{\"Type\": \"Fail\", \"InputPath\": \"$\"} | Field 'InputPath' is not supported",
          "{\"Type\": \"Choice\", \"Choices\": []} | Value cannot be empty",
          "{\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$.a\", \"IsNull\": true}]} | These"
              + " fields are required: [Next]",
          "{\"Type\": \"Parallel\", \"Branches\": [], \"End\": true} | Value cannot be empty",
          "{\"Type\": \"Parallel\", \"End\": true} | These fields are required: [Branches]",
          "{\"Type\": \"Map\", \"End\": true} | These fields are required: [ItemProcessor]",
          "{\"End\": true} | These fields are required: [Type]",
          "5 | Expected value of type [OBJECT]"
        })
    void values_of_other_states_are_checked(String state, String message) {
      assertThat(only(refusedState(state)).message()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "\"MaxConcurrency\": -1 | Minimum value is 0",
          "\"ToleratedFailurePercentage\": -1 | Minimum value is 0.0",
          "\"ToleratedFailurePercentage\": 101 | Maximum value is 100.0",
          "\"MaxConcurrencyPath\": \"$$.Execution.Input.n\" | Value is not a Reference Path",
          "\"ItemSelector\": {}, \"Parameters\": {} | There should only be one of the following"
              + " fields: [ItemSelector, Parameters]"
        })
    void values_of_a_map_are_checked(String field, String message) {
      String map =
          """
          {"Type": "Map", "End": true, %s,
           "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Succeed"}}}}
          """
              .formatted(field);

      assertThat(only(refusedState(map)).message()).isEqualTo(message);
    }

    @Test
    void values_of_a_processor_do_not_include_a_query_language() {
      Diagnostic problem =
          only(
              refusedState(
                  """
                  {"Type": "Map", "End": true, "ItemProcessor":
                    {"QueryLanguage": "JSONPath", "StartAt": "I", "States": {"I": {"Type": "Succeed"}}}}
                  """));

      assertThat(problem.message()).isEqualTo("Field 'QueryLanguage' is not supported");
    }
  }

  @Nested
  class Jsonata_expressions {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "{% 1 + %} | INVALID_JSONATA_EXPRESSION",
          "{% phone %} | UNSUPPORTED_JSONATA_EXPRESSION",
          "{% $states.result %} | UNSUPPORTED_JSONATA_EXPRESSION",
          "{% half open | INVALID_JSONATA_EXPRESSION",
        })
    void jsonata_expressions_are_refused_with_the_services_code_at_their_place(
        String expression, String code) {
      Diagnostic problem =
          only(
              refused(
                  """
                  {"QueryLanguage": "JSONata", "StartAt": "S", "States": {
                    "S": {"Type": "Pass", "End": true,
                      "Output": {"v": "%s"}}}}
                  """
                      .formatted(expression)));

      assertThat(problem.code()).map(Enum::name).contains(code);
      assertThat(problem.location().line()).isEqualTo(3);
      assertThat(problem.location().pointer()).isEqualTo("/States/S/Output/v");
    }

    @Test
    void jsonata_expressions_do_not_mix_with_the_fields_of_the_other_language() {
      InvalidDefinitionException refused =
          refused(
              """
              {"QueryLanguage": "JSONata", "StartAt": "S", "States": {
                "S": {"Type": "Pass", "ResultPath": "$.x", "Next": "T"},
                "T": {"Type": "Pass", "QueryLanguage": "JSONPath", "End": true}}}
              """);

      assertThat(refused.diagnostics())
          .extracting(Diagnostic::message)
          .containsExactly(
              "The QueryLanguage is set to 'JSONata', but field 'ResultPath' is only supported for"
                  + " the 'JSONPath' QueryLanguage",
              "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine");
    }
  }

  private static Diagnostic only(InvalidDefinitionException e) {
    List<Diagnostic> diagnostics = e.diagnostics();
    assertThat(diagnostics).hasSize(1);
    return diagnostics.get(0);
  }

  private static InvalidDefinitionException refusedState(String state) {
    return refused(
        "{\"StartAt\": \"S\", \"States\": {\"S\": %s%s}}"
            .formatted(
                state.strip(),
                state.contains("\"Next\"") ? ", \"Other\": {\"Type\": \"Succeed\"}" : ""));
  }

  private static InvalidDefinitionException refused(String text) {
    return catchThrowableOfType(() -> load(text), InvalidDefinitionException.class);
  }

  private static void load(String text) {
    assertThat(DefinitionLoader.fromText("order.asl.json", text)).isNotNull();
  }
}
