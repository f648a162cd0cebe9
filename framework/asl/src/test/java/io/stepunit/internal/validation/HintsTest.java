package io.stepunit.internal.validation;

import static io.stepunit.internal.validation.Machines.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.Rule;
import io.stepunit.asl.WorkflowType;
import io.stepunit.load.DefinitionLoader;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What AWS accepts and what is probably not meant. */
class HintsTest {
  private static String pass(String fields) {
    return "\"S\": {\"Type\": \"Pass\", \"End\": true, " + fields + "}";
  }

  private static List<Diagnostic> jsonata(String states) {
    return DefinitionLoader.validate(
        "m",
        "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"S\", \"States\": {" + states + "}}",
        WorkflowType.STANDARD);
  }

  private static List<Rule> rules(List<Diagnostic> problems) {
    return problems.stream().map(Diagnostic::rule).toList();
  }

  @Nested
  class Texts_that_look_like_paths {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"Parameters\": {\"a\": \"$.b\"}",
          "\"Parameters\": {\"a\": \"$$.Execution.Id\"}",
          "\"Parameters\": {\"a\": {\"b\": \"$[0]\"}}",
          "\"Parameters\": {\"a\": \"States.UUID()\"}",
          "\"Parameters\": [{\"a\": \"$.b\"}]",
          "\"Assign\": {\"a\": \"$.b\"}"
        })
    void need_a_dollar_in_their_key(String fields) {
      assertThat(rules(problems(pass(fields)))).containsExactly(Rule.NO_DOLLAR);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"Parameters\": {\"a.$\": \"$.b\"}",
          "\"Parameters\": {\"price\": \"$5\"}",
          "\"Parameters\": {\"a\": \"States of mind\"}",
          "\"Result\": {\"price\": \"$5\"}"
        })
    void texts_that_look_like_paths_are_fine_where_they_are_paths_or_plain_texts(String fields) {
      assertThat(problems(pass(fields))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a.$\": \"$.b\"}", "{\"a\": [\"$.b\"]}", "\"$.a\""})
    void stay_texts_in_a_result(String result) {
      assertThat(rules(problems(pass("\"Result\": " + result))))
          .containsExactly(Rule.PASS_RESULT_IS_STATIC);
    }

    @Test
    void need_the_field_that_takes_a_path() {
      assertThat(
              rules(problems("\"S\": {\"Type\": \"Fail\", \"Error\": \"E\", \"Cause\": \"$.c\"}")))
          .containsExactly(Rule.NO_PATH);
      assertThat(
              rules(
                  problems(
                      """
                      "S": {"Type": "Choice", "Default": "Z", "Choices": [{"Next": "Z", "Not": {"And": [
                        {"Variable": "$.a", "StringEquals": "$.b"},
                        {"Variable": "$.a", "StringEqualsPath": "$.b"}]}}]},
                      "Z": {"Type": "Succeed"}
                      """)))
          .containsExactly(Rule.NO_PATH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$states.input.a", " {% $states.input.a %}", "{% 1 %} "})
    void texts_that_look_like_paths_of_jsonata_need_its_marks(String text) {
      assertThat(
              rules(
                  jsonata(
                      "\"S\": {\"Type\": \"Succeed\", \"Output\": {\"a\": [\"" + text + "\"]}}")))
          .contains(Rule.EXPRESSION_AS_TEXT);
    }
  }

  @Nested
  class Placeholders {
    @Test
    void placeholders_that_are_open_are_told_with_their_name() {
      assertThat(problems(pass("\"Parameters\": {\"table\": \"${OrdersTable.Arn}/x\"}")))
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.rule()).isEqualTo(Rule.OPEN_PLACEHOLDER);
                assertThat(problem.message()).contains("${OrdersTable.Arn} has not been replaced");
                assertThat(problem.location().pointer()).isEqualTo("/States/S/Parameters/table");
              });
    }

    @Test
    void placeholders_of_the_serverless_plugin_are_told_too() {
      assertThat(problems(pass("\"Parameters\": {\"a\": \"in #{AWS::Region}\"}")))
          .extracting(Diagnostic::message)
          .containsExactly("The placeholder #{AWS::Region} has not been replaced");
    }

    @Test
    void in_states_of_a_branch_are_told_once() {
      String branch =
          "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"Result\": \"${A}\", \"End\": true}}}";

      assertThat(
              problems(
                  "\"S\": {\"Type\": \"Parallel\", \"End\": true, \"Branches\": [" + branch + "]}"))
          .extracting(problem -> problem.location().pointer())
          .containsExactly("/States/S/Branches/0/States/A/Result");
    }

    @Test
    void in_comments_are_nobodys_business() {
      assertThat(problems(pass("\"Comment\": \"see ${Table}\""))).isEmpty();
    }
  }

  @Nested
  class Variables_of_a_machine {
    @Test
    void variables_of_a_machine_that_nobody_assigns_are_warned_of() {
      assertThat(problems(pass("\"Parameters\": {\"a.$\": \"$nobody.x\"}")))
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.rule()).isEqualTo(Rule.POSSIBLY_UNDEFINED_VARIABLE);
                assertThat(problem.message())
                    .isEqualTo("Variable 'nobody' is possibly not defined.");
                assertThat(problem.hint().orElseThrow()).contains("no state assigns it");
                assertThat(problem.serviceLocation()).contains("/States/S/Parameters");
              });
      assertThat(rules(jsonata("\"S\": {\"Type\": \"Succeed\", \"Output\": \"{% $nobody %}\"}")))
          .containsExactly(Rule.POSSIBLY_UNDEFINED_VARIABLE);
    }

    @Test
    void variables_of_a_machine_are_told_at_each_expression_that_reads_them() {
      assertThat(
              jsonata(
                  """
                  "S": {"Type": "Succeed", "Output": {
                    "a": "{% $nobody %}", "b": ["{% $nobodyElse %}", "{% 1 + $nobody.x %}"]}}
                  """))
          .extracting(problem -> problem.serviceLocation().orElse(""))
          .containsExactly("/States/S/Output/a", "/States/S/Output/b[0]");
    }

    @Test
    void variables_of_a_machine_are_seen_from_inside_but_not_from_outside() {
      String map =
          """
          "S": {"Type": "Map", "Assign": {"outer": 1}, "Next": "After", "ItemProcessor": {%s
            "StartAt": "In", "States": {"In": {"Type": "Pass", "End": true,
              "Assign": {"inner": 1}, "Parameters": {"a.$": "$outer"}}}}},
          "After": {"Type": "Pass", "End": true, "Parameters": {"a.$": "$inner"}}
          """;

      assertThat(problems(map.formatted("")))
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.rule()).isEqualTo(Rule.POSSIBLY_UNDEFINED_VARIABLE);
                assertThat(problem.message()).contains("'inner'");
                assertThat(problem.hint().orElseThrow()).contains("only in another scope");
              });
      assertThat(
              rules(
                  problems(
                      map.formatted(
                          "\"ProcessorConfig\": {\"Mode\": \"DISTRIBUTED\", \"ExecutionType\":"
                              + " \"STANDARD\"},"))))
          .containsExactly(Rule.POSSIBLY_UNDEFINED_VARIABLE, Rule.POSSIBLY_UNDEFINED_VARIABLE);
    }

    @Test
    void variables_of_a_machine_that_a_catcher_assigns_can_be_read() {
      assertThat(
              problems(
                  """
                  "S": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
                    "TimeoutSeconds": 5, "End": true, "Catch": [{"ErrorEquals": ["States.ALL"],
                      "Assign": {"error.$": "$.Error"}, "ResultPath": null, "Next": "Z"}]},
                  "Z": {"Type": "Fail", "ErrorPath": "$error"}
                  """))
          .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"states", "x.y", "x[2]", "$x", "1st", "a b", ""})
    void variables_of_a_machine_have_names_that_are_names(String name) {
      assertThat(rules(problems(pass("\"Assign\": {\"" + name + "\": 1}"))))
          .containsExactly(Rule.INVALID_VARIABLE_NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "größe", "a_1", "状态"})
    void may_have_names_in_any_script(String name) {
      assertThat(problems(pass("\"Assign\": {\"" + name + "\": 1}"))).isEmpty();
    }
  }

  @Nested
  class Maps_and_choices {
    private static String map(String fields, String config) {
      return """
      "S": {"Type": "Map", "End": true, %s "ItemProcessor": {%s "StartAt": "A", "States": {
        "A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "End": true}}}}
      """
          .formatted(fields, config);
    }

    private static final String DISTRIBUTED =
        "\"ProcessorConfig\": {\"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"EXPRESS\"},";

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "\"Items\": \"{% [1..4167] %}\", | true",
          "\"Items\": \"{% [1..4166] %}\", | false",
          "\"Items\": \"{% $states.input %}\", | false"
        })
    void maps_and_choices_that_pass_the_limit_of_events_for_certain_are_warned_of(
        String fields, boolean warned) {
      assertThat(rules(jsonata(map(fields, "")))).hasSize(warned ? 1 : 0);
    }

    @Test
    void keep_distributed_fields_to_distributed_mode() {
      assertThat(rules(problems(map("\"Label\": \"L\",", ""))))
          .containsExactly(Rule.DISTRIBUTED_FIELD_INLINE);
      assertThat(problems(map("\"Label\": \"L\",", DISTRIBUTED))).isEmpty();
    }

    @Test
    void in_distributed_mode_say_the_type_of_their_executions() {
      assertThat(rules(problems(map("", "\"ProcessorConfig\": {\"Mode\": \"DISTRIBUTED\"},"))))
          .containsExactly(Rule.DISTRIBUTED_WITHOUT_TYPE);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "\"Label\": \"a b\",                    | INVALID_LABEL",
          "\"Label\": \"\",                       | INVALID_LABEL",
          "\"ItemBatcher\": {\"BatchInput\": 1},  | NO_FIELD_OF_SEVERAL",
          "\"ResultWriter\": {},                  | EMPTY_RESULT_WRITER"
        })
    void maps_and_choices_have_fields_that_make_sense(String fields, Rule rule) {
      assertThat(rules(problems(map(fields, DISTRIBUTED)))).containsExactly(rule);
    }

    @Test
    void may_have_a_label_that_is_still_a_placeholder() {
      assertThat(rules(problems(map("\"Label\": \"copy-${Stage}\",", DISTRIBUTED))))
          .containsExactly(Rule.OPEN_PLACEHOLDER);
    }

    @Test
    void maps_and_choices_have_labels_of_their_own() {
      String inner =
          "\"M%1$d\": {\"Type\": \"Map\", \"Label\": \"same\", %2$s \"ItemProcessor\": {"
              + DISTRIBUTED
              + "\"StartAt\": \"A%1$d\", \"States\": {\"A%1$d\": {\"Type\": \"Succeed\"}}}}";

      assertThat(
              rules(
                  DefinitionLoader.validate(
                      "m",
                      "{\"StartAt\": \"M1\", \"States\": {"
                          + inner.formatted(1, "\"Next\": \"M2\",")
                          + ","
                          + inner.formatted(2, "\"End\": true,")
                          + "}}",
                      WorkflowType.STANDARD)))
          .containsExactly(Rule.DUPLICATE_LABEL);
    }

    @Test
    void maps_and_choices_have_somewhere_to_go_whatever_comes() {
      assertThat(
              rules(
                  problems(
                      "\"S\": {\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$.a\","
                          + " \"IsNull\": true, \"Next\": \"Z\"}]}, \"Z\": {\"Type\": \"Succeed\"}")))
          .containsExactly(Rule.CHOICE_WITHOUT_DEFAULT);
    }
  }

  @Test
  void a_definition_that_is_longer_than_the_api_takes_is_refused() {
    assertThat(rules(problems(pass("\"Comment\": \"" + "x".repeat(1_048_576) + "\""))))
        .containsExactly(Rule.DEFINITION_TOO_LARGE);
  }
}
