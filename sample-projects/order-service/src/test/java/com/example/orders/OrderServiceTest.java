package com.example.orders;

import static com.example.orders.OrderStatus.Phase.CANCELLED;
import static com.example.orders.OrderStatus.Phase.OPEN;
import static com.example.orders.OrderStatus.Phase.REJECTED;
import static com.example.orders.OrderStatus.Phase.SHIPPED;
import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.assertj.StepUnitAssertions.assertThatThrownBy;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.FaultMatrix;
import io.stepunit.junit.StateMachineTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The service as customers and approvers see it: it knows nothing of StepUnit. */
@StateMachineTest("order.asl.json")
class OrderServiceTest {
  private static final Order CHEAP = new Order("o-7", "book", 12);
  private static final Order EXPENSIVE = new Order("o-8", "bicycle", 900);

  TestStateMachine machine;
  StepFunctionsEnvironment env;
  OrderController orders;
  OrderPoller poller;
  ApprovalHandler approvals;

  @BeforeEach
  void the_service_runs(SfnClient client) {
    orders = new OrderController(client, machine.arn());
    poller = new OrderPoller(orders, interval -> {});
    approvals = new ApprovalHandler(client);

    machine.mock("Reserve").returnsPayload(Map.of("reserved", true)).lenient();
    machine.mock("Charge").returnsPayload(Map.of("paid", true)).lenient();
    machine.mock("Ship").returnsPayload(Map.of("parcel", "P-1")).lenient();
    machine.mock("Release").returnsPayload(Map.of("released", true)).lenient();
    machine.mock("AskApproval").capturedBy(env.outbox()).lenient();
  }

  @Test
  void an_order_is_open_until_it_is_shipped() throws InterruptedException {
    orders.place(CHEAP);

    assertThat(orders.status("o-7")).isEqualTo(new OrderStatus(OPEN, ""));
    assertThat(poller.await("o-7")).isEqualTo(new OrderStatus(SHIPPED, "P-1"));
    assertThat(machine.execution()).isSucceeded().hasDuration(ofHours(1));
  }

  @Test
  void an_order_that_is_sent_twice_is_charged_once() throws InterruptedException {
    orders.place(CHEAP);
    orders.place(CHEAP);

    poller.await("o-7");

    assertThat(machine.effects("Charge")).happened(1);
  }

  @Test
  void another_order_of_the_same_id_is_refused() {
    orders.place(CHEAP);

    assertThatThrownBy(() -> orders.place(new Order("o-7", "bicycle", 12)))
        .isInstanceOf(OrderException.class)
        .hasMessage("There is another order o-7");
  }

  @Test
  void an_order_that_nobody_placed_is_unknown() {
    assertThatThrownBy(() -> orders.status("o-9"))
        .isInstanceOf(OrderException.class)
        .hasMessage("There is no order o-9");
  }

  @Test
  void an_item_that_is_sold_out_is_told() throws InterruptedException {
    machine.mock("Reserve").fails("Stock.Empty", "none left");
    orders.place(CHEAP);

    assertThat(poller.await("o-7")).isEqualTo(new OrderStatus(REJECTED, "Order.SoldOut"));
    assertThat(machine.execution()).neverVisited("Charge", "Release");
  }

  @Test
  void a_busy_gateway_is_asked_again() throws InterruptedException {
    machine
        .mock("Charge")
        .fails("Gateway.Busy", "503")
        .times(2)
        .thenReturnsPayload(Map.of("paid", true));
    orders.place(CHEAP);

    assertThat(poller.await("o-7").phase()).isEqualTo(SHIPPED);
    assertThat(machine.execution())
        .state("Charge", charge -> charge.hasRetryDelays(ofSeconds(5), ofSeconds(10)));
  }

  @Test
  void goods_that_are_not_paid_are_released() throws InterruptedException {
    machine.mock("Charge").fails("Card.Declined", "expired");
    orders.place(CHEAP);

    assertThat(poller.await("o-7")).isEqualTo(new OrderStatus(REJECTED, "Order.NotPaid"));
    assertThat(machine.effects("Reserve")).isCompensatedBy("Release");
  }

