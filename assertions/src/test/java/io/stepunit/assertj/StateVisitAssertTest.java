package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import io.stepunit.Execution;
import io.stepunit.history.StateVisit;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateVisitAssertTest {

  private final Execution retried = Runs.retried();
  private final Execution refused = Runs.refused();

  @Test
  void tells_attempts_delays_data_and_time() {
    assertThat(retried)
        .state(
            "Charge",
            charge ->
                charge
                    .hasAttempts(3)
                    .hasRetryDelays(ofSeconds(2), ofSeconds(4))
                    .hasInput("{\"id\": 7, \"amount\": 12}")
                    .hasInputAt("$.amount", 12)
                    .hasOutput(Map.of("id", 7, "amount", 12, "receipt", Map.of("ok", true)))
                    .hasOutputAt("$.receipt.ok", true)
                    .hasAssigned("paid", true)
                    .wasNotCaught()
                    .hasDuration(ofSeconds(11)));
    assertThat(Runs.paid()).state("Charge", charge -> charge.hasAttempts(1).hasRetryDelays());
  }

  @Test
  void tells_what_a_task_asked_of_its_resource() {
    assertThat(retried)
        .state(
            "Charge",
            charge ->
                charge.hasTaskInput(Map.of("id", 7, "amount", 12)).hasTaskInputAt("$.amount", 12));
    assertThat(
            Messages.of(
                () ->
                    assertThat(retried)
                        .state("Charge", charge -> charge.hasTaskInputAt("$.amount", 13))))
        .contains("task input", "13", "12", "order.asl.json:8");
    assertThat(
            Messages.of(
                () ->
                    assertThat(Runs.broken())
                        .state("Validate", validate -> validate.hasTaskInput("{}"))))
        .contains("task input", "the state asked nothing of a resource");
  }

  @Test
  void tells_what_caught_a_failure() {
    assertThat(refused)
        .state(
            "Charge",
            charge ->
                charge
                    .failedWith("Card.Declined")
                    .wasCaught("Card.Declined")
                    .wasCaughtBy(0)
                    .wasCaughtBy("Refuse"))
        .state("Refuse", refuse -> refuse.failedWith("Order.Refused").wasNotCaught());
    assertThat(Runs.broken()).state("Charge", c -> c.failedWith("Gateway.Gone").wasNotCaught());
  }

  @Test
  void another_number_of_attempts_is_told_with_all_of_them() {
    assertThat(
            Messages.of(() -> assertThat(retried).state("Charge", charge -> charge.hasAttempts(2))))
        .isEqualTo(
            """

            Expecting state Charge to have 2 attempts
            but it had 3 attempts
              attempt 1 failed with Gateway.Busy after 1s
              attempt 2 failed with Gateway.Busy after 1s
              attempt 3 succeeded after 3s
            See state Charge (order.asl.json:8)

            Timeline of execution run-1, seed 42:
              +00:00:00.000  #1             ExecutionStarted
              +00:00:00.000  #2   Validate  PassStateEntered (order.asl.json:4)
              +00:00:00.000  #4   Charge    TaskStateEntered (order.asl.json:8)
              +00:00:00.000  #5   Charge    LambdaFunctionScheduled, attempt 1
              +00:00:01.000  #7   Charge    LambdaFunctionFailed, attempt 1: Gateway.Busy: 503
              +00:00:03.000  #8   Charge    LambdaFunctionScheduled, attempt 2
              +00:00:04.000  #10  Charge    LambdaFunctionFailed, attempt 2: Gateway.Busy: 503
              +00:00:08.000  #11  Charge    LambdaFunctionScheduled, attempt 3
            > +00:00:11.000  #13  Charge    LambdaFunctionSucceeded
              +00:00:11.000  #15  Ship      PassStateEntered (order.asl.json:35)
              +00:00:11.000  #17            ExecutionSucceeded
            """);
    assertThat(
            Messages.of(
                () -> assertThat(Runs.running()).state("Charge", charge -> charge.hasAttempts(2))))
        .contains("but it had 1 attempt\n  attempt 1 did not end\n");
  }

  @Test
  void other_retry_delays_are_told() {
    assertThat(
            Messages.of(
                () ->
                    assertThat(retried)
                        .state("Charge", charge -> charge.hasRetryDelays(ofSeconds(2)))))
        .startsWith(
            """

            Expecting state Charge to have the retry delays
              2s
            but they were
              2s, 4s
              attempt 1 failed with Gateway.Busy after 1s
              attempt 2 failed with Gateway.Busy after 1s
              attempt 3 succeeded after 3s
            See state Charge (order.asl.json:8)
            """);
    assertThat(
            Messages.of(
                () -> assertThat(retried).state("Charge", charge -> charge.hasRetryDelays())))
        .contains("to have the retry delays\n  none\nbut they were\n  2s, 4s\n");
  }

  @Test
  void other_data_is_told() {
    assertThat(
            Messages.of(
                () ->
                    assertThat(retried)
                        .state("Charge", c -> c.hasInput("{\"id\":8,\"amount\":12}"))))
        .startsWith(
            """

            Expecting the input of state Charge to be
              {"id":8,"amount":12}
            but it is
              {"id":7,"amount":12}
            First difference at /id
              expected: 8
              found:    7
            See state Charge (order.asl.json:8)
            """);
    assertThat(Messages.of(() -> assertThat(retried).state("Charge", c -> c.hasInputAt("$.x", 1))))
        .contains(
            "Expecting the input of state Charge to have at $.x\n  1\nbut it has nothing there");
    assertThat(Messages.of(() -> assertThat(retried).state("Charge", c -> c.hasOutput("{}"))))
        .contains("First difference at /id\n  expected: nothing\n  found:    7\n");
    assertThat(Messages.of(() -> assertThat(Runs.broken()).state("Charge", c -> c.hasOutput("{}"))))
        .contains("but there is none: the state was not left by an exit\n");
    assertThat(
            Messages.of(
                () -> assertThat(retried).state("Charge", c -> c.hasOutputAt("$.receipt.ok", 1))))
        .contains(
            "Expecting the output of state Charge to have at $.receipt.ok\n"
                + "  1\n"
                + "but there it has\n"
                + "  true");
  }

  @Test
  void another_assignment_is_told() {
    assertThat(
            Messages.of(
                () -> assertThat(retried).state("Charge", c -> c.hasAssigned("paid", false))))
        .startsWith(
            """

            Expecting state Charge to assign
              $paid = false
            but it assigned
              $paid = true
            See state Charge (order.asl.json:8)
            """);
    assertThat(
            Messages.of(() -> assertThat(retried).state("Ship", c -> c.hasAssigned("paid", true))))
        .contains("but it assigned nothing\n");
  }

  @Test
  void another_catcher_is_told_with_all_of_them() {
    assertThat(
            Messages.of(
                () ->
                    assertThat(refused)
                        .state("Charge", charge -> charge.wasCaughtBy("CallPolice"))))
        .isEqualTo(
            """

            Expecting the failure of state Charge to be caught by a Catcher that leads to CallPolice
            but it failed with Card.Declined: no funds, caught by Catch[0], next Refuse
            Its Catchers are
              Catch[0] Card.Declined, next Refuse (order.asl.json:22)
              Catch[1] Card.Stolen, next CallPolice (order.asl.json:27)
            See state Charge (order.asl.json:8)

            Timeline of execution run-1, seed 42:
              +00:00:00.000  #1             ExecutionStarted
              +00:00:00.000  #2   Validate  PassStateEntered (order.asl.json:4)
              +00:00:00.000  #4   Charge    TaskStateEntered (order.asl.json:8)
              +00:00:00.000  #5   Charge    LambdaFunctionScheduled, attempt 1
              +00:00:00.000  #7   Charge    LambdaFunctionFailed, attempt 1: Card.Declined: no funds
            > +00:00:00.000  #8   Charge    TaskStateExited, caught by Catch[0], next Refuse
              +00:00:00.000  #9   Refuse    FailStateEntered (order.asl.json:43): Order.Refused: the card was declined
              +00:00:00.000  #10            ExecutionFailed: Order.Refused: the card was declined
            """);
    assertThat(Messages.of(() -> assertThat(refused).state("Charge", c -> c.wasCaughtBy(1))))
        .contains(
            "to be caught by Catch[1]\n"
                + "but it failed with Card.Declined: no funds, caught by Catch[0], next Refuse\n");
    assertThat(Messages.of(() -> assertThat(refused).state("Charge", c -> c.wasCaught("X"))))
        .contains("to be caught with the error X\n");
    assertThat(Messages.of(() -> assertThat(retried).state("Charge", c -> c.wasCaughtBy(0))))
        .contains("but it did not fail\n");
    assertThat(Messages.of(() -> assertThat(Runs.broken()).state("Charge", c -> c.wasCaughtBy(0))))
        .contains("but it failed with Gateway.Gone: 410, caught by no Catcher\n");
    assertThat(Messages.of(() -> assertThat(retried).state("Ship", c -> c.wasCaughtBy(0))))
        .contains("but it did not fail\nThe state has no Catch\n");
  }

  @Test
  void a_catcher_that_should_not_have_been_taken_is_told() {
    assertThat(Messages.of(() -> assertThat(refused).state("Charge", c -> c.wasNotCaught())))
        .startsWith(
            """

            Expecting no Catcher of state Charge to be taken
            but it failed with Card.Declined: no funds, caught by Catch[0], next Refuse
            See state Charge (order.asl.json:8)
            """);
  }

  @Test
  void another_failure_is_told() {
    assertThat(Messages.of(() -> assertThat(refused).state("Charge", c -> c.failedWith("X"))))
        .startsWith(
            """

            Expecting state Charge to fail with
              X
            but it failed with Card.Declined: no funds
            See state Charge (order.asl.json:8)
            """);
    assertThat(Messages.of(() -> assertThat(retried).state("Ship", c -> c.failedWith("X"))))
        .contains("but it did not fail\n");
  }

  @Test
  void another_time_is_told() {
    assertThat(
            Messages.of(
                () -> assertThat(retried).state("Charge", c -> c.hasDuration(ofSeconds(9)))))
        .contains("Expecting state Charge to last 9s of virtual time\nbut it lasted 11s\n");
    assertThat(
            Messages.of(
                () -> assertThat(Runs.running()).state("Charge", c -> c.hasDuration(ofSeconds(9)))))
        .contains("Expecting state Charge to last 9s of virtual time\nbut it never ended\n");
  }

  @Test
  void a_visit_alone_is_told_without_a_timeline() {
    StateVisit charge = retried.visits("Charge").get(0);

    assertThat(charge).hasAttempts(3);
    assertThat(Messages.of(() -> assertThat(charge).hasAttempts(1)))
        .isEqualTo(
            """

            Expecting state Charge to have 1 attempt
            but it had 3 attempts
              attempt 1 failed with Gateway.Busy after 1s
              attempt 2 failed with Gateway.Busy after 1s
              attempt 3 succeeded after 3s
            See state Charge (order.asl.json:8)
            """);
  }

  @Test
  void a_missing_visit_is_told_as_assertj_does() {
    StateVisit none = null;

    assertThat(Messages.of(() -> assertThat(none).hasAttempts(1)))
        .contains("Expecting actual not to be null");
  }
}
