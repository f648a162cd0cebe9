package com.example.pricing;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import io.stepunit.Execution;
import io.stepunit.MockValidation;
import io.stepunit.StateResult;
import io.stepunit.StateTester;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import io.stepunit.teststate.InspectionLevel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The machine state by state: each gets the input and the variables that it needs, and nothing
 * before it has to run.
 */
@StateMachineTest("pricing.asl.json")
class StatesTest {
  @Test
  void the_request_is_put_into_variables_and_its_lines_go_on(TestStateMachine pricing) {
    StateResult result =
        pricing
            .state("ReadRequest")
            .input(
                """
                {"customerId": "C-7", "currency": "CHF", "lines": [{"sku": "PEN-7", "quantity": 1}]}
                """)
            .context(Map.of("Execution", Map.of("StartTime", "2026-02-20T12:00:00Z")))
            .test();

    assertThat(result)
        .isSucceeded()
        .hasOutputAt("$[0].sku", "PEN-7")
        .hasAssigned("currency", "CHF")
        .hasAssigned("validUntil", "2026-03-06T12:00:00.000Z");
  }

  @Test
  void the_function_is_asked_for_the_customer(TestStateMachine pricing) {
    StateResult result =
        pricing
            .state("LookUpCustomer")
            .input(List.of())
            .variables(Map.of("customerId", "C-7"))
            .mockResult(Map.of("Payload", Map.of("tier", "GOLD", "creditLimit", 900)))
            .validation(MockValidation.NONE)
            .inspection(InspectionLevel.DEBUG)
            .test();

    assertThat(result)
        .hasNextState("PriceLines")
        .hasAssigned("tier", "GOLD")
        .hasAssigned("creditLimit", 900);
    assertThat(result.inspected("afterArguments").orElseThrow().at("/Payload/customerId").asText())
        .isEqualTo("C-7");
  }

  @Test
  void a_busy_function_is_asked_again_after_a_delay_that_grows(TestStateMachine pricing) {
    StateTester busy =
        pricing
            .state("LookUpCustomer")
            .input(List.of())
            .variables(Map.of("customerId", "C-7"))
            .mockError("Lambda.TooManyRequestsException", "Rate exceeded");

    assertThat(busy.retryCount(0).test()).isRetriable().hasRetryDelay(ofSeconds(1));
    assertThat(busy.retryCount(2).test()).isRetriable().hasRetryDelay(ofSeconds(4));
  }

  @Test
  void after_three_retries_the_customer_counts_as_unknown(TestStateMachine pricing) {
    StateResult result =
        pricing
            .state("LookUpCustomer")
            .input(List.of())
            .variables(Map.of("customerId", "C-7"))
            .mockError("Lambda.TooManyRequestsException", "Rate exceeded")
            .retryCount(3)
            .test();

    assertThat(result)
        .wasCaught()
        .wasCaughtBy("PriceLines")
        .hasAssigned("tier", "STANDARD")
        .hasAssigned("tierUnknownBecause", "Lambda.TooManyRequestsException");
  }

  @ParameterizedTest
  @CsvSource({"9, 0", "10, 0.05", "99, 0.05", "100, 0.1"})
  void the_quantity_decides_on_the_volume_discount(
      int quantity, double discount, TestStateMachine pricing) {
    StateResult result = pricing.state("IsVolume").input(Map.of("quantity", quantity)).test();

    assertThat(result).hasNextState("PriceLine").hasAssigned("volumeDiscount", discount);
  }

  @ParameterizedTest
  @CsvSource({
    "STANDARD, 1000, Total",
    "STANDARD, 1000.01, CreditExceeded",
    "GOLD, 1000, Total",
    "GOLD, 1000.01, CreditExceeded"
  })
  void the_credit_limit_itself_may_be_spent(
      String tier, double subtotal, String next, TestStateMachine pricing) {
    StateResult result =
        pricing
            .state("ChooseDiscount")
            .variables(Map.of("tier", tier, "creditLimit", 1000, "subtotal", subtotal))
            .test();

    assertThat(result).hasNextState(next);
  }

  @Test
  void the_lines_of_a_map_are_summed_up(TestStateMachine pricing) {
    StateResult result =
        pricing
            .state("PriceLines")
            .input(
                List.of(
                    Map.of("sku", "PEN-7", "quantity", 1), Map.of("sku", "BOOK-1", "quantity", 1)))
            .variables(Map.of("tier", "GOLD", "currency", "EUR"))
            .mockResult(List.of(Map.of("price", 0.99), Map.of("price", 2)))
            .test();

    assertThat(result).hasAssigned("subtotal", 2.99).hasNextState("ChooseDiscount");
  }

  @Test
  void the_refusal_names_customer_and_amounts(TestStateMachine pricing) {
    StateResult result =
        pricing
            .state("CreditExceeded")
            .variables(
                Map.of("customerId", "C-7", "creditLimit", 5, "currency", "EUR", "subtotal", 7.5))
            .test();

    assertThat(result)
        .isFailed()
        .hasError("Pricing.CreditExceeded")
        .hasCause("C-7 may spend 5 EUR, the basket costs 7.5.");
  }

  @Test
  void the_way_from_the_discount_to_the_queue_runs_without_what_is_before_it(
      TestStateMachine pricing) {
    pricing.mock("PublishQuote").returns(Map.of("MessageId", "m-1"));

    Execution part =
        pricing
            .from("ChooseDiscount")
            .until("PublishQuote")
            .run(
                List.of(),
                Map.of(
                    "customerId", "C-7",
                    "currency", "EUR",
                    "validUntil", "2026-01-15T00:00:00.000Z",
                    "tier", "GOLD",
                    "creditLimit", 5000,
                    "subtotal", 2000));

    assertThat(part)
        .isSucceeded()
        .hasPath("ChooseDiscount", "Total", "PublishQuote")
        .state("PublishQuote", sqs -> sqs.hasTaskInputAt("$.MessageBody.total", 1700));
  }
}
