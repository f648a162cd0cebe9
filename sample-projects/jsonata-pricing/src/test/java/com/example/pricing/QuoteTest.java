package com.example.pricing;

import static com.example.pricing.Basket.line;
import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole executions. The virtual clock of each test starts on 1 January 2026, midnight UTC. */
@StateMachineTest("pricing.asl.json")
class QuoteTest {
  @BeforeEach
  void the_shop_is_open(TestStateMachine pricing) {
    Shop.isOpen(pricing);
    Shop.knowsTheCustomerAs(pricing, "SILVER", 5000);
  }

  @Test
  void a_basket_is_priced_line_by_line(TestStateMachine pricing) {
    Execution run = pricing.run(Basket.of(line("BOOK-1", 2), line("PEN-7", 20)));

    assertThat(run)
        .isSucceeded()
        .hasOutputAt(
            "$.lines",
            List.of(
                Map.of("number", 1, "sku", "BOOK-1", "unitPrice", 12.5, "price", 25),
                Map.of("number", 2, "sku", "PEN-7", "unitPrice", 0.99, "price", 18.81)))
        .hasOutputAt("$.discount", 0.05)
        .hasOutputAt("$.total", 41.62);
  }

  @Test
  void the_steps_hand_on_what_they_found_in_variables(TestStateMachine pricing) {
    Execution run = pricing.run(Basket.of(line("BOOK-1", 2)));

    assertThat(run)
        .state(
            "ReadRequest",
            read -> read.hasAssigned("customerId", "C-7").hasAssigned("currency", "EUR"))
        .state("LookUpCustomer", found -> found.hasAssigned("tier", "SILVER"))
        .state("PriceLines", priced -> priced.hasAssigned("subtotal", 25))
        .state("ChooseDiscount", choice -> choice.hasAssigned("discount", 0.05));
  }

  @Test
  void prices_are_asked_for_in_the_customers_currency(TestStateMachine pricing) {
    Execution run =
        pricing.run(
            """
            {"customerId": "C-7", "currency": "CHF", "lines": [{"sku": "PEN-7", "quantity": 1}]}
            """);

    assertThat(run)
        .hasOutputAt("$.currency", "CHF")
        .state(
            "PriceLines[0]/LookUpPrice",
            price ->
                price.hasTaskInput(
                    """
                    {"TableName": "prices",
                     "Key": {"sku": {"S": "PEN-7"}, "currency": {"S": "CHF"}}}
                    """));
  }

  @Test
  void each_line_has_variables_of_its_own(TestStateMachine pricing) {
    Execution run = pricing.run(Basket.of(line("PEN-7", 1), line("PEN-7", 10), line("PEN-7", 100)));

    assertThat(run)
        .state("PriceLines[0]/IsVolume", few -> few.hasAssigned("volumeDiscount", 0))
        .state("PriceLines[1]/IsVolume", some -> some.hasAssigned("volumeDiscount", 0.05))
        .state("PriceLines[2]/IsVolume", many -> many.hasAssigned("volumeDiscount", 0.1));
    assertThat(run).hasOutputAt("$.lines[*].price", List.of(0.99, 9.4, 89.1));
  }

  @Test
  void a_quote_is_valid_for_two_weeks(TestStateMachine pricing) {
    Execution run = pricing.run(Basket.of(line("BOOK-1", 1)));

    assertThat(run).hasOutputAt("$.validUntil", "2026-01-15T00:00:00.000Z");
  }

  @Test
  void the_quote_that_is_published_is_the_one_that_is_returned(TestStateMachine pricing) {
    Execution run = pricing.run(Basket.of(line("BOOK-1", 1)));

    assertThat(run)
        .state(
            "PublishQuote", sqs -> sqs.hasTaskInputAt("$.MessageBody", run.output().orElseThrow()));
  }

  @Test
  void each_quote_has_an_id_of_its_own(TestStateMachine pricing) {
    Execution first = pricing.run(Basket.of(line("BOOK-1", 1)));
    Execution second = pricing.run(Basket.of(line("BOOK-1", 1)));

    assertThat(first.outputAt("$.quoteId")).isNotEqualTo(second.outputAt("$.quoteId"));
    assertThat(first)
        .hasOutputSatisfying(
            quote -> assertThat(quote.get("quoteId").asText()).matches("Q-[0-9a-f-]{36}"));
  }

  @Test
  void amounts_are_rounded_to_cents_and_halves_to_the_even_cent(TestStateMachine pricing) {
    Execution run = pricing.run(Basket.of(line("PEN-7", 10)));

    assertThat(run)
        .as("0.99 * 10 * 0.95 = 9.405")
        .state("PriceLines[0]/PriceLine", line -> line.hasOutputAt("$.price", 9.4));
  }

  @Test
  void an_empty_basket_costs_nothing(TestStateMachine pricing) {
    Execution run = pricing.run(new Basket("C-7", List.of()));

    assertThat(run)
        .isSucceeded()
        .hasOutputAt("$.total", 0)
        .neverVisited("PriceLines[0]/LookUpPrice");
  }

  @Test
  void a_price_table_that_does_not_answer_fails_the_quote(TestStateMachine pricing) {
    pricing.mock("LookUpPrice").neverAnswers();

    Execution run = pricing.run(Basket.of(line("BOOK-1", 1)));

    assertThat(run)
        .isFailed()
        .hasError("States.Timeout")
        .hasDuration(ofSeconds(3))
        .neverVisited("PublishQuote");
  }

  @Test
  void a_price_that_is_missing_fails_the_quote(TestStateMachine pricing) {
    pricing.mock("PriceLines[1]/LookUpPrice").returns(Map.of());

    Execution run = pricing.run(Basket.of(line("BOOK-1", 1), line("PEN-7", 1)));

    assertThat(run)
        .isFailed()
        .hasError("States.QueryEvaluationError")
        .hasCauseContaining("'Assign/unitPrice' returned nothing (undefined).");
  }
}
