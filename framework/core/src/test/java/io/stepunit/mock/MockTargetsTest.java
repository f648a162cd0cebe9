package io.stepunit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MockTargetsTest {
  private static final Map<String, Object> INPUT = Map.of("lines", List.of("a", "b"));

  private final TestStateMachine order = Machines.order();

  @Test
  void a_wrong_name_fails_at_once_with_the_nearest_and_all_others() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> order.mock("Chrage"))
        .withMessage(
            "The machine 'order' (order) has no state 'Chrage'. Did you mean 'Charge'? "
                + "Its Task states: Charge, Store, AwaitApproval, Pick, Notify.");
  }

  @Test
  void a_state_that_is_no_task_fails_at_once() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> order.mock("Pause"))
        .withMessage(
            "'Pause' (order:16) is a Wait state and calls nothing: only Task states can be mocked. "
                + "Its Task states: Charge, Store, AwaitApproval, Pick, Notify.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Lines[0]/Pik    | The path 'Lines[0]/Pik' names no state: there is no 'Pik' among the states at order:20. Did you mean 'Pick'? A path starts at the top of the machine 'order' and looks like 'Lines[3]/Charge'.
          Lins[0]/Pick    | The path 'Lins[0]/Pick' names no state: there is no 'Lins' among the states at order:1. Did you mean 'Lines'? A path starts at the top of the machine 'order' and looks like 'Lines[3]/Charge'.
          Charge[0]/Pick  | The path 'Charge[0]/Pick' goes into 'Charge' (order:4), which is a Task state: only Parallel and Map states hold states.
          Fork[1]/Notify  | The path 'Fork[1]/Notify' goes into branch 1 of 'Fork' (order:28), which has 1, counted from 0.
          Fork[9999999999]/Notify | The path 'Fork[9999999999]/Notify' goes into branch 9999999999 of 'Fork' (order:28), which has 1, counted from 0.
          """)
  void a_wrong_path_fails_at_once(String path, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> order.mock(path)).withMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pick", "Notify", "Lines[17]/Pick", "Fork[0]/Notify"})
  void states_inside_maps_and_parallels_can_be_mocked(String target) {
    order.mock(target).returns(Map.of());

    assertThat(order.mocks().declarations())
        .extracting(MockDeclaration::target)
        .containsExactly(target);
  }

  @Test
  void a_resource_that_nothing_calls_fails_at_once() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Machines.charge().mockResource("arn:*:sqs:*"))
        .withMessage(
            "No Task of the machine 'order' (order) calls a resource that matches 'arn:*:sqs:*'. "
                + "Its resources: arn:aws:lambda:us-east-1:123456789012:function:charge.");
  }

  @Test
  void a_machine_without_tasks_says_so() {
    TestStateMachine machine =
        StepFunctionsEnvironment.create()
            .define("still", "{\"StartAt\": \"S\", \"States\": {\"S\": {\"Type\": \"Succeed\"}}}");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> machine.mock("S"))
        .withMessage(
            "'S' (still:1) is a Succeed state and calls nothing: only Task states can be mocked. "
                + "It has no Task states.");
  }

  @Test
  void a_path_wins_over_a_state_which_wins_over_a_resource() {
    order.mock("Lines[1]/Pick").returns("\"path\"");
    order.mock("Pick").returns("\"state\"");
    order.mock("Notify").returns("\"state\"");
    order.mockResource("*").returns(INPUT);

    Execution run = order.run(INPUT);

    assertThat(run.output()).hasToString("Optional[[\"state\"]]");
    assertThat(run.visits("Lines").get(0).output()).hasToString("Optional[[\"state\",\"path\"]]");
  }

  @Test
  void the_later_of_two_mocks_of_one_state_replaces_the_earlier() {
    TestStateMachine charge = Machines.charge();
    charge.mock("Charge").returns(1);
    charge.mock("Charge").returns(2);

    assertThat(charge.run(Map.of()).output()).hasToString("Optional[2]");
    assertThat(charge.mocks().declarations())
        .extracting(MockDeclaration::used)
        .containsExactly(false, true);
  }

  @Test
  void the_later_of_two_patterns_that_match_wins() {
    TestStateMachine charge = Machines.charge();
    charge.mockResource("*charge").returns(1);
    charge.mockResource("arn:*").returns(2);

    assertThat(charge.run(Map.of()).output()).hasToString("Optional[2]");
  }

  @Test
  void a_dot_in_a_pattern_is_a_dot() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Machines.charge().mockResource("arn.aws.lambda*"));
  }
}
