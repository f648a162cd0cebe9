package io.stepunit.sfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.mock.UnmockedTaskError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;

/** Mocks of machines that code under test creates. */
class WhenCreatedTest {
  private static final String CHARGE =
      """
      {"StartAt": "Charge", "States": {"Charge": {
        "Type": "Task",
        "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
        "End": true}}}
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final SfnClient client = env.sfnClient();

  private String create(String name) {
    return client
        .createStateMachine(
            request ->
                request
                    .name(name)
                    .definition(CHARGE)
                    .roleArn("arn:aws:iam::123456789012:role/orders"))
        .stateMachineArn();
  }

  private String outputOf(String machine) {
    String execution =
        client.startExecution(request -> request.stateMachineArn(machine)).executionArn();
    return client.describeExecution(request -> request.executionArn(execution)).output();
  }

  private void mockCharge(TestStateMachine machine) {
    machine.mock("Charge").returns(Map.of("paid", true));
  }

  @Test
  void mocks_answer_the_first_execution() {
    env.whenCreated("orders", this::mockCharge);

    assertThat(outputOf(create("orders"))).isEqualTo("{\"paid\":true}");
    assertThat(env.machine("orders").executions()).hasSize(1);
  }

  @Test
  void mocks_stay_when_the_machine_is_updated() {
    env.whenCreated("orders", this::mockCharge);
    String machine = create("orders");

    client.updateStateMachine(
        request ->
            request
                .stateMachineArn(machine)
                .definition(CHARGE.replace("function:charge", "function:charge-2")));

    assertThat(outputOf(machine)).isEqualTo("{\"paid\":true}");
  }

  @Test
  void a_machine_of_another_name_is_not_prepared() {
    env.whenCreated("orders", this::mockCharge);
    String other = create("returns");

    assertThatThrownBy(() -> outputOf(other)).isInstanceOf(UnmockedTaskError.class);
  }

  @Test
  void a_machine_is_prepared_once_however_often_it_is_asked_for() {
    List<TestStateMachine> prepared = new ArrayList<>();
    env.whenCreated("orders", prepared::add);

    create("orders");
    create("orders");

    assertThat(prepared).containsExactly(env.machine("orders"));
  }

  @Test
  void a_machine_that_is_created_anew_is_prepared_anew() {
    List<TestStateMachine> prepared = new ArrayList<>();
    env.whenCreated("orders", prepared::add);
    String machine = create("orders");

    client.deleteStateMachine(request -> request.stateMachineArn(machine));
    env.advance(Duration.ofMinutes(2));
    create("orders");

    assertThat(prepared).hasSize(2);
    assertThat(env.machine("orders")).isSameAs(prepared.get(1)).isNotSameAs(prepared.get(0));
  }

  @Test
  void preparations_follow_each_other() {
    List<String> order = new ArrayList<>();
    env.whenCreated("orders", machine -> order.add("first"));
    env.whenCreated("orders", machine -> order.add("second"));

    create("orders");

    assertThat(order).containsExactly("first", "second");
  }

  @Test
  void a_preparation_that_fails_is_a_fault_of_the_test() {
    env.whenCreated("orders", machine -> machine.mock("Chrage").returns("{}"));

    Throwable thrown = catchThrowable(() -> create("orders"));

    assertThat(thrown)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("The call of CreateStateMachine failed: ")
        .hasMessageContaining("Did you mean 'Charge'?");
    assertThatThrownBy(env::verifyAnswers).hasCause(thrown);
  }

  @Test
  void a_machine_that_is_not_there_is_told_with_those_that_are() {
    create("orders");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> env.machine("order"))
        .withMessage(
            "The environment has no state machine 'order'. Did you mean 'orders'? There are: orders.");
  }
}
