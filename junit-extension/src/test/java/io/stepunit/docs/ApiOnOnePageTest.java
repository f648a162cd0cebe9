package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.stepunit.Execution;
import io.stepunit.Fault;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TaskFailure;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.FaultMatrix;
import io.stepunit.junit.StateMachine;
import io.stepunit.junit.StateMachineTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;

/** A machine is found beside the class, at the root of the class path, or as a file. */
@StateMachineTest(
    "order.asl.json") // of a template also: id = "OrderMachine", values = "Stage=test"
class ApiOnOnePageTest {
  private static final Map<String, Object> ORDER = Map.of("id", 7, "amount", 12);

  /** Each test has an environment of its own; its clock starts at 2026-01-01T00:00:00Z. */
  @Test
  void mocks_answer_tasks(TestStateMachine order) {
    order
        .mock("Charge") // by the state's name; "Lines[3]/Charge" is one iteration of a Map
        .fails("Gateway.Busy", "503")
        .times(2) // attempt by attempt
        .thenReturns(Map.of("paid", true))
        .taking(ofSeconds(3)); // virtual time; the last answer repeats
    order.mock("Ship").returns("{\"number\": \"T-9\"}"); // JSON text, a Map, a record, a JsonNode

    Execution run = order.run(ORDER);

    assertThat(run)
        .isSucceeded() // isFailed(), isTimedOut(), isAborted(), isRunning(), isEnded()
        .hasPath("Charge", "Ship") // visited("Ship"), neverVisited("Ship"), visitedInOrder(…)
        .hasOutputAt("$.parcel.number", "T-9") // hasOutput(json)
        .state("Charge", charge -> charge.hasAttempts(3).hasRetryDelays(ofSeconds(2), ofSeconds(4)))
        .hasCallInputs("Ship", Map.of("id", 7, "amount", 12, "payment", Map.of("paid", true)))
        .hasDuration(ofSeconds(9));
  }

  @Test
  void mocks_depend_on_the_input(TestStateMachine order) {
    order.mock("Charge").returns(Map.of("paid", true));
    order.mock("Charge").whenInput("$.amount", 900).fails("Card.Declined", "over the limit");
    order
        .mock("Ship")
        .answers(
            call -> {
              if (call.inputAt("$.id").asInt() == 8) {
                throw new TaskFailure(
                    "Carrier.Unknown", "no such street"); // an error that Retry and Catch see
              }
              return Map.of("number", "T-" + call.inputAt("$.id"));
            });

    assertThat(order.run(ORDER)).hasOutputAt("$.parcel.number", "T-7");
    assertThat(order.run(Map.of("id", 7, "amount", 900))).isFailed().hasError("Card.Declined");
    assertThat(order.run(Map.of("id", 8, "amount", 1))).isFailed().hasError("Carrier.Unknown");
  }

  /** One test for each Task and each way in which it can fail. */
  @FaultMatrix // (states = "Charge", faults = "reply lost")
  void nobody_pays_twice(TestStateMachine order, Fault fault) {
    order.mock("Charge").returns(Map.of("paid", true));
    order.mock("Ship").returns(Map.of("number", "T-9"));

    Execution run = order.run(ORDER);

    assertThat(run).isEnded();
    assertThat(order.effects("Charge"))
        .happenedAtMostOncePer("$.id"); // what Tasks did, replies lost or not
  }

  @Test
  void a_fault_is_declared_by_hand(TestStateMachine order) {
    order.mock("Charge").returns(Map.of("paid", true));
    order
        .faults()
        .on("Charge")
        .losesReply(); // fails(error), timesOut(), throttled(), latency(duration)

    Execution run = order.run(ORDER);

    assertThat(run).isFailed();
  }

  /** A second machine in the same environment. */
  @Test
  void tokens_and_time_are_moved_by_hand(
      @StateMachine("approval.asl.json") TestStateMachine approval) {
    RunningExecution run = approval.start(Map.of("id", 7)).runUntilParked();

    run.advance(ofMinutes(50));
    run.token("AwaitApproval").heartbeat();
    run.token("AwaitApproval").succeed(Map.of("by", "kim")); // fail(error, cause)

    assertThat(run.finish()).isSucceeded().hasDuration(ofMinutes(50));
  }

  @Test
  void tokens_are_scripted(@StateMachine("approval.asl.json") TestStateMachine approval) {
    approval.mock("AwaitApproval").isCalledBackAfter(ofMinutes(40)).with(Map.of("by", "kim"));

    assertThat(approval.run(Map.of("id", 7))).isSucceeded().hasDuration(ofMinutes(40));
  }

  @Test
  void one_state_is_tested_alone(TestStateMachine order) {
    order.mock("Charge").fails("Gateway.Busy", "503");

    assertThat(order.state("Charge").input(ORDER).test()).isRetriable().hasRetryDelay(ofSeconds(2));
  }

  /** Code under test that calls Step Functions gets a real client of the AWS SDK. */
  @Test
  void code_calls_the_environment(TestStateMachine order, SfnClient client) {
    order.mock("Charge").returns(Map.of("paid", true));
    order.mock("Ship").returns(Map.of("number", "T-9"));

    client.startExecution(call -> call.stateMachineArn(order.arn()).name("order-7").input("{}"));

    assertThat(order.execution()).isSucceeded(); // also env.sfnClient(), env.sfnAsyncClient()
  }

  /** Without JUnit's annotations. */
  @Test
  void an_environment_is_made_by_hand() {
    StepFunctionsEnvironment environment = StepFunctionsEnvironment.create();
    TestStateMachine wait =
        environment.define( // or load("order.asl.json"), load("template.yaml", "OrderMachine")
            "wait",
            """
            {
              "StartAt": "Pause",
              "States": { "Pause": { "Type": "Wait", "Seconds": 7200, "End": true } }
            }
            """);

    assertThat(wait.run("{}")).isSucceeded().hasDuration(ofHours(2));
    assertThat(List.copyOf(wait.explore().missed().keySet())).isEmpty(); // smoke test without mocks
  }
}
