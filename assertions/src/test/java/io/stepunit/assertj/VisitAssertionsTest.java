package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.Execution;
import org.junit.jupiter.api.Test;

class VisitAssertionsTest {

  private final Execution lines = Runs.lines();

  @Test
  void states_are_found_by_name_and_by_path() {
    assertThat(lines)
        .visited("Lines", "Price", "Lines[1]/Price")
        .neverVisited("TooMany", "Lines[2]/Price")
        .visited("Price", 2)
        .visited("Lines[0]/Price", 1)
        .visited("TooMany", 0);
  }

  @Test
  void one_visit_is_looked_into_by_its_number_or_its_path() {
    assertThat(lines)
        .state("Lines[1]/Price", visit -> visit.hasInputAt("$.count", 2))
        .visit("Price", 1, visit -> visit.hasInputAt("$.count", 1))
        .visit("Price", 2, visit -> visit.hasInputAt("$.count", 2))
        .eachVisit("Fine", visit -> visit.wasNotCaught());
  }

  @Test
  void a_state_that_was_not_visited_is_told_with_the_path() {
    Execution run = Runs.refused();

    assertThat(Messages.of(() -> assertThat(run).visited("Charge", "Ship")))
        .isEqualTo(
            """

            Expecting execution run-1 to visit state Ship
            but it never did. It visited
              Validate, Charge, Refuse
            See state Ship (order.asl.json:35)

            Timeline of execution run-1, seed 42:
              +00:00:00.000  #1             ExecutionStarted
              +00:00:00.000  #2   Validate  PassStateEntered (order.asl.json:4)
              +00:00:00.000  #4   Charge    TaskStateEntered (order.asl.json:8)
              +00:00:00.000  #5   Charge    LambdaFunctionScheduled, attempt 1
              +00:00:00.000  #7   Charge    LambdaFunctionFailed, attempt 1: Card.Declined: no funds
              +00:00:00.000  #8   Charge    TaskStateExited, caught by Catch[0], next Refuse
              +00:00:00.000  #9   Refuse    FailStateEntered (order.asl.json:43): Order.Refused: the card was declined
            > +00:00:00.000  #10            ExecutionFailed: Order.Refused: the card was declined
            """);
    assertThat(Messages.of(() -> assertThat(run).state("Ship", visit -> {})))
        .contains("Expecting execution run-1 to visit state Ship\nbut it never did");
    assertThat(Messages.of(() -> assertThat(run).eachVisit("Ship", visit -> {})))
        .contains("Expecting execution run-1 to visit state Ship\nbut it never did");
  }

  @Test
  void a_state_that_should_not_have_been_visited_is_told_with_its_input() {
    Execution run = Runs.refused();

    assertThat(Messages.of(() -> assertThat(run).neverVisited("Ship", "Charge")))
        .isEqualTo(
            """

            Expecting execution run-1 never to visit state Charge
            but it did once, with the input
              {"id":7,"amount":12}
            See state Charge (order.asl.json:8)

            Timeline of execution run-1, seed 42:
              +00:00:00.000  #1             ExecutionStarted
              +00:00:00.000  #2   Validate  PassStateEntered (order.asl.json:4)
            > +00:00:00.000  #4   Charge    TaskStateEntered (order.asl.json:8)
              +00:00:00.000  #5   Charge    LambdaFunctionScheduled, attempt 1
              +00:00:00.000  #7   Charge    LambdaFunctionFailed, attempt 1: Card.Declined: no funds
              +00:00:00.000  #8   Charge    TaskStateExited, caught by Catch[0], next Refuse
              +00:00:00.000  #9   Refuse    FailStateEntered (order.asl.json:43): Order.Refused: the card was declined
              +00:00:00.000  #10            ExecutionFailed: Order.Refused: the card was declined
            """);
    assertThat(Messages.of(() -> assertThat(lines).neverVisited("Price")))
        .contains("but it did 2 times, with the input\n  {\"count\":1}\n");
  }

