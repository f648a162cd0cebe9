package io.stepunit.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.history.ChildRetention;
import io.stepunit.history.ExecutionStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExploreTest {
  private static TestStateMachine machine(String definition) {
    return StepFunctionsEnvironment.create().define("order", definition);
  }

  private static final String POLLING =
      """
      {
        "StartAt": "Start",
        "States": {
          "Start": {
            "Type": "Task",
            "Resource": "arn:aws:states:::lambda:invoke",
            "Parameters": {"FunctionName": "start", "Payload": {"id.$": "$.order.id"}},
            "ResultPath": "$.job",
            "Next": "Rest"
          },
          "Rest": {"Type": "Wait", "SecondsPath": "$.job.Payload.seconds", "Next": "Look"},
          "Look": {
            "Type": "Task",
            "Resource": "arn:aws:states:::aws-sdk:glue:getJobRun",
            "Parameters": {"JobName.$": "$.job.Payload.name", "RunId.$": "$.job.Payload.run"},
            "ResultSelector": {"state.$": "$.JobRun.JobRunState"},
            "ResultPath": "$.look",
            "Next": "Done?"
          },
          "Done?": {
            "Type": "Choice",
            "Choices": [
              {"Variable": "$.look.state", "StringEquals": "SUCCEEDED", "Next": "Approve"},
              {"Variable": "$.look.state", "StringEquals": "FAILED", "Next": "Give up"}
            ],
            "Default": "Rest"
          },
          "Approve": {
            "Type": "Task",
            "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
            "Parameters": {
              "QueueUrl": "https://queue",
              "MessageBody": {"token.$": "$$.Task.Token", "lines.$": "$.order.lines[*].sku"}
            },
            "Catch": [{"ErrorEquals": ["Refused"], "Next": "Undo"}],
            "Next": "Each line"
          },
          "Each line": {
            "Type": "Map",
            "ItemsPath": "$.lines",
            "ItemProcessor": {
              "StartAt": "Big?",
              "States": {
                "Big?": {
                  "Type": "Choice",
                  "Choices": [{"Variable": "$.count", "NumericGreaterThan": 100, "Next": "Split"}],
                  "Default": "Keep"
                },
                "Split": {"Type": "Pass", "End": true},
                "Keep": {"Type": "Pass", "Parameters": {"sku.$": "$.sku"}, "End": true}
              }
            },
            "End": true
          },
          "Give up": {"Type": "Fail", "Error": "JobFailed"},
          "Undo": {"Type": "Succeed"}
        }
      }
      """;

  @Nested
  class AutomaticMocks {
    @Test
    void let_every_task_succeed_with_what_the_definition_reads() {
      TestStateMachine order = machine(POLLING);
      order.mocks().automatic();

      Execution run = order.run("{\"order\": {\"id\": 7, \"lines\": [{\"sku\": \"A\"}]}}");

      assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(run.path()).contains("Approve", "Each line");
    }

    @Test
    void leave_tasks_alone_that_have_a_mock() {
      TestStateMachine order = machine(POLLING);
      order.mocks().automatic();
      order.mock("Look").returns(Map.of("JobRun", Map.of("JobRunState", "FAILED")));

      Execution run = order.run("{\"order\": {\"id\": 7}}");

      assertThat(run.error()).contains("JobFailed");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "arn:aws:lambda:us-east-1:123456789012:function:f | {}",
          "arn:aws:states:::lambda:invoke | {\"FunctionName\": \"f\"}",
          "arn:aws:states:::lambda:invoke.waitForTaskToken | {\"FunctionName\": \"f\"}",
          "arn:aws:states:us-east-1:123456789012:activity:a | {}",
          "arn:aws:states:::states:startExecution.sync:2 | {\"StateMachineArn\": \"${Child}\"}",
          "arn:aws:states:::sns:publish | {\"TopicArn\": \"t\", \"Message\": \"m\"}",
          "arn:aws:states:::ecs:runTask.sync | {\"TaskDefinition\": \"t\"}",
          "arn:aws:states:::aws-sdk:s3:listBuckets | {}"
        })
    void answer_every_kind_of_task(String resource, String parameters) {
      TestStateMachine lone =
          machine(
              """
              {"StartAt": "T", "States": {"T": {
                "Type": "Task", "Resource": "%s", "Parameters": %s, "End": true}}}
              """
                  .formatted(resource, parameters));
      lone.mocks().automatic();

      assertThat(lone.run("{}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void automatic_mocks_have_the_fields_that_the_service_always_answers() {
      TestStateMachine lone =
          machine(
              """
              {"StartAt": "T", "States": {"T": {
                "Type": "Task", "Resource": "arn:aws:states:::states:startExecution",
                "Parameters": {"StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:c"},
                "End": true}}}
              """);
      lone.mocks().automatic();

      assertThat(lone.run("{}").outputAt("$.ExecutionArn")).isPresent();
      assertThat(lone.run("{}").outputAt("$.StartDate")).isPresent();
    }
  }

  @Nested
  class Exploring {
    @Test
    void follows_choices_both_ways_and_catchers_and_loops_to_their_end() {
      Exploration exploration = machine(POLLING).explore();

      assertThat(exploration.missed()).isEmpty();
      assertThat(exploration.reached()).contains("Approve", "Undo", "Give up", "Split", "Keep");
      assertThat(exploration.executions())
          .extracting(Execution::status)
          .contains(ExecutionStatus.SUCCEEDED, ExecutionStatus.FAILED);
    }

    @Test
    void exploring_is_the_same_each_time() {
      List<String> first =
          machine(POLLING).explore().executions().stream().map(Execution::historyJson).toList();
      List<String> second =
          machine(POLLING).explore().executions().stream().map(Execution::historyJson).toList();

      assertThat(first).isEqualTo(second);
    }

    @Test
    void tells_what_no_data_leads_to_and_from_where_it_could() {
      Exploration exploration =
          machine(
                  """
                  {"StartAt": "Which", "States": {
                    "Which": {"Type": "Choice", "Choices": [{"And": [
                        {"Variable": "$.n", "NumericGreaterThan": 5},
                        {"Variable": "$.n", "NumericLessThan": 5}], "Next": "Never"}],
                      "Default": "Always"},
                    "Never": {"Type": "Pass", "Next": "Nor this"},
                    "Nor this": {"Type": "Succeed"},
                    "Always": {"Type": "Succeed"}}}
                  """)
              .explore();

      assertThat(exploration.missed())
          .containsExactly(
              Map.entry("Never", Set.of("Which")), Map.entry("Nor this", Set.of("Never")));
      assertThat(exploration.reasons()).containsOnlyKeys("Never", "Nor this");
      assertThat(exploration.toString())
          .startsWith("2 of 4 states reached in ")
          .contains("not reached: Never, which comes after Which")
          .contains("not reached: Nor this, which comes after Never, not reached either");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            {"Type": "Choice", "Choices": [{"Variable": "$$.State.Name", "StringEquals": "Z", "Next": "No"}], "Default": "Yes"} | none of the 41 executions that came to 'First' took rule 1 of its Choices, and nothing is known that they could be given instead
            {"Type": "Choice", "QueryLanguage": "JSONata", "Choices": [{"Condition": "{% $states.input.n > 5 and $states.input.n < 5 %}", "Next": "No"}], "Default": "Yes"} | took rule 1 of its Choices, whatever was tried of what they are given
            {"Type": "Pass", "Parameters": {"a.$": "States.Format('${name} {}', 1)"}, "Next": "No"} | none of the 41 executions that came to 'First' left it; the last one failed with States.Runtime: An error occurred while executing the state 'First'
            {"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $error('never') %}", "Next": "No"} | left it; the last one failed with States.QueryEvaluationError
            {"Type": "Parallel", "Branches": [{"StartAt": "In", "States": {"In": {"Type": "Pass", "End": true}}}], "Next": "Yes", "Catch": [{"ErrorEquals": ["Odd"], "Next": "No"}]} | failed there with what a Catcher takes to it (Odd), and it has no Task that could be made to fail
            """)
    void says_what_became_of_the_executions_that_came_near(String first, String reason) {
      Exploration exploration =
          machine(
                  """
                  {"StartAt": "First", "States": {
                    "First": %s,
                    "Yes": {"Type": "Succeed"},
                    "No": {"Type": "Pass", "Next": "Last"},
                    "Last": {"Type": "Pass", "Next": "Yes"}}}
                  """
                      .formatted(first))
              .explore();

      assertThat(exploration.reasons().get("No")).contains(reason);
      assertThat(exploration.reasons()).containsEntry("Last", "'No' was not reached");
      assertThat(exploration.toString()).contains(reason);
    }

    @Test
    void says_that_a_map_never_had_items() {
      Exploration exploration =
          machine(
                  """
                  {"StartAt": "Made", "States": {
                    "Made": {"Type": "Pass", "Result": {"none": []}, "Next": "Each"},
                    "Each": {"Type": "Map", "ItemsPath": "$.none", "End": true,
                      "ItemProcessor": {"StartAt": "One", "States": {
                        "One": {"Type": "Pass", "End": true}}}}}}
                  """)
              .explore();

      assertThat(exploration.reasons().get("One"))
          .endsWith("executions that came to 'Each' had anything to iterate over");
    }

    @Test
    void ends_loops_that_never_end_by_awss_limit_of_events() {
      Exploration exploration =
          machine(
                  """
                  {"StartAt": "A", "States": {
                    "A": {"Type": "Pass", "Next": "B"},
                    "B": {"Type": "Choice",
                      "Choices": [{"Variable": "$$.State.Name", "StringEquals": "C", "Next": "C"}],
                      "Default": "A"},
                    "C": {"Type": "Succeed"}}}
                  """)
              .explore();

      assertThat(exploration.missed()).containsOnlyKeys("C");
      assertThat(exploration.executions())
          .allSatisfy(run -> assertThat(run.events()).hasSize(25_000))
          .hasSizeLessThan(20);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"Variable\": \"$.v\", \"IsPresent\": true",
          "\"Variable\": \"$.v\", \"IsNull\": true",
          "\"Variable\": \"$.v\", \"IsNumeric\": true",
          "\"Variable\": \"$.v\", \"IsString\": false",
          "\"Variable\": \"$.v\", \"IsBoolean\": true",
          "\"Variable\": \"$.v\", \"IsTimestamp\": true",
          "\"Variable\": \"$.a.b[0].v\", \"BooleanEquals\": true",
          "\"Variable\": \"$.v\", \"StringMatches\": \"log-*.txt\"",
          "\"Variable\": \"$.v\", \"TimestampGreaterThan\": \"2026-05-01T00:00:00Z\"",
          "\"Variable\": \"$.v\", \"NumericLessThanEqualsPath\": \"$.w\"",
          "\"Not\": {\"Variable\": \"$['v']\", \"StringGreaterThan\": \"m\"}",
          "\"And\": [{\"Variable\": \"$.v\", \"IsPresent\": true}, {\"Variable\": \"$.v\","
              + " \"StringEquals\": \"x\"}]"
        })
    void finds_data_for_both_outcomes_of_every_operator(String rule) {
      Exploration exploration =
          machine(
                  """
                  {"StartAt": "Which", "States": {
                    "Which": {"Type": "Choice", "Choices": [{%s, "Next": "Yes"}], "Default": "No"},
                    "Yes": {"Type": "Succeed"}, "No": {"Type": "Succeed"}}}
                  """
                      .formatted(rule))
              .explore();

      assertThat(exploration.missed()).isEmpty();
    }

    @Test
    void understands_jsonata() {
      Exploration exploration =
          machine(
                  """
                  {"QueryLanguage": "JSONata", "StartAt": "Charge", "States": {
                    "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                      "Arguments": {"FunctionName": "f", "Payload": "{% $states.input.order.id %}"},
                      "Assign": {"paid": "{% $states.result.Payload.status %}"},
                      "Output": "{% $states.result.Payload.receipt %}", "Next": "Paid?"},
                    "Paid?": {"Type": "Choice",
                      "Choices": [{"Condition": "{% $paid = 'YES' %}", "Next": "Ship"}],
                      "Default": "Ask"},
                    "Ship": {"Type": "Succeed"}, "Ask": {"Type": "Succeed"}}}
                  """)
              .explore();

      assertThat(exploration.missed()).isEmpty();
      assertThat(exploration.executions(ExecutionStatus.FAILED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CSV\", \"CSVHeaderLocation\": \"FIRST_ROW", "JSON", "JSONL"})
    void puts_objects_where_a_distributed_map_reads_them(String inputType) {
      Exploration exploration =
          machine(
                  """
                  {"StartAt": "All", "States": {"All": {"Type": "Map", "End": true,
                    "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
                      "ReaderConfig": {"InputType": "%s"},
                      "Parameters": {"Bucket": "files", "Key.$": "$.file.key"}},
                    "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                      "StartAt": "One", "States": {"One": {"Type": "Task", "End": true,
                        "Resource": "arn:aws:states:::sqs:sendMessage",
                        "Parameters": {"QueueUrl": "https://queue", "MessageBody.$": "$.sku"}}}}}}}
                  """
                      .formatted(inputType))
              .explore();

      assertThat(exploration.reached()).containsExactly("All", "One");
      assertThat(exploration.executions(ExecutionStatus.FAILED)).isEmpty();
    }

    @Test
    void counts_states_of_child_executions_whether_they_are_kept_or_not() {
      String each =
          """
          {"StartAt": "All", "States": {"All": {"Type": "Map", "End": true, "ItemsPath": "$.items",
            "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
              "StartAt": "Which", "States": {
                "Which": {"Type": "Choice", "Default": "Small", "Choices": [
                  {"Variable": "$.amount", "NumericGreaterThan": 100, "Next": "Great"}]},
                "Small": {"Type": "Pass", "End": true},
                "Great": {"Type": "Succeed"}}}}}}
          """;
      StepFunctionsEnvironment keepsNone =
          StepFunctionsEnvironment.builder().keepingChildren(ChildRetention.none()).build();

      assertThat(machine(each).explore().missed()).isEmpty();
      assertThat(keepsNone.define("each", each).explore().reached())
          .containsExactly("All", "Great", "Small", "Which");
    }

    @Test
    void gives_arrays_to_a_map_over_its_whole_input() {
      Exploration exploration =
          machine(
                  """
                  {"StartAt": "All", "States": {"All": {"Type": "Map", "End": true,
                    "ItemProcessor": {"StartAt": "One", "States": {
                      "One": {"Type": "Pass", "End": true}}}}}}
                  """)
              .explore();

      assertThat(exploration.missed()).isEmpty();
    }
  }

  /** What nothing but working back from the Choice finds. */
  @Nested
  class SolvedData {
    private static String choice(String before, String choices) {
      return """
          {"StartAt": "Before", "States": {
            %s,
            "Which": {"Type": "Choice", "Choices": [%s], "Default": "No"},
            "Yes": {"Type": "Succeed"},
            "No": {"Type": "Succeed"}}}
          """
          .formatted(before, choices);
    }

    private static final String CALL =
        "\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:f\"";

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            {"Variable": "$.got.deep.list[2].x", "NumericEquals": 7, "Next": "Yes"}
            {"And": [{"Variable": "$.a", "NumericGreaterThan": 5}, {"Variable": "$.b", "NumericLessThanPath": "$.a"}, {"Variable": "$.c", "StringMatches": "*.pdf"}, {"Variable": "$.d", "BooleanEquals": false}, {"Variable": "$.e", "IsNull": true}], "Next": "Yes"}
            """)
    void solves_what_rules_need_together(String rule) {
      TestStateMachine order =
          machine(choice("\"Before\": {" + CALL + ", \"Next\": \"Which\"}", rule));

      Exploration exploration = order.explore();

      assertThat(exploration.missed()).isEmpty();
    }

    @Test
    void follows_a_value_through_selectors_passes_and_texts_of_json() {
      String before =
          """
          "Before": {"Type": "Pass",
            "Parameters": {"event.$": "States.StringToJson($.records[0].body)"}, "Next": "Call"},
          "Call": {%s, "ResultSelector": {"code.$": "States.MathAdd($.status, 1)"},
            "ResultPath": "$.event.answer", "Next": "Move"},
          "Move": {"Type": "Pass", "InputPath": "$.event", "ResultPath": "$.kept", "Next": "Which"}
          """
              .formatted(CALL);
      String rule =
          """
          {"And": [
            {"Variable": "$.kept.answer.code", "NumericEquals": 405},
            {"Variable": "$.kept.order.kind", "StringEquals": "BIG"}], "Next": "Yes"}
          """;

      Exploration exploration = machine(choice(before, rule)).explore();

      assertThat(exploration.missed()).isEmpty();
    }

    @Test
    void follows_variables_and_computed_parts_in_jsonata() {
      String definition =
          """
          {"QueryLanguage": "JSONata", "StartAt": "Before", "States": {
            "Before": {%s, "Assign": {"total": "{%% $states.result.a + 5 %%}",
                "open": "{%% $count($states.result.lines[state = 'OPEN']) %%}"},
              "Next": "Which"},
            "Which": {"Type": "Choice", "Default": "No", "Choices": [
              {"Condition": "{%% $total > 100 and $open >= 1 and $not($states.input.done) %%}",
               "Next": "Yes"}]},
            "Yes": {"Type": "Succeed"},
            "No": {"Type": "Succeed"}}}
          """
              .formatted(CALL);

      Exploration exploration = machine(definition).explore();

      assertThat(exploration.missed()).isEmpty();
    }

    @Test
    void follows_the_items_of_iterations_and_the_results_of_branches() {
      String definition =
          """
          {"StartAt": "Both", "States": {
            "Both": {"Type": "Parallel", "Next": "Which", "Branches": [
              {"StartAt": "Call", "States": {"Call": {%s, "End": true}}},
              {"StartAt": "Each", "States": {"Each": {"Type": "Map", "ItemsPath": "$.lines",
                "ItemSelector": {"line.$": "$$.Map.Item.Value"}, "End": true,
                "ItemProcessor": {"StartAt": "Line", "States": {
                  "Line": {"Type": "Choice", "Default": "Small", "Choices": [{"And": [
                    {"Variable": "$.line.count", "NumericEquals": 3},
                    {"Variable": "$.line.price", "NumericEquals": 4},
                    {"Variable": "$.line.kind", "StringEquals": "gift"}], "Next": "Big"}]},
                  "Big": {"Type": "Pass", "End": true},
                  "Small": {"Type": "Pass", "End": true}}}}}}]},
            "Which": {"Type": "Choice", "Default": "No", "Choices": [
              {"Variable": "$[0].answer.code", "NumericEquals": 7, "Next": "Yes"}]},
            "Yes": {"Type": "Succeed"},
            "No": {"Type": "Succeed"}}}
          """
              .formatted(CALL);

      Exploration exploration = machine(definition).explore();

      assertThat(exploration.missed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            JSONPath | {"Variable": "$.StackSetOperation.Status", "StringEquals": "%s", "Next": "No"}
            JSONata | {"Condition": "{%% $states.input.StackSetOperation.Status = '%s' %%}", "Next": "No"}
            """)
    void tries_what_a_service_can_answer_besides_what_the_rules_name(String language, String rule) {
      String definition =
          """
          {"QueryLanguage": "%s", "StartAt": "Before", "States": {
            "Before": {"Type": "Task", "Next": "Which",
              "Resource": "arn:aws:states:::aws-sdk:cloudformation:describeStackSetOperation"},
            "Which": {"Type": "Choice", "Choices": [%s, %s, %s, %s, %s], "Default": "Yes"},
            "Yes": {"Type": "Succeed"},
            "No": {"Type": "Succeed"}}}
          """
              .formatted(
                  language,
                  rule.formatted("RUNNING"),
                  rule.formatted("SUCCEEDED"),
                  rule.formatted("FAILED"),
                  rule.formatted("STOPPING"),
                  rule.formatted("QUEUED"));

      assertThat(machine(definition).explore().missed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            JSONPath | "Parameters": {"key.$": "States.Format('in/{}.csv', $.id)", "bucket.$": "$.b"} | "Parameters": {"Bucket.$": "$.bucket", "Key.$": "$.key"}
            JSONata | "Output": {"key": "{% 'in/' & $states.input.id & '.csv' %}", "bucket": "{% $states.input.b %}"} | "Arguments": {"Bucket": "{% $states.input.bucket %}", "Key": "{% $states.input.key %}"}
            """)
    void puts_objects_where_computed_keys_lead(String language, String before, String reader) {
      String definition =
          """
          {"QueryLanguage": "%s", "StartAt": "Before", "States": {
            "Before": {"Type": "Pass", %s, "Next": "All"},
            "All": {"Type": "Map", "Next": "Yes",
              "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
                "ReaderConfig": {"InputType": "%s"}, %s},
              "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                "StartAt": "One", "States": {"One": {"Type": "Pass", "End": true}}}},
            "Yes": {"Type": "Succeed"}}}
          """;

      assertThat(machine(definition.formatted(language, before, "JSON", reader)).explore().missed())
          .isEmpty();
      assertThat(
              machine(definition.formatted(language, before, "MANIFEST", reader))
                  .explore()
                  .missed())
          .isEmpty();
    }

    @Test
    void gives_names_of_objects_as_texts_and_lists_by_computed_prefixes() {
      String definition =
          """
          {"StartAt": "Each", "States": {
            "Each": {"Type": "Map", "ItemsPath": "$.files", "Next": "Yes",
              "ItemSelector": {"key.$": "$$.Map.Item.Value"},
              "ItemProcessor": {"StartAt": "All", "States": {"All": {"Type": "Map", "End": true,
                "ItemReader": {"Resource": "arn:aws:states:::s3:listObjectsV2",
                  "Parameters": {"Bucket.$": "$.key.bucket", "Prefix.$": "$.key.key"}},
                "ItemProcessor": {
                  "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                  "StartAt": "One", "States": {"One": {"Type": "Pass", "End": true}}}}}}},
            "Yes": {"Type": "Succeed"}}}
          """;

      assertThat(machine(definition).explore().missed()).isEmpty();
    }

    @Test
    void mends_what_a_choice_and_functions_fail_at() {
      String jsonata =
          """
          {"QueryLanguage": "JSONata", "StartAt": "Each", "States": {
            "Each": {"Type": "Map", "Items": "{%% ['a', 'b'] %%}", "Next": "Words",
              "ItemProcessor": {"StartAt": "Call", "States": {
                "Call": {%s, "Assign": {"many": "{%% $states.result.count %%}"}, "Next": "Which"},
                "Which": {"Type": "Choice", "Default": "B",
                  "Choices": [{"Condition": "{%% $many < 400 %%}", "Next": "A"}]},
                "A": {"Type": "Pass", "End": true},
                "B": {"Type": "Pass", "End": true}}}},
            "Words": {%s,
              "Output": "{%% $each($states.result.address, function($v) { $trim($v) }) %%}",
              "Next": "Yes"},
            "Yes": {"Type": "Succeed"}}}
          """
              .formatted(CALL, CALL);
      String jsonPath =
          """
          {"StartAt": "Call", "States": {
            "Call": {%s, "ResultSelector": {"from.$": "States.StringToJson($.from.N)",
              "to.$": "States.StringToJson($.to.N)"}, "Next": "Roll"},
            "Roll": {"Type": "Pass", "Next": "Yes",
              "Parameters": {"number.$": "States.MathRandom($.from, $.to)"}},
            "Yes": {"Type": "Succeed"}}}
          """
              .formatted(CALL);

      assertThat(machine(jsonata).explore().missed()).isEmpty();
      assertThat(machine(jsonPath).explore().missed()).isEmpty();
    }

    @Test
    void finds_the_way_out_of_a_loop_that_goes_on_forever() {
      String definition =
          """
          {"StartAt": "Lock", "States": {
            "Lock": {%s, "Next": "Work", "Catch": [{"ErrorEquals": ["Taken"], "Next": "Look"}]},
            "Work": {"Type": "Succeed"},
            "Look": {%s, "ResultSelector": {"text.$": "States.JsonToString($.item)"}, "Next": "Mine?"},
            "Mine?": {"Type": "Choice", "Default": "Lock",
              "Choices": [{"Variable": "$.text", "StringMatches": "*Z*", "Next": "Mine"}]},
            "Mine": {"Type": "Succeed"}}}
          """
              .formatted(CALL, CALL);

      assertThat(machine(definition).explore().missed()).isEmpty();
    }

    @Test
    void explores_alike_each_time() {
      TestStateMachine one = machine(POLLING);
      TestStateMachine other = machine(POLLING);

      assertThat(one.explore().executions())
          .extracting(Execution::input)
          .isEqualTo(other.explore().executions().stream().map(Execution::input).toList());
    }
  }
}
