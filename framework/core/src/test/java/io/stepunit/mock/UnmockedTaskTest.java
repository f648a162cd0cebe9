package io.stepunit.mock;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.history.ExecutionStatus;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnmockedTaskTest {
  private static final Map<String, Object> INPUT = Map.of("id", 7, "lines", List.of("a", "b"));

  @Test
  void the_message_has_the_call_and_the_line_that_is_missing() {
    TestStateMachine order = Machines.order();

    assertThatThrownBy(() -> order.start(INPUT, "run-1").finish())
        .isInstanceOf(UnmockedTaskError.class)
        .hasMessage(
            """
            No mock answers the Task 'Charge' (order:4).

              execution  run-1
              attempt    1
              resource   arn:aws:lambda:us-east-1:123456789012:function:charge
              input      {
                           "id" : 7,
                           "lines" : [ "a", "b" ]
                         }

            The machine has no mocks.

            Add to the test:
              order.mock("Charge").returns(Map.of());""");
  }

  @Test
  void the_message_has_the_nearest_mocks_and_why_they_do_not_match() {
    TestStateMachine order = Machines.order();
    order.mock("Charge").returns(INPUT);
    order.mock("Store").returnsPayload("{}");
    order.mock("AwaitApproval").isCalledBackAfter(ofHours(2)).with(INPUT);
    order.mockResource("*:sns:*").returns(Map.of());
    order.mock("Lines[1]/Pick").returns(Map.of());

    assertThatThrownBy(() -> order.start(INPUT, "run-1").finish())
        .isInstanceOf(UnmockedTaskError.class)
        .hasMessageMatching(
            Texts.pattern(
                """
                No mock answers the Task 'Pick' (order:23, at Lines[0]/Pick).

                  execution  run-1
                  attempt    1
                  resource   arn:aws:states:::batch:submitJob.sync
                  input      "a"

                Mocks that do not match:
                  mock("Lines[1]/Pick") at UnmockedTaskTest.java:#: is for that path only, this call is Lines[0]/Pick
                  mockResource("*:sns:*") at UnmockedTaskTest.java:#: does not match arn:aws:states:::batch:submitJob.sync
                  mock("Charge") at UnmockedTaskTest.java:#: is for another state
                  and 2 more

                Add to the test:
                  order.mock("Pick").returns(Map.of());"""));
  }

  @Test
  void a_lambda_invoke_is_proposed_an_envelope() {
    TestStateMachine order = Machines.charge("arn:aws:states:::lambda:invoke");

    assertThatThrownBy(() -> order.run(Map.of()))
        .hasMessageEndingWith(
            """
            Add to the test:
              order.mock("Charge").returnsPayload(Map.of());""");
  }

  @Test
  void a_callback_task_is_proposed_a_callback_or_a_token() {
    TestStateMachine order = Machines.charge("arn:aws:states:::sqs:sendMessage.waitForTaskToken");

    assertThatThrownBy(() -> order.run(Map.of()))
        .isInstanceOf(UnmockedTaskError.class)
        .hasMessageEndingWith(
            """
            Nobody sends the token of this Task. Add to the test:
              order.mock("Charge").isCalledBackAfter(Duration.ofMinutes(1)).with(Map.of());
            or control the execution manually:
              RunningExecution run = order.start(input).runUntilParked();
              run.token("Charge").succeed(Map.of());""");
  }

  @Test
  void an_answer_that_was_begun_is_told_how_to_end_it() {
    TestStateMachine order = Machines.charge("arn:aws:states:::sqs:sendMessage.waitForTaskToken");

    order.mock("Charge").isCalledBackAfter(ofHours(1));
    assertThatThrownBy(() -> order.run(Map.of()))
        .isInstanceOf(UnmockedTaskError.class)
        .hasMessageContaining(
            "has an answer that is not whole: mock(\"Charge\") at UnmockedTaskTest.java:")
        .hasMessageContaining(
            "Say what the callback brings: isCalledBackAfter(…).with(Map.of()), or .failingWith(");

    order.mock("Charge").fails("Gateway.Busy").then();
    assertThatThrownBy(() -> order.run(Map.of()))
        .hasMessageContaining("Say the next answer after then(), or leave then() out.");
  }

  @Test
  void a_mock_without_an_answer_is_proposed_one_of_its_kind() {
    TestStateMachine http =
        StepFunctionsEnvironment.create()
            .define(
                "order",
                """
                {"StartAt": "Get", "States": {"Get": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:states:::http:invoke", "Parameters": {
                    "ApiEndpoint": "https://example.com/rate", "Method": "GET",
                    "Authentication": {"ConnectionArn":
                      "arn:aws:events:us-east-1:123456789012:connection/rates/1"}}}}}
                """);
    http.http("Get");
    TestStateMachine order = Machines.charge();
    order.lambda("charge");

    assertThatThrownBy(() -> http.run(Map.of()))
        .hasMessageContaining("has no answer: http(\"Get\") at UnmockedTaskTest.java:")
        .hasMessageEndingWith("order.http(\"Get\").callsServer(\"http://localhost:8080\");");
    assertThatThrownBy(() -> order.run(Map.of()))
        .hasMessageEndingWith("order.lambda(\"charge\").handledBy(new Handler());");
  }

  @Test
  void an_activity_is_proposed_a_callback_or_a_token() {
    TestStateMachine order =
        Machines.charge("arn:aws:states:us-east-1:123456789012:activity:charge");

    assertThatThrownBy(() -> order.run(Map.of()))
        .hasMessageContaining("order.mock(\"Charge\").isCalledBackAfter(");
  }

  @Test
  void a_callback_task_driven_by_hand_waits_for_its_token() {
    TestStateMachine order = Machines.charge("arn:aws:states:::sqs:sendMessage.waitForTaskToken");

    RunningExecution run = order.start(Map.of()).runUntilParked();
    run.token("Charge").succeed(Map.of("by", "kim"));

    assertThat(run.finish().output()).hasToString("Optional[{\"by\":\"kim\"}]");
  }

  @Test
  void any_other_task_driven_by_hand_needs_its_mock() {
    TestStateMachine order = Machines.charge();

    RunningExecution run = order.start(Map.of());

    assertThatThrownBy(run::runUntilParked).isInstanceOf(UnmockedTaskError.class);
  }

  @Test
  void the_proposed_line_is_java_whatever_the_names_are() {
    TestStateMachine machine =
        StepFunctionsEnvironment.create()
            .define(
                "order-saga.v2",
                """
                {
                  "StartAt": "Say \\"hi\\"",
                  "States": {
                    "Say \\"hi\\"": {
                      "Type": "Task",
                      "Resource": "arn:aws:states:::sns:publish",
                      "End": true
                    }
                  }
                }
                """);

    assertThatThrownBy(() -> machine.run(Map.of()))
        .hasMessageEndingWith("  orderSaga.mock(\"Say \\\"hi\\\"\").returns(Map.of());");
  }

  @Test
  void a_long_input_is_cut() {
    TestStateMachine order = Machines.charge();
    Map<String, String> input = Map.of("long", "x".repeat(1_000), "lines", "y");
    List<Map<String, String>> inputs = IntStream.range(0, 100).mapToObj(i -> input).toList();

    assertThatThrownBy(() -> order.run(inputs))
        .hasMessageContaining("… 281 more lines")
        .satisfies(error -> assertThat(error.getMessage().length()).isLessThan(4_000));
  }

  @Test
  void a_mock_that_says_no_answer_is_named() {
    TestStateMachine order = Machines.charge();
    order.mock("Charge");

    assertThatThrownBy(() -> order.start("{}", "run-1").finish())
        .isInstanceOf(UnmockedTaskError.class)
        .hasMessageMatching(
            Texts.pattern(
                """
                The mock of the Task 'Charge' (order:4) has no answer: mock("Charge") at UnmockedTaskTest.java:#

                  execution  run-1
                  attempt    1
                  resource   arn:aws:lambda:us-east-1:123456789012:function:charge
                  input      { }

                Add one, such as
                  order.mock("Charge").returns(Map.of());"""));
  }

  @Test
  void no_catcher_hides_it() {
    TestStateMachine order =
        StepFunctionsEnvironment.create()
            .define(
                "order",
                """
                {
                  "StartAt": "Charge",
                  "States": {
                    "Charge": {
                      "Type": "Task",
                      "Resource": "arn:aws:states:::sns:publish",
                      "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Refused"}],
                      "End": true
                    },
                    "Refused": {"Type": "Pass", "End": true}
                  }
                }
                """);

    assertThatThrownBy(() -> order.run(Map.of())).isInstanceOf(UnmockedTaskError.class);

    order.mock("Charge").fails("Any");
    assertThat(order.run(Map.of()).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }
}
