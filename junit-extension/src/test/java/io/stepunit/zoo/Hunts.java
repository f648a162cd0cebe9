package io.stepunit.zoo;

import static io.stepunit.property.Property.after;
import static io.stepunit.property.Property.atMostOnce;
import static io.stepunit.property.Property.endsWithin;
import static io.stepunit.property.Property.idempotent;
import static io.stepunit.property.Property.never;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import io.stepunit.property.PropertyOptions.Dimension;
import java.util.Map;
import java.util.Optional;

/** What must hold for each animal, as somebody would write it who does not know the mistake. */
final class Hunts {
  private static final Map<String, Hunt> PROPERTIES =
      Map.ofEntries(
          Map.entry("approval-mail", Hunt.holds(atMostOnce("AskHead"))),
          Map.entry(
              "branch-variable",
              Hunt.holds(after("HoldSeat").eventually("SellTicket", "ReleaseSeat", "AgentNeeded"))),
          Map.entry("cancelled-order", Hunt.holds(never("PayBack").without("StopParcel"))),
          Map.entry("charge-retried", Hunt.holds(atMostOnce("ChargeCard"))),
          Map.entry("confirmation", Hunt.holds(never("ConfirmToGuest").without("CommitBooking"))),
          Map.entry(
              "coupon", Hunt.holds(after("AcceptOrder").eventually("ChargeCard", "NotCharged"))),
          Map.entry(
              "daily-import",
              Hunt.holds(atMostOnce("ImportOrders"))
                  .asExpress()
                  .given(env -> env.table("Locks").key("LockName"))),
          Map.entry(
              "delivery-kind",
              Hunt.holds(after("AcceptOrder").eventually("Sent", "AskCustomer", "OrderStuck"))),
          Map.entry(
              "event-twice", Hunt.holds(idempotent("ChargeCard", "$.Payload.key")).asExpress()),
          Map.entry(
              "open-lines",
              Hunt.holds(after("AcceptOrder").eventually("CompleteOrder", "WaitForStock"))
                  .without(Dimension.FAULTS)),
          Map.entry(
              "payment-receipt",
              Hunt.holds(
                  after("ChargeCard").eventually("BookRevenue", "PayBack", "PayBackByHand"))),
          Map.entry("refund-redriven", Hunt.holds(atMostOnce("Refund"))),
          Map.entry(
              "report-polling", Hunt.holds(endsWithin(ofHours(2))).without(Dimension.REDRIVE)),
          Map.entry("reserve-and-charge", Hunt.holds(never("ChargeCard").without("ReserveGoods"))),
          Map.entry(
              "silent-worker", Hunt.holds(endsWithin(ofMinutes(15))).without(Dimension.REDRIVE)),
          Map.entry(
              "trip",
              Hunt.holds(
                  after("BookFlight").eventually("TripBooked", "CancelFlight", "AgentNeeded"))),
          Map.entry("unpaid-parcel", Hunt.holds(never("Ship").without("ChargeCard"))));

  private static final Map<String, Hunt> ASSERTIONS =
      Map.ofEntries(
          Map.entry(
              "accepted-once",
              Hunt.asserts(Checks::each_order_ends_well)
                  .asExpress()
                  .given(env -> env.table("Orders").key("OrderId"))
                  .without(Dimension.FAULTS)),
          Map.entry("approval-token", Hunt.asserts(Checks::the_manager_gets_the_token_of_the_task)),
          Map.entry("credit-check", Hunt.asserts(Checks::credit_is_checked_where_it_must_be)),
          Map.entry("customer-lookup", Hunt.asserts(Checks::the_amount_of_the_order_is_charged)),
          Map.entry("declined-card", Hunt.asserts(Checks::a_declined_card_wakes_nobody)),
          Map.entry("held-ticket", Hunt.asserts(Checks::a_ticket_is_held_as_long_as_promised)),
          Map.entry("invoice-total", Hunt.asserts(Checks::a_large_invoice_is_asked_about)),
          Map.entry("large-expense", Hunt.asserts(Checks::a_large_expense_is_asked_about)),
          Map.entry("ledger", Hunt.asserts(Checks::entries_are_posted_in_their_order)),
          Map.entry("row-import", Hunt.asserts(Checks::an_imported_file_is_stored_as_a_whole)),
          Map.entry("seat-choice", Hunt.asserts(Checks::the_reserved_seat_is_printed)),
          Map.entry("three-tries", Hunt.asserts(Checks::a_card_is_tried_three_times_at_most)),
          Map.entry("triage", Hunt.asserts(Checks::a_severe_incident_wakes_somebody)));

  private Hunts() {}

  /** What is asked of an animal. */
  static Hunt of(Animal animal) {
    return Optional.ofNullable(PROPERTIES.get(animal.name()))
        .orElseGet(() -> ASSERTIONS.get(animal.name()));
  }
}
