package com.example.pricing;

import static com.example.pricing.Basket.line;
import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a customer's tier and credit do to a quote. */
@StateMachineTest("pricing.asl.json")
class CustomerTest {
  @BeforeEach
  void the_shop_is_open(TestStateMachine pricing) {
    Shop.isOpen(pricing);
  }

  @ParameterizedTest
  @CsvSource({
    "STANDARD, 80, 0, 950",
    "SILVER, 80, 0.05, 902.5",
    "GOLD, 80, 0.05, 902.5",
    "GOLD, 90, 0.15, 908.44"
  })
  void the_tier_decides_on_the_discount(
      String tier, int books, double discount, double total, TestStateMachine pricing) {
    Shop.knowsTheCustomerAs(pricing, tier, 10_000);

    Execution run = pricing.run(Basket.of(line("BOOK-1", books)));

    assertThat(run).isSucceeded().hasOutputAt("$.discount", discount).hasOutputAt("$.total", total);
  }

  @Test
  void a_basket_beyond_the_credit_gets_no_quote(TestStateMachine pricing) {
    Shop.knowsTheCustomerAs(pricing, "GOLD", 100);

    Execution run = pricing.run(Basket.of(line("BOOK-1", 9)));

    assertThat(run)
        .isFailed()
        .hasError("Pricing.CreditExceeded")
        .hasCause("C-7 may spend 100 EUR, the basket costs 112.5.")
        .neverVisited("PublishQuote");
  }

  @Test
  void a_busy_function_is_asked_again(TestStateMachine pricing) {
    pricing
        .mock("LookUpCustomer")
        .fails("Lambda.TooManyRequestsException", "Rate exceeded")
        .times(2)
        .thenReturnsPayload("{\"tier\": \"GOLD\", \"creditLimit\": 1000}");

    Execution run = pricing.run(Basket.of(line("BOOK-1", 1)));

    assertThat(run)
        .isSucceeded()
        .state("LookUpCustomer", task -> task.hasRetryDelays(ofSeconds(1), ofSeconds(2)));
  }

  @Test
  void a_function_that_stays_busy_makes_the_customer_unknown(TestStateMachine pricing) {
    pricing.mock("LookUpCustomer").fails("Lambda.TooManyRequestsException", "Rate exceeded");

    Execution run = pricing.run(Basket.of(line("BOOK-1", 2)));

    assertThat(run)
        .isSucceeded()
        .hasOutputAt("$.total", 25)
        .state(
            "LookUpCustomer",
            task ->
                task.hasAttempts(4)
                    .hasAssigned("tierUnknownBecause", "Lambda.TooManyRequestsException"));
  }

  @Test
  void a_customer_that_cannot_be_looked_up_gets_list_prices(TestStateMachine pricing) {
    pricing.mock("LookUpCustomer").neverAnswers();

    Execution run = pricing.run(Basket.of(line("BOOK-1", 2)));

    assertThat(run)
        .isSucceeded()
        .hasOutputAt("$.total", 25)
        .hasDuration(ofSeconds(5))
        .state(
            "LookUpCustomer",
            task ->
                task.wasCaughtBy("PriceLines")
                    .hasAssigned("tier", "STANDARD")
                    .hasAssigned("tierUnknownBecause", "States.Timeout"));
  }

  @Test
  void a_customer_record_without_a_tier_is_an_unknown_customer(TestStateMachine pricing) {
    pricing.mock("LookUpCustomer").returnsPayload("{\"creditLimit\": 1000}");

    Execution run = pricing.run(Basket.of(line("BOOK-1", 2)));

    assertThat(run)
        .state("LookUpCustomer", task -> task.hasAssigned("tier", "STANDARD"))
        .state(
            "LookUpCustomer",
            task -> task.hasAssigned("tierUnknownBecause", "States.QueryEvaluationError"));
  }

  @Test
  void lines_of_a_gold_customer_are_priced_ten_at_a_time(TestStateMachine pricing) {
    Shop.knowsTheCustomerAs(pricing, "GOLD", 1000);
    pricing.mock("LookUpPrice").returns(Shop.PEN).taking(ofSeconds(1));

    Execution run = pricing.run(Basket.pens(20));

    assertThat(run).state("PriceLines", map -> map.hasDuration(ofSeconds(2)));
  }

  @Test
  void lines_of_others_are_priced_two_at_a_time(TestStateMachine pricing) {
    Shop.knowsTheCustomerAs(pricing, "SILVER", 1000);
    pricing.mock("LookUpPrice").returns(Shop.PEN).taking(ofSeconds(1));

    Execution run = pricing.run(Basket.pens(20));

    assertThat(run).state("PriceLines", map -> map.hasDuration(ofSeconds(10)));
  }
}
