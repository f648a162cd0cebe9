package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachine;
import io.stepunit.junit.StateMachineTest;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The examples of docs/guide/getting-started.md. */
class GettingStartedExamplesTest {
  private static final Map<String, Object> PAID = Map.of("paid", true);
  private static final Map<String, Object> PARCEL = Map.of("number", "T-9");

  @Nested
  @StateMachineTest("order.asl.json")
  class With_the_extension {
    record Order(int id, double amount) {}

    @Test
    void input_is_whatever_makes_json(TestStateMachine order) {
      order.mock("Charge").returns(PAID);
      order.mock("Ship").returns(PARCEL);

      order.run("{\"id\": 7, \"amount\": 12.5}");
      order.run(Map.of("id", 7, "amount", 12.5));
      order.run(new Order(7, 12.5));
      order.runFile("events/order.json");

      assertThat(order.environment().executions())
          .hasSize(4)
          .allSatisfy(run -> assertThat(run).hasOutputAt("$.amount", 12.5));
    }

    @Test
    void mocks_answer_attempt_by_attempt(TestStateMachine order) {
      order
          .mock("Charge")
          .fails("Gateway.Busy", "503")
          .times(2)
          .thenReturns(PAID)
          .taking(ofSeconds(3));
      order.mock("Ship").answers(call -> Map.of("number", "T-" + call.inputAt("$.id")));

      Execution run = order.run(new Order(7, 12.5));

      assertThat(run)
          .isSucceeded()
          .hasOutputAt("$.parcel.number", "T-7")
          .state(
              "Charge", charge -> charge.hasAttempts(3).hasRetryDelays(ofSeconds(2), ofSeconds(4)));
    }

    @Test
    void an_error_that_nobody_catches_fails_the_execution(TestStateMachine order) {
      order.mock("Charge").fails("Card.Declined", "expired");

      assertThat(order.run(new Order(7, 12.5)))
          .isFailed()
          .hasError("Card.Declined")
          .hasCause("expired")
          .neverVisited("Ship");
    }

    @Test
    void a_further_machine(
        TestStateMachine order, @StateMachine("approval.asl.json") TestStateMachine approval) {
      approval.mock("AwaitApproval").isCalledBackAfter(ofMinutes(5)).with(Map.of("by", "kim"));

      assertThat(approval.run(Map.of("id", 7))).hasDuration(ofMinutes(5));
      assertThat(order.environment()).isSameAs(approval.environment());
    }
  }

  @Nested
  class Without_junit {
    @Test
    void an_environment_is_a_plain_object() {
      StepFunctionsEnvironment environment =
          StepFunctionsEnvironment.builder()
              .startTime(Instant.parse("2026-03-01T09:00:00Z"))
              .seed(7)
              .build();
      TestStateMachine wait =
          environment.define(
              "wait",
              """
              {
                "StartAt": "Pause",
                "States": { "Pause": { "Type": "Wait", "Seconds": 3600, "End": true } }
              }
              """);

      Execution run = wait.run("{}");

      assertThat(run).isSucceeded().hasDuration(ofMinutes(60));
      assertThat(environment.now()).isEqualTo("2026-03-01T10:00:00Z");
    }

    @Test
    void definitions_in_jsonata_and_in_yaml() {
      TestStateMachine total =
          StepFunctionsEnvironment.create()
              .define(
                  "total",
                  """
                  QueryLanguage: JSONata
                  StartAt: Sum
                  States:
                    Sum:
                      Type: Pass
                      Output: "{% $sum($states.input.lines.price) %}"
                      End: true
                  """);

      Execution run = total.run("{\"lines\": [{\"price\": 5}, {\"price\": 7}]}");

      assertThat(run).isSucceeded().hasOutput("12");
    }
  }
}