  @Test
  void another_number_of_visits_is_told() {
    assertThat(Messages.of(() -> assertThat(lines).visited("Price", 1)))
        .isEqualTo(
            """

            Expecting execution run-1 to visit state Price
              1 time
            but it did
              2 times
            See state Price (lines.asl.json:10)

            Timeline of execution run-1, seed 42:
              +00:00:00.000  #1                   ExecutionStarted
              +00:00:00.000  #2   Lines           MapStateEntered (lines.asl.json:4)
              +00:00:00.000  #3   Lines           MapStateStarted, attempt 1, 2 items
              +00:00:00.000  #5   Lines[0]/Price  PassStateEntered (lines.asl.json:10)
              +00:00:00.000  #7   Lines[0]/Check  ChoiceStateEntered (lines.asl.json:14)
              +00:00:00.000  #9   Lines[0]/Fine   SucceedStateEntered (lines.asl.json:25)
            > +00:00:00.000  #13  Lines[1]/Price  PassStateEntered (lines.asl.json:10)
              +00:00:00.000  #15  Lines[1]/Check  ChoiceStateEntered (lines.asl.json:14)
              +00:00:00.000  #17  Lines[1]/Fine   SucceedStateEntered (lines.asl.json:25)
              +00:00:00.000  #20  Lines           MapStateSucceeded
              +00:00:00.000  #22                  ExecutionSucceeded
            """);
    assertThat(Messages.of(() -> assertThat(lines).visited("TooMany", 1)))
        .contains("  1 time\nbut it did\n  0 times\nSee state TooMany (lines.asl.json:28)\n");
  }

  @Test
  void one_visit_of_several_has_to_be_named() {
    assertThat(Messages.of(() -> assertThat(lines).state("Price", visit -> {})))
        .isEqualTo(
            """

            Expecting execution run-1 to visit state Price once
            but it did 2 times. Name the visit by visit("Price", n, ...) or the path of one, such as "Lines[1]/Price",
            or ask about all of them by eachVisit("Price", ...)
            See state Price (lines.asl.json:10)

            Timeline of execution run-1, seed 42:
              +00:00:00.000  #1                   ExecutionStarted
              +00:00:00.000  #2   Lines           MapStateEntered (lines.asl.json:4)
              +00:00:00.000  #3   Lines           MapStateStarted, attempt 1, 2 items
              +00:00:00.000  #5   Lines[0]/Price  PassStateEntered (lines.asl.json:10)
              +00:00:00.000  #7   Lines[0]/Check  ChoiceStateEntered (lines.asl.json:14)
              +00:00:00.000  #9   Lines[0]/Fine   SucceedStateEntered (lines.asl.json:25)
            > +00:00:00.000  #13  Lines[1]/Price  PassStateEntered (lines.asl.json:10)
              +00:00:00.000  #15  Lines[1]/Check  ChoiceStateEntered (lines.asl.json:14)
              +00:00:00.000  #17  Lines[1]/Fine   SucceedStateEntered (lines.asl.json:25)
              +00:00:00.000  #20  Lines           MapStateSucceeded
              +00:00:00.000  #22                  ExecutionSucceeded
            """);
  }

  @Test
  void a_visit_that_did_not_happen_is_told() {
    assertThat(Messages.of(() -> assertThat(lines).visit("Price", 3, visit -> {})))
        .startsWith(
            "\n"
                + "Expecting execution run-1 to have visit 3 of state Price\n"
                + "but it visited that state 2 times\n"
                + "See state Price (lines.asl.json:10)\n");
    assertThatThrownBy(() -> assertThat(lines).visit("Price", 0, visit -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Visits count from 1, but the number is 0");
  }

  @Test
  void a_failure_within_a_visit_keeps_the_description_and_names_the_visit() {
    assertThat(
            Messages.of(
                () ->
                    assertThat(lines)
                        .as("prices")
                        .eachVisit("Price", visit -> visit.hasInputAt("$.count", 1))))
        .isEqualTo(
            """
            [prices]\s
            Expecting the input of state Lines[1]/Price to have at $.count
              1
            but there it has
              2
            See state Price (lines.asl.json:10)

            Timeline of execution run-1, seed 42:
              +00:00:00.000  #1                   ExecutionStarted
              +00:00:00.000  #2   Lines           MapStateEntered (lines.asl.json:4)
              +00:00:00.000  #3   Lines           MapStateStarted, attempt 1, 2 items
              +00:00:00.000  #5   Lines[0]/Price  PassStateEntered (lines.asl.json:10)
              +00:00:00.000  #7   Lines[0]/Check  ChoiceStateEntered (lines.asl.json:14)
              +00:00:00.000  #9   Lines[0]/Fine   SucceedStateEntered (lines.asl.json:25)
            > +00:00:00.000  #13  Lines[1]/Price  PassStateEntered (lines.asl.json:10)
              +00:00:00.000  #15  Lines[1]/Check  ChoiceStateEntered (lines.asl.json:14)
              +00:00:00.000  #17  Lines[1]/Fine   SucceedStateEntered (lines.asl.json:25)
              +00:00:00.000  #20  Lines           MapStateSucceeded
              +00:00:00.000  #22                  ExecutionSucceeded
            """);
  }
}
