package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.assertj.StepUnitAssertions.assertThatThrownBy;

import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachine;
import io.stepunit.junit.StateMachineTest;
import io.stepunit.mock.UnmockedTaskError;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnAsyncClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The examples of docs/guide/client.md. */
@StateMachineTest("order.asl.json")
class ClientExamplesTest {

  @Test
  void an_order_is_placed_once(TestStateMachine order, SfnClient stepFunctions) {
    order.mock("Charge").returns(Map.of("paid", true));
    order.mock("Ship").returns(Map.of("number", "T-9"));
    OrderDesk desk = new OrderDesk(stepFunctions, order.arn());

    assertThat(desk.place("order-7", "{\"id\": 7}")).isTrue();
    assertThat(desk.place("order-7", "{\"id\": 8}")).isFalse();

    assertThat(desk.status("order-7")).isEqualTo("SUCCEEDED");
    assertThat(order.execution()).hasPath("Charge", "Ship").hasOutputAt("$.id", 7);
  }

  @Test
  void an_approval_reaches_the_order(
      @StateMachine("approval.asl.json") TestStateMachine approval, SfnClient stepFunctions) {
    OrderDesk desk = new OrderDesk(stepFunctions, approval.arn());
    RunningExecution run = approval.start(Map.of("id", 7)).runUntilParked();

    desk.approve(run.token("AwaitApproval").value(), "kim");

    assertThat(run.finish()).isSucceeded().hasOutputAt("$.approval.by", "kim");
  }

  @Test
  void futures_are_complete(TestStateMachine order, SfnAsyncClient stepFunctions) {
    order.mock("Charge").returns(Map.of("paid", true));
    order.mock("Ship").returns(Map.of("number", "T-9"));

    assertThat(stepFunctions.startExecution(request -> request.stateMachineArn(order.arn())))
        .isCompleted();
  }

  @Test
  void a_builder_of_one_s_own(TestStateMachine order, StepFunctionsEnvironment env) {
    SfnClient stepFunctions =
        SfnClient.builder()
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClient(env.sfnHttp())
            .build();
    order.mock("Charge").fails("Card.Declined", "expired");

    assertThat(new OrderDesk(stepFunctions, order.arn()).place("order-7", "[]")).isTrue();
  }

  @Test
  void a_machine_that_the_code_creates(StepFunctionsEnvironment env, SfnClient stepFunctions) {
    env.whenCreated("tenant-7", machine -> machine.mock("Charge").returns(Map.of("paid", true)));

    new Tenants(stepFunctions).open("tenant-7");

    assertThat(env.machine("tenant-7").execution()).isSucceeded().hasPath("Charge");
  }

  @Test
  void a_test_that_is_wrong(
      TestStateMachine order, SfnClient stepFunctions, StepFunctionsEnvironment env) {
    OrderDesk desk = new OrderDesk(stepFunctions, order.arn());

    assertThatThrownBy(() -> desk.place("order-7", "{\"id\": 7}"))
        .isInstanceOf(UnmockedTaskError.class);
    env.forgetAnswerErrors();
  }
}
