package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.Execution;
import org.junit.jupiter.api.Test;

class PathAssertionsTest {

  @Test
  void the_path_is_all_states_in_the_order_of_their_entry() {
    assertThat(Runs.paid()).hasPath("Validate", "Charge", "Ship");
    assertThat(Runs.lines()).hasPath("Lines", "Price", "Check", "Fine", "Price", "Check", "Fine");
  }

  @Test
  void others_may_stand_between_the_states_of_a_path_in_order() {
    assertThat(Runs.lines())
        .visitedInOrder("Lines", "Fine", "Fine")
        .visitedInOrder("Price", "Price")
        .visitedInOrder();
  }

  @Test
  void another_path_is_told_side_by_side() {
    Execution run = Runs.refused();

    assertThat(Messages.of(() -> assertThat(run).hasPath("Validate", "Charge", "Ship")))
        .isEqualTo(
            """

            Expecting execution run-1 to take exactly this path, but it took another one
                expected  found
                Validate  Validate
                Charge    Charge
              - Ship
              +           Refuse
            See state Refuse (order.asl.json:43)

            Timeline of execution run-1, seed 42:
              +00:00:00.000  #1             ExecutionStarted
              +00:00:00.000  #2   Validate  PassStateEntered (order.asl.json:4)
              +00:00:00.000  #4   Charge    TaskStateEntered (order.asl.json:8)
              +00:00:00.000  #5   Charge    LambdaFunctionScheduled, attempt 1
              +00:00:00.000  #7   Charge    LambdaFunctionFailed, attempt 1: Card.Declined: no funds
              +00:00:00.000  #8   Charge    TaskStateExited, caught by Catch[0], next Refuse
            > +00:00:00.000  #9   Refuse    FailStateEntered (order.asl.json:43): Order.Refused: the card was declined
              +00:00:00.000  #10            ExecutionFailed: Order.Refused: the card was declined
            """);
  }

  @Test
  void a_path_that_ends_too_early_or_too_late_is_told() {
    Execution run = Runs.paid();

    assertThat(Messages.of(() -> assertThat(run).hasPath("Validate", "Charge")))
        .contains(
            """
                expected  found
                Validate  Validate
                Charge    Charge
              +           Ship
            """);
    assertThat(Messages.of(() -> assertThat(run).hasPath("Validate", "Charge", "Ship", "Refuse")))
        .contains(
            """
                expected  found
                Validate  Validate
                Charge    Charge
                Ship      Ship
              - Refuse
            """);
  }

  @Test
  void a_state_missing_in_the_order_is_told() {
    Execution run = Runs.refused();

    assertThat(Messages.of(() -> assertThat(run).visitedInOrder("Validate", "Ship")))
        .isEqualTo(
            """

            Expecting execution run-1 to visit in this order, others in between allowed
              Validate, Ship
            but after Validate it did not visit Ship
                expected  found
                Validate  Validate
              - Ship
              +           Charge
              +           Refuse
            See state Validate (order.asl.json:4)

            Timeline of execution run-1, seed 42:
              +00:00:00.000  #1             ExecutionStarted
            > +00:00:00.000  #2   Validate  PassStateEntered (order.asl.json:4)
              +00:00:00.000  #4   Charge    TaskStateEntered (order.asl.json:8)
              +00:00:00.000  #5   Charge    LambdaFunctionScheduled, attempt 1
              +00:00:00.000  #7   Charge    LambdaFunctionFailed, attempt 1: Card.Declined: no funds
              +00:00:00.000  #8   Charge    TaskStateExited, caught by Catch[0], next Refuse
              +00:00:00.000  #9   Refuse    FailStateEntered (order.asl.json:43): Order.Refused: the card was declined
              +00:00:00.000  #10            ExecutionFailed: Order.Refused: the card was declined
            """);
  }

  @Test
  void a_state_visited_only_before_is_told() {
    assertThat(Messages.of(() -> assertThat(Runs.paid()).visitedInOrder("Charge", "Validate")))
        .contains("but after Charge it did not visit Validate, only before\n");
    assertThat(Messages.of(() -> assertThat(Runs.paid()).visitedInOrder("Refuse")))
        .contains("but it did not visit Refuse\n");
  }

  @Test
  void the_order_of_states_that_were_visited_again_is_followed_from_the_first() {
    Execution run = Runs.lines();

    assertThat(Messages.of(() -> assertThat(run).visitedInOrder("Price", "Fine", "Price", "Price")))
        .contains("but after Price, Fine, Price it did not visit Price, only before");
  }

  @Test
  void a_name_that_the_machine_does_not_have_fails_with_the_nearest() {
    Execution run = Runs.paid();

    assertThat(Messages.of(() -> assertThat(run).hasPath("Validate", "Chagre", "Ship")))
        .isEqualTo(
            """

            There is no state 'Chagre' in order.asl.json. Did you mean 'Charge'?
            Its states are Validate, Charge, Ship, CallPolice, Refuse
            """);
    String cure = "There is no state 'Chagre' in order.asl.json. Did you mean 'Charge'?";
    assertThat(Messages.of(() -> assertThat(run).visitedInOrder("Chagre"))).contains(cure);
    assertThat(Messages.of(() -> assertThat(run).visited("Chagre"))).contains(cure);
    assertThat(Messages.of(() -> assertThat(run).neverVisited("Chagre"))).contains(cure);
    assertThat(Messages.of(() -> assertThat(run).visited("Chagre", 0))).contains(cure);
    assertThat(Messages.of(() -> assertThat(run).state("Chagre", v -> {}))).contains(cure);
    assertThat(Messages.of(() -> assertThat(run).visit("Chagre", 1, v -> {}))).contains(cure);
    assertThat(Messages.of(() -> assertThat(run).eachVisit("Chagre", v -> {}))).contains(cure);
    assertThat(Messages.of(() -> assertThat(Runs.lines()).neverVisited("Lines[0]/Prise")))
        .contains("There is no state 'Lines[0]/Prise' in lines.asl.json");
  }

  @Test
  void a_name_like_none_of_the_machine_is_told_without_a_guess() {
    assertThat(Messages.of(() -> assertThat(Runs.paid()).visited("Zzz")))
        .isEqualTo(
            """

            There is no state 'Zzz' in order.asl.json.
            Its states are Validate, Charge, Ship, CallPolice, Refuse
            """);
  }
}
