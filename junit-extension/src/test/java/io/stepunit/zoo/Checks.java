package io.stepunit.zoo;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.property.Property.never;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.effect.TaskEffect;
import io.stepunit.history.Call;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Assertions on data: what is asked after each case of an animal. */
final class Checks {
  private static final Set<String> REFUSALS = Set.of("Card.Declined", "Card.Expired");

  private static final String SEAT = "$.Payload.seat";

  private Checks() {}

  static void each_order_ends_well(TestStateMachine machine) {
    assertThat(machine.executions()).allSatisfy(run -> assertThat(run).isSucceeded());
  }

  static void the_manager_gets_the_token_of_the_task(TestStateMachine machine) {
    for (TaskEffect asked : machine.effects("AskManager").happened()) {
      assertThat(asked.inputAt("$.MessageBody.token"))
          .as("the token in the message")
          .isPresent()
          .isNotEqualTo(Optional.of(input(machine).path("token")));
    }
  }

  static void credit_is_checked_where_it_must_be(TestStateMachine machine) {
    JsonNode order = input(machine);
    boolean isKnown = order.at("/customer/known").asBoolean();
    if (!isKnown || order.path("amount").decimalValue().intValue() >= 500) {
      assertThat(machine.judge(never("AcceptOrder").without("CheckCredit")).violation()).isEmpty();
    }
  }

  static void the_amount_of_the_order_is_charged(TestStateMachine machine) {
    for (TaskEffect charge : machine.effects("ChargeCard").happened()) {
      assertThat(charge.inputAt("$.amount")).hasValue(input(machine).path("amount"));
    }
  }

  static void a_declined_card_wakes_nobody(TestStateMachine machine) {
    boolean isRefused =
        machine.executions().get(0).calls("ChargeCard").stream()
            .anyMatch(call -> call.error().filter(REFUSALS::contains).isPresent());
    if (isRefused) {
      assertThat(machine.effects("WakeOnCall")).neverHappened();
    }
  }

  static void a_ticket_is_held_as_long_as_promised(TestStateMachine machine) {
    for (TaskEffect givenAway : machine.effects("GiveTicketAway").happened()) {
      TaskEffect held = machine.effects("HoldTicket").happened().get(0);
      long promised = held.inputAt("$.minutes").orElseThrow().asLong();
      assertThat(Duration.between(held.at(), givenAway.at()))
          .isGreaterThanOrEqualTo(Duration.ofMinutes(promised));
    }
  }

  static void a_large_invoice_is_asked_about(TestStateMachine machine) {
    if (isNumber(input(machine).path("total").asText())
        && new BigDecimal(input(machine).path("total").asText()).intValue() > 999) {
      assertThat(machine.judge(never("PayInvoice").without("AskHeadOfAccounting")).violation())
          .isEmpty();
    }
  }

  private static boolean isNumber(String text) {
    return text.matches("\\d{1,9}");
  }

  static void a_large_expense_is_asked_about(TestStateMachine machine) {
    if (input(machine).path("amount").decimalValue().intValue() >= 1000) {
      assertThat(machine.judge(never("PayOut").without("AskManager")).violation()).isEmpty();
    }
  }

  static void entries_are_posted_in_their_order(TestStateMachine machine) {
    List<Integer> numbers =
        machine.effects("PostEntry").happened().stream()
            .map(posted -> posted.inputAt("$.number").orElseThrow().asInt())
            .toList();

    assertThat(numbers).isSorted();
  }

  static void an_imported_file_is_stored_as_a_whole(TestStateMachine machine) {
    if (!machine.effects("MarkImported").happened().isEmpty()) {
      assertThat(machine.effects("StoreRow").happened())
          .hasSizeGreaterThanOrEqualTo(input(machine).path("rows").size());
    }
  }

  static void the_reserved_seat_is_printed(TestStateMachine machine) {
    for (Execution run : machine.executions()) {
      for (Call print : run.calls("PrintTicket")) {
        assertThat(run.calls("ReserveSeat"))
            .anyMatch(call -> call.resultAt(SEAT).equals(print.inputAt(SEAT)));
      }
    }
  }

  static void a_card_is_tried_three_times_at_most(TestStateMachine machine) {
    for (Execution run : machine.executions()) {
      assertThat(run.calls("ChargeCard")).hasSizeLessThanOrEqualTo(3);
    }
  }

  static void a_severe_incident_wakes_somebody(TestStateMachine machine) {
    if (input(machine).path("severity").decimalValue().intValue() >= 8) {
      assertThat(machine.judge(never("OpenTicket").without("WakeOnCall")).violation()).isEmpty();
    }
  }

  private static JsonNode input(TestStateMachine machine) {
    return machine.executions().get(0).input();
  }
}
