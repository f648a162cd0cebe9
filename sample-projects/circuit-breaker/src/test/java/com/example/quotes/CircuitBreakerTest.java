package com.example.quotes;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import io.stepunit.Execution;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import io.stepunit.table.Table;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several executions share one circuit, a row of a table in memory; the cool-down is virtual. */
@StateMachineTest("circuit-breaker.asl.json")
class CircuitBreakerTest {
  private static final Map<String, Object> REQUEST = Map.of("service", "quotes", "sku", "A-1");

  private Table circuits;

  @BeforeEach
  void the_table_is_in_memory(StepFunctionsEnvironment env) {
    circuits = env.table("Circuits").key("Service");
  }

  @Test
  void a_quote_comes_through_a_closed_circuit(TestStateMachine breaker) {
    breaker.mock("AskForQuote").returnsPayload(Map.of("price", 12));

    Execution run = breaker.run(REQUEST);

    assertThat(run)
        .isSucceeded()
        .hasOutput(Map.of("price", 12))
        .hasCallsInOrder("ReadCircuit", "AskForQuote", "CloseCircuit");
  }

  @Test
  void three_failures_in_a_row_open_the_circuit(TestStateMachine breaker) {
    breaker.mock("AskForQuote").fails("Quote.Down");

    assertThat(breaker.run(REQUEST)).hasError("Quote.Failed").neverVisited("OpenCircuit");
    assertThat(breaker.run(REQUEST)).hasError("Quote.Failed").neverVisited("OpenCircuit");
    assertThat(breaker.run(REQUEST)).hasError("Quote.Failed").visited("OpenCircuit");

    assertThat(circuits).hasItem("quotes", circuit -> circuit.hasAttribute("Failures", 3));
    assertThat(breaker.run(REQUEST))
        .isFailed()
        .hasError("Circuit.Open")
        .hasCause("Nobody asks quotes before 2026-01-01T00:01:00.000Z")
        .hasCalls("AskForQuote", 0);
  }

  @Test
  void a_service_that_hangs_has_failed(TestStateMachine breaker) {
    breaker.mock("AskForQuote").neverAnswers();

    assertThat(breaker.run(REQUEST))
        .hasError("Quote.Failed")
        .hasCause("The quote service failed: States.Timeout")
        .hasDuration(ofSeconds(5));
  }

  @Test
  void a_success_forgets_the_failures_before(TestStateMachine breaker) {
    breaker.mock("AskForQuote").fails("Quote.Down");
    breaker.run(REQUEST);
    breaker.run(REQUEST);

    breaker.mock("AskForQuote").returnsPayload(Map.of("price", 12));
    assertThat(breaker.run(REQUEST)).isSucceeded();

    assertThat(circuits).hasNoItem("quotes");
  }

  @Test
  void after_the_cool_down_one_success_closes_the_circuit(
      TestStateMachine breaker, StepFunctionsEnvironment env) {
    breakCircuit(breaker);

    env.advance(ofSeconds(59));
    assertThat(breaker.run(REQUEST)).hasError("Circuit.Open");
    env.advance(ofSeconds(1));
    breaker.mock("AskForQuote").returnsPayload(Map.of("price", 12));

    assertThat(breaker.run(REQUEST)).isSucceeded().hasOutputAt("$.price", 12);
    assertThat(circuits).hasNoItem("quotes");
  }

  @Test
  void after_the_cool_down_one_failure_opens_the_circuit_again(
      TestStateMachine breaker, StepFunctionsEnvironment env) {
    breakCircuit(breaker);

    env.advance(ofSeconds(60));
    assertThat(breaker.run(REQUEST)).hasError("Quote.Failed");

    assertThat(breaker.run(REQUEST))
        .hasError("Circuit.Open")
        .hasCauseContaining("before 2026-01-01T00:02:00.000Z");
  }

  @Test
  void executions_at_the_same_time_count_together(
      TestStateMachine breaker, StepFunctionsEnvironment env) {
    breaker.mock("AskForQuote").fails("Quote.Down").taking(ofSeconds(2));
    RunningExecution first = breaker.start(REQUEST);
    RunningExecution second = breaker.start(REQUEST);
    RunningExecution third = breaker.start(REQUEST);

    env.advance(ofSeconds(2));

    assertThat(first.snapshot()).isFailed().neverVisited("OpenCircuit");
    assertThat(second.snapshot()).isFailed().neverVisited("OpenCircuit");
    assertThat(third.snapshot()).isFailed().visited("OpenCircuit");
  }

  @Test
  void a_table_that_is_not_there_is_an_error_with_awss_name(TestStateMachine breaker) {
    circuits.drop();

    assertThat(breaker.run(REQUEST)).isFailed().hasError("DynamoDB.ResourceNotFoundException");
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:states:::dynamodb:getItem, DynamoDB.ResourceNotFoundException",
    "arn:aws:states:::aws-sdk:dynamodb:getItem, DynamoDb.ResourceNotFoundException"
  })
  void the_two_integrations_name_the_same_error_differently(
      String resource, String error, StepFunctionsEnvironment environment) {
    TestStateMachine reader =
        environment.define(
            "reader",
            """
            {
              "StartAt": "Read",
              "States": {
                "Read": {
                  "Type": "Task",
                  "Resource": "%s",
                  "Parameters": {"TableName": "Circuits", "Key": {"Service": {"S": "quotes"}}},
                  "End": true
                }
              }
            }
            """
                .formatted(resource));
    circuits.drop();

    assertThat(reader.run(REQUEST)).isFailed().hasError(error);
  }

  @Test
  void circuits_of_other_services_stay_closed(TestStateMachine breaker) {
    breaker.mock("AskForQuote").returnsPayload(Map.of("price", 12));
    breaker.mock("AskForQuote").whenInput("$.Payload.service", "quotes").fails("Quote.Down");
    for (int i = 0; i < 3; i++) {
      breaker.run(REQUEST);
    }

    assertThat(breaker.run(Map.of("service", "stock"))).isSucceeded();
    assertThat(breaker.run(REQUEST)).hasError("Circuit.Open");
  }

  private static void breakCircuit(TestStateMachine breaker) {
    breaker.mock("AskForQuote").fails("Quote.Down");
    for (int i = 0; i < 3; i++) {
      breaker.run(REQUEST);
    }
  }
}