  @Test
  void goods_are_released_even_if_the_first_try_is_not_answered() throws InterruptedException {
    machine.mock("Charge").fails("Card.Declined", "expired");
    machine.mock("Release").neverAnswers().then().returnsPayload(Map.of("released", true));
    orders.place(CHEAP);

    assertThat(poller.await("o-7").phase()).isEqualTo(REJECTED);
    assertThat(machine.execution()).hasDuration(ofSeconds(10 + 60));
    assertThat(machine.effects("Reserve")).isCompensatedBy("Release");
  }

  @Test
  void a_warehouse_that_stays_down_is_told_after_half_an_hour() throws InterruptedException {
    machine.mock("Charge").fails("Card.Declined", "expired");
    machine.mock("Release").fails("Warehouse.Down", "no power");
    orders.place(CHEAP);

    assertThat(poller.await("o-7")).isEqualTo(new OrderStatus(REJECTED, "Warehouse.Down"));
    assertThat(machine.execution()).state("Release", release -> release.hasAttempts(6));
  }

  @Test
  void an_expensive_order_waits_until_it_is_approved() throws InterruptedException {
    orders.place(EXPENSIVE);
    assertThat(orders.status("o-8").phase()).isEqualTo(OPEN);

    env.advance(ofHours(3));
    approvals.approve(tokenSentToApprover());

    assertThat(poller.await("o-8").phase()).isEqualTo(SHIPPED);
    assertThat(machine.execution())
        .hasPath("Reserve", "IsExpensive", "AskApproval", "Charge", "Pack", "Ship")
        .hasDuration(ofHours(4));
  }

  @Test
  void an_order_may_be_refused() throws InterruptedException {
    orders.place(EXPENSIVE);
    env.advance(ofHours(3));

    approvals.refuse(tokenSentToApprover(), "too dear");

    assertThat(poller.await("o-8")).isEqualTo(new OrderStatus(REJECTED, "Order.Refused"));
    assertThat(machine.effects("Reserve")).isCompensatedBy("Release");
  }

  @Test
  void an_order_expires_after_a_day_and_then_it_is_too_late() throws InterruptedException {
    orders.place(EXPENSIVE);

    env.advance(ofDays(1));

    assertThat(poller.await("o-8")).isEqualTo(new OrderStatus(REJECTED, "Order.Expired"));
    assertThatThrownBy(() -> approvals.approve(tokenSentToApprover()))
        .isInstanceOf(OrderException.class)
        .hasMessage("The order is decided already, or it has expired");
  }

  @Test
  void an_order_is_cancelled_while_it_is_packed() {
    orders.place(CHEAP);
    env.advance(ofSeconds(1800));

    orders.cancel("o-7");

    assertThat(orders.status("o-7").phase()).isEqualTo(CANCELLED);
    assertThat(machine.execution()).isAborted().hasError("Order.Cancelled").neverVisited("Ship");
  }

  @Test
  void orders_are_worked_on_side_by_side() throws InterruptedException {
    orders.place(CHEAP);
    orders.place(new Order("o-9", "map", 9));

    assertThat(poller.await("o-9").phase()).isEqualTo(SHIPPED);
    assertThat(orders.status("o-7").phase()).isEqualTo(SHIPPED);
  }

  @FaultMatrix
  void nobody_pays_twice_whatever_fails() throws InterruptedException {
    machine.mock("AskApproval").isCalledBackAfter(ofHours(3)).with(Map.of()).lenient();
    orders.place(EXPENSIVE);

    OrderStatus end = poller.await("o-8");

    assertThat(end.isOpen()).isFalse();
    assertThat(machine.effects("Charge")).happenedAtMostOncePer("$.Payload.orderId");
  }

  private String tokenSentToApprover() {
    return env.outbox().sent("sqs").get(0).messageAt("$.taskToken").orElseThrow().asText();
  }
}
