package io.stepunit;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.mock.UnmockedTaskError;
import io.stepunit.teststate.InspectionLevel;
import io.stepunit.teststate.StateStatus;
import io.stepunit.teststate.TestStateException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StateTesterTest {
  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private final TestStateMachine order =
      env.define(
          "order",
          """
          {"StartAt": "Route", "States": {
            "Route": {"Type": "Choice", "QueryLanguage": "JSONata", "Choices": [
              {"Condition": "{% $states.input.amount > $limit %}", "Next": "ManualReview"}],
              "Default": "Charge"},
            "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
              "Parameters": {"FunctionName": "charge", "Payload.$": "$"},
              "ResultSelector": {"id.$": "$.Payload.id"},
              "ResultPath": "$.receipt",
              "Assign": {"receipt.$": "$.Payload.id"},
              "TimeoutSeconds": 60,
              "Retry": [
                {"ErrorEquals": ["Busy"], "IntervalSeconds": 3, "BackoffRate": 1.5, "MaxAttempts": 2}],
              "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Refund"}],
              "Next": "Each"},
            "Each": {"Type": "Map", "ItemsPath": "$.lines", "ToleratedFailurePercentage": 50,
              "ItemSelector": {"sku.$": "$$.Map.Item.Value"},
              "ItemProcessor": {"StartAt": "Pick", "States": {
                "Pick": {"Type": "Pass", "Parameters": {"name.$": "$$.State.Name"}, "End": true}}},
              "End": true},
            "ManualReview": {"Type": "Succeed"},
            "Refund": {"Type": "Fail", "Error": "Refunded"}}}
          """);

  @Nested
  class A_state_of_a_machine {
    @Test
    void goes_on_as_its_variables_and_input_say() {
      StateTester route = order.state("Route").variables(Map.of("limit", 500));

      assertThat(route.input(Map.of("amount", 900)).test().nextState()).contains("ManualReview");
      assertThat(route.input(Map.of("amount", 100)).test().nextState()).contains("Charge");
    }

    @Test
    void a_state_of_a_machine_is_found_inside_of_a_map_and_called_as_aws_calls_it() {
      StateResult result = order.state("Pick").test();

      assertThat(result.status()).isEqualTo(StateStatus.SUCCEEDED);
      assertThat(result.output().orElseThrow()).hasToString("{\"name\":\"StateName\"}");
      assertThat(result.nextState()).isEmpty();
    }

    @Test
    void a_state_of_a_machine_is_not_run_when_it_fails_by_itself() {
      StateResult result = order.state("Refund").test();

      assertThat(result.status()).isEqualTo(StateStatus.FAILED);
      assertThat(result.error()).contains("Refunded");
      assertThat(result.output()).isEmpty();
    }

    @Test
    void fails_with_the_bare_cause_of_its_expression() {
      StateResult result = order.state("Route").input(Map.of("amount", 900)).test();

      assertThat(result.status()).isEqualTo(StateStatus.FAILED);
      assertThat(result.error()).contains("States.QueryEvaluationError");
      assertThat(result.cause().orElseThrow()).doesNotContain("An error occurred while executing");
    }

    @Test
    void a_state_of_a_machine_that_is_not_there_is_refused_at_once() {
      assertThatExceptionOfType(TestStateException.class)
          .isThrownBy(() -> order.state("Chrge"))
          .withMessage(
              """
              ValidationException: State not found in definition
              The machine 'order' (order) has no state 'Chrge'. Did you mean 'Charge'? Its states: \
              Route, Charge, Each, Pick, ManualReview, Refund.\
              """);
    }

    @Test
    void gives_the_same_result_however_often_it_is_asked() {
      StateTester random =
          env.state(
              """
              {"Type": "Pass", "Parameters": {"id.$": "States.UUID()"}, "End": true}
              """);

      assertThat(random.test().output()).isEqualTo(random.test().output());
    }
  }

  @Nested
  class A_task {
    @Test
    void shows_each_step_and_what_it_assigned() {
      StateResult result =
          order
              .state("Charge")
              .input(Map.of("amount", 12))
              .mockResult(Map.of("Payload", Map.of("id", 7)))
              .validation(MockValidation.NONE)
              .inspection(InspectionLevel.DEBUG)
              .test();

      assertThat(result.output().orElseThrow())
          .hasToString("{\"amount\":12,\"receipt\":{\"id\":7}}");
      assertThat(result.assigned().get("receipt")).hasToString("7");
      assertThat(result.inspectionData())
          .hasToString(
              """
              {"input":{"amount":12},"afterInputPath":{"amount":12},\
              "afterParameters":{"FunctionName":"charge","Payload":{"amount":12}},\
              "result":{"Payload":{"id":7}},"afterResultSelector":{"id":7},\
              "afterResultPath":{"amount":12,"receipt":{"id":7}},"variables":{"receipt":7}}\
              """);
    }

    @Test
    void tells_the_delay_before_the_next_retry() {
      StateResult result = order.state("Charge").retryCount(1).mockError("Busy", "later").test();

      assertThat(result.status()).isEqualTo(StateStatus.RETRIABLE);
      assertThat(result.retryDelay()).contains(ofMillis(4500));
      assertThat(result.retryIndex()).contains(0);
      assertThat(result.nextState()).isEmpty();
    }

    @Test
    void a_task_is_caught_when_its_retrier_is_exhausted() {
      StateResult result =
          order
              .state("Charge")
              .retryCount(2)
              .mockError("Busy", "later")
              .inspection(InspectionLevel.DEBUG)
              .test();

      assertThat(result.status()).isEqualTo(StateStatus.CAUGHT_ERROR);
      assertThat(result.nextState()).contains("Refund");
      assertThat(result.outputAt("$.error.Cause").orElseThrow().asText()).isEqualTo("later");
      assertThat(result.inspected("errorDetails").orElseThrow())
          .hasToString("{\"catchIndex\":0,\"retryIndex\":0}");
      assertThat(result.inspected("afterResultPath")).isEqualTo(result.output());
    }

    @ParameterizedTest
    @EnumSource(names = {"STRICT", "PRESENT"})
    void takes_the_payload_of_a_function_only_as_text(MockValidation mode) {
      StateTester charge = order.state("Charge").validation(mode);

      assertThatExceptionOfType(TestStateException.class)
          .isThrownBy(() -> charge.mockResult("{\"Payload\": {\"id\": 7}}").test())
          .satisfies(
              e ->
                  assertThat(e.serviceMessage())
                      .isEqualTo(
                          "Mock result schema validation error: Field 'Payload' must be a string"));
      StateResult text =
          env.state(
                  """
                  {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                    "Parameters": {"FunctionName": "charge"}}
                  """)
              .validation(mode)
              .mockResult(Map.of("Payload", "{\"id\": 7}"))
              .test();
      assertThat(text.outputAt("$.Payload").orElseThrow().textValue()).isEqualTo("{\"id\": 7}");
    }

    @Test
    void takes_no_result_that_is_null() {
      assertThatExceptionOfType(TestStateException.class)
          .isThrownBy(() -> order.state("Charge").mockResult("null").test())
          .satisfies(
              e ->
                  assertThat(e.serviceMessage())
                      .isEqualTo("Mocked result must be a valid JSON object."));
    }

    @Test
    void has_no_iterations_that_could_fail() {
      assertThatExceptionOfType(TestStateException.class)
          .isThrownBy(
              () -> order.state("Charge").mockResult("{}").mapIterationFailureCount(0).test())
          .satisfies(
              e ->
                  assertThat(e.serviceMessage())
                      .isEqualTo(
                          "MapIterationFailureCount is only supported when testing a Map state."));
    }

    @Test
    void a_task_is_answered_by_the_machines_mocks() {
      order.mock("Charge").returnsPayload(Map.of("id", 8));

      StateResult result = order.state("Charge").test();

      assertThat(result.outputAt("$.receipt.id").orElseThrow().asInt()).isEqualTo(8);
    }

    @Test
    void times_out_when_its_mock_takes_too_long() {
      order.mock("Charge").returnsPayload(Map.of("id", 8)).taking(ofSeconds(61));

      StateResult result = order.state("Charge").test();

      assertThat(result.error()).contains("States.Timeout");
      assertThat(result.status()).isEqualTo(StateStatus.CAUGHT_ERROR);
    }

    @Test
    void without_any_mock_aborts_the_test() {
      assertThatExceptionOfType(UnmockedTaskError.class)
          .isThrownBy(() -> order.state("Charge").test())
          .withMessageContaining("order.mock(\"Charge\")");
    }

    @Test
    void given_alone_asks_for_a_mock() {
      StateTester alone =
          env.state(
              """
              {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true}
              """);

      assertThatIllegalStateException()
          .isThrownBy(alone::test)
          .withMessageContaining("arn:aws:states:::sqs:sendMessage, and nothing answers it");
    }

    @Test
    void takes_no_result_that_its_service_does_not_give() {
      StateTester charge = order.state("Charge").mockResult(Map.of("StatusCode", "200"));

      assertThatExceptionOfType(TestStateException.class)
          .isThrownBy(charge::test)
          .withMessage(
              """
              ValidationException: Mock result schema validation error: Field 'StatusCode' must be a number
              validation(MockValidation.NONE) accepts any result, such as a Payload that is an object.\
              """);
      assertThat(charge.validation(MockValidation.NONE).test().status())
          .isEqualTo(StateStatus.FAILED);
    }

    @Test
    void takes_no_result_that_is_not_json() {
      assertThatExceptionOfType(TestStateException.class)
          .isThrownBy(() -> order.state("Charge").mockResult("no JSON"))
          .satisfies(
              e -> assertThat(e.serviceMessage()).isEqualTo("Mocked result must be valid JSON"));
    }
  }

  @Nested
  class A_map {
    private final StateTester each =
        order.state("Each").input("{\"lines\": [\"a\", \"b\", \"c\", \"d\"]}");

    @Test
    void shows_its_items_and_thresholds() {
      StateResult result =
          each.mockResult(List.of(1, 2, 3, 4)).inspection(InspectionLevel.DEBUG).test();

      assertThat(result.output().orElseThrow()).hasToString("[1,2,3,4]");
      assertThat(result.inspected("afterItemsPath").orElseThrow())
          .hasToString("[\"a\",\"b\",\"c\",\"d\"]");
      assertThat(result.inspected("afterItemSelector").orElseThrow())
          .hasToString("[{\"sku\":\"a\"},{\"sku\":\"b\"},{\"sku\":\"c\"},{\"sku\":\"d\"}]");
      assertThat(result.inspected("toleratedFailurePercentage").orElseThrow().asInt())
          .isEqualTo(50);
    }

    @Test
    void fails_when_more_iterations_fail_than_it_tolerates() {
      StateTester mocked = each.mockResult(List.of(1, 2, 3, 4));

      StateResult two = mocked.mapIterationFailureCount(2).test();
      StateResult three = mocked.mapIterationFailureCount(3).test();

      assertThat(two.status()).isEqualTo(StateStatus.SUCCEEDED);
      assertThat(three.error()).contains("States.ExceedToleratedFailureThreshold");
      assertThat(three.cause()).contains("The specified tolerated failure threshold was exceeded");
    }

    @Test
    void has_any_tolerance_if_it_declares_none() {
      StateTester plain =
          env.state(
                  """
                  {"Type": "Map", "ItemsPath": "$.lines", "End": true, "ItemProcessor": {
                    "StartAt": "Pick", "States": {"Pick": {"Type": "Succeed"}}}}
                  """)
              .input("{\"lines\": [1, 2]}")
              .mockResult("[3, 4]");

      StateResult result = plain.mapIterationFailureCount(2).test();

      assertThat(result.status()).isEqualTo(StateStatus.SUCCEEDED);
      assertThat(result.output().orElseThrow()).hasToString("[3,4]");
      assertThatExceptionOfType(TestStateException.class)
          .isThrownBy(() -> plain.mapIterationFailureCount(3).test());
    }

    @Test
    void a_map_has_one_result_for_each_iteration_which_counts_after_its_failures() {
      StateTester mocked = each.mockResult("[1, 2, 3]");

      assertThatExceptionOfType(TestStateException.class)
          .isThrownBy(mocked::test)
          .satisfies(
              e ->
                  assertThat(e.serviceMessage())
                      .isEqualTo("Input array does not equal the mocked result array's size"));
      assertThat(mocked.mapIterationFailureCount(3).test().error())
          .contains("States.ExceedToleratedFailureThreshold");
    }

    @Test
    void has_one_iteration_for_each_batch() {
      StateTester batched =
          env.state(
                  """
                  {"Type": "Map", "ItemsPath": "$.lines", "End": true,
                    "ItemSelector": {"sku.$": "$$.Map.Item.Value"},
                    "ItemBatcher": {"MaxItemsPerBatch": 2, "BatchInput": {"shop": 7}},
                    "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                      "StartAt": "Pick", "States": {"Pick": {"Type": "Succeed"}}}}
                  """)
              .input("{\"lines\": [\"a\", \"b\", \"c\"]}")
              .inspection(InspectionLevel.DEBUG);

      StateResult result = batched.mockResult("[10, 20]").test();

      assertThat(result.output().orElseThrow()).hasToString("[10,20]");
      assertThat(result.inspected("afterItemSelector").orElseThrow())
          .hasToString("[{\"sku\":\"a\"},{\"sku\":\"b\"},{\"sku\":\"c\"}]");
      assertThat(result.inspected("afterItemBatcher").orElseThrow())
          .hasToString(
              """
              [{"BatchInput":{"shop":7},"Items":["{\\"sku\\":\\"a\\"}","{\\"sku\\":\\"b\\"}"]},\
              {"BatchInput":{"shop":7},"Items":["{\\"sku\\":\\"c\\"}"]}]\
              """);
      assertThatExceptionOfType(TestStateException.class)
          .isThrownBy(() -> batched.mockResult("[10, 20, 30]").test())
          .withMessageContaining("does not equal the mocked result array's size");
    }

    @Test
    void a_map_does_not_show_items_that_are_no_array() {
      StateResult result =
          env.state(
                  """
                  {"Type": "Map", "ItemsPath": "$.lines", "End": true, "ItemProcessor": {
                    "StartAt": "Pick", "States": {"Pick": {"Type": "Succeed"}}}}
                  """)
              .input("{\"lines\": 7}")
              .mockResult("[]")
              .inspection(InspectionLevel.DEBUG)
              .test();

      assertThat(result.status()).isEqualTo(StateStatus.FAILED);
      assertThat(result.inspectionData().fieldNames())
          .toIterable()
          .containsExactly("input", "afterInputPath");
    }

    @Test
    void a_map_has_no_more_failures_than_iterations() {
      assertThatExceptionOfType(TestStateException.class)
          .isThrownBy(() -> each.mockResult("[]").mapIterationFailureCount(5).test())
          .satisfies(
              e ->
                  assertThat(e.serviceMessage())
                      .isEqualTo(
                          "Map iteration failure count must be less than or equal to the number of"
                              + " Map iterations"));
    }

    @Test
    void fails_with_an_error_that_comes_from_inside() {
      StateResult result = each.mockError("Broken", "axle").errorCausedBy("Pick").test();

      assertThat(result.error()).contains("Broken");
    }

    @Test
    void knows_the_states_inside_of_it() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> each.mockError("Broken", "axle").errorCausedBy("Pik").test())
          .withMessageContaining("has no state 'Pik' inside of it")
          .withMessageContaining("Did you mean 'Pick'?");
    }

    @Test
    void takes_the_items_that_its_reader_read() {
      StateResult result =
          env.state(
                  """
                  {"Type": "Map", "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
                     "ReaderConfig": {"InputType": "JSON", "ItemsPointer": "/rows"},
                     "Parameters": {"Bucket.$": "$.bucket", "Key": "rows.json"}},
                   "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                     "StartAt": "One", "States": {"One": {"Type": "Succeed"}}},
                   "End": true}
                  """)
              .input(Map.of("bucket", "b"))
              .mapItemReaderData("{\"rows\": [1, 2]}")
              .mockResult("[2, 4]")
              .inspection(InspectionLevel.DEBUG)
              .test();

      assertThat(result.inspected("afterItemsPointer").orElseThrow()).hasToString("[1,2]");
      assertThat(result.output().orElseThrow()).hasToString("[2,4]");
    }

    @Test
    void fails_where_its_reader_cannot_be_asked_and_needs_what_it_read() {
      StateTester reading =
          env.state(
                  """
                  {"Type": "Map", "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
                     "Parameters": {"Bucket.$": "$.bucket", "Key": "rows.json"}},
                   "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                     "StartAt": "One", "States": {"One": {"Type": "Succeed"}}},
                   "End": true}
                  """)
              .mockResult("[]");

      assertThat(reading.mapItemReaderData("[]").test().error()).contains("States.Runtime");
      assertThatExceptionOfType(TestStateException.class)
          .isThrownBy(reading::test)
          .satisfies(
              e ->
                  assertThat(e.serviceMessage())
                      .isEqualTo(
                          "ItemReader data must be specified when testing a Map state with"
                              + " ItemReader specified."));
    }

    @Test
    void goes_over_the_fields_of_an_object_in_distributed_mode() {
      StateResult result =
          env.state(
                  """
                  {"Type": "Map", "QueryLanguage": "JSONata", "Items": "{% $states.input %}",
                   "ItemSelector": "{% $states.context.Map.Item.Key %}",
                   "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                     "StartAt": "One", "States": {"One": {"Type": "Succeed"}}},
                   "End": true}
                  """)
              .input("{\"a\": 1, \"b\": 2}")
              .mockResult("[3, 4]")
              .inspection(InspectionLevel.DEBUG)
              .test();

      assertThat(result.inspected("afterItemSelector").orElseThrow()).hasToString("[\"a\",\"b\"]");
      assertThat(result.output().orElseThrow()).hasToString("[3,4]");
    }
  }

  @Nested
  class A_parallel {
    @Test
    void takes_one_result_for_each_branch() {
      StateTester both =
          env.state(
              """
              {"Type": "Parallel", "End": true, "Branches": [
                {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}},
                {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}]}
              """);

      assertThat(both.mockResult("[1, 2]").test().output().orElseThrow()).hasToString("[1,2]");
      assertThatExceptionOfType(TestStateException.class)
          .isThrownBy(() -> both.mockResult("[1]").test())
          .withMessageContaining("same number of items as number of Parallel branches");
    }

    @Test
    void shows_only_its_way_out() {
      StateResult result =
          env.state(
                  """
                  {"Type": "Parallel", "End": true, "InputPath": "$.q", "Parameters": {"n.$": "$.n"},
                    "ResultPath": "$.r", "Branches": [
                      {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}]}
                  """)
              .input("{\"q\": {\"n\": 1}}")
              .mockResult("[5]")
              .inspection(InspectionLevel.DEBUG)
              .test();

      assertThat(result.inspectionData())
          .hasToString(
              """
              {"input":{"q":{"n":1}},"afterResultSelector":[5],\
              "afterResultPath":{"q":{"n":1},"r":[5]}}\
              """);
    }
  }

  @Nested
  class A_state_given_alone {
    @Test
    void may_lead_anywhere() {
      StateResult result = env.state("{\"Type\": \"Pass\", \"Next\": \"Nowhere\"}").test();

      assertThat(result.nextState()).contains("Nowhere");
    }

    @Test
    void a_state_given_alone_is_checked_inside_as_in_a_machine() {
      assertThatExceptionOfType(InvalidDefinitionException.class)
          .isThrownBy(
              () ->
                  env.state(
                      """
                      {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "A", "States": {
                        "A": {"Type": "Pass", "Next": "B"}}}}
                      """))
          .satisfies(
              e ->
                  assertThat(e.serviceMessage())
                      .isEqualTo(
                          "Invalid State Machine Definition: 'MISSING_TRANSITION_TARGET: Missing"
                              + " 'Next' target: B at"
                              + " /States/StateName/ItemProcessor/States/A/Next, MISSING_END_STATE:"
                              + " Workflow has no terminal state at null'"));
    }

    @Test
    void sleeps_no_virtual_time() {
      StateResult result = env.state("{\"Type\": \"Wait\", \"Seconds\": 60, \"End\": true}").test();

      assertThat(result.status()).isEqualTo(StateStatus.SUCCEEDED);
      assertThat(env.now()).isEqualTo(StepFunctionsEnvironment.DEFAULT_START);
    }

    @Test
    void sees_the_context_of_an_express_execution_with_made_up_names() {
      JsonNode context =
          env.state("{\"Type\": \"Pass\", \"InputPath\": \"$$\", \"End\": true}")
              .input("{\"a\": 1}")
              .test()
              .output()
              .orElseThrow();

      String machine = context.at("/StateMachine/Name").textValue();
      String name = context.at("/Execution/Name").textValue();
      String arn = "arn:aws:states:us-east-1:123456789012:";
      assertThat(List.of(machine, name))
          .allMatch(text -> UUID.fromString(text).toString().equals(text));
      assertThat(context.get("Execution"))
          .hasToString(
              "{\"Id\":\"%sexpress:%s:%s\",\"Input\":{\"a\":1},\"Name\":\"%s\",\"RoleArn\":null,\"StartTime\":\"2026-01-01T00:00:00Z\"}"
                  .formatted(arn, machine, name, name));
      assertThat(context.at("/StateMachine/Id").textValue())
          .isEqualTo(arn + "stateMachine:" + machine);
      assertThat(context.at("/State/Name").textValue()).isEqualTo("StateName");
    }

    @Test
    void sees_the_context_it_is_given_and_no_other() {
      StateResult result =
          env.state("{\"Type\": \"Pass\", \"InputPath\": \"$$\", \"End\": true}")
              .context("{\"Execution\": {\"Name\": \"run-1\"}}")
              .test();

      assertThat(result.output().orElseThrow()).hasToString("{\"Execution\":{\"Name\":\"run-1\"}}");
    }

    @Test
    void refuses_a_context_with_a_value_of_the_wrong_type() {
      StateTester pass = env.state("{\"Type\": \"Pass\", \"End\": true}");

      assertThatExceptionOfType(TestStateException.class)
          .isThrownBy(() -> pass.context("{\"State\": {\"RetryCount\": \"1\"}}").test())
          .withMessageContaining("State.RetryCount must be a number");
    }
  }
}
