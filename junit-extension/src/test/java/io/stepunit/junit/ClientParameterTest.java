package io.stepunit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.testkit.TestKit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mock;
import org.mockito.Mockito;
import org.mockito.junit.jupiter.MockitoExtension;
import software.amazon.awssdk.services.sfn.SfnAsyncClient;
import software.amazon.awssdk.services.sfn.SfnClient;

class ClientParameterTest {
  @Test
  void a_client_is_that_of_the_environment() {
    assertThat(TestKit.run(TakingTestCases.class)).hasOnlySucceeded(2);
  }

  @StateMachineTest("pass.asl.json")
  static class TakingTestCases {
    private SfnClient before;

    @BeforeEach
    void take(SfnClient client) {
      before = client;
    }

    @Test
    void takes_a_client(SfnClient client, StepFunctionsEnvironment environment) {
      assertThat(client).isSameAs(environment.sfnClient()).isSameAs(before);
    }

    @Test
    void takes_an_asynchronous_client(SfnAsyncClient client, TestStateMachine pass) {
      client.startExecution(request -> request.stateMachineArn(pass.arn())).join();

      assertThat(pass.executions()).hasSize(1);
    }
  }

  @Test
  void an_annotated_parameter_is_another_extension_s() {
    assertThat(TestKit.run(MockingTestCases.class)).hasOnlySucceeded(1);
  }

  @ExtendWith(MockitoExtension.class)
  @StateMachineTest("pass.asl.json")
  static class MockingTestCases {
    @Test
    void takes_a_mock(@Mock SfnClient client) {
      assertThat(Mockito.mockingDetails(client).isMock()).isTrue();
    }
  }

  @Test
  void a_client_is_not_there_before_there_is_a_test() {
    assertThat(TestKit.run(EarlyTestCases.class))
        .failsAContainerWith()
        .contains("ClientParameterTest$EarlyTestCases.early takes a SfnClient")
        .contains("each test has an environment of its own");
  }

  @StateMachineTest("pass.asl.json")
  static class EarlyTestCases {
    @BeforeAll
    static void early(SfnClient client) {}

    @Test
    void is_not_reached() {}
  }

  @Test
  void an_error_that_code_swallows_fails_the_test() {
    assertThat(TestKit.run(SwallowingTestCases.class))
        .failsATestPrinting()
        .startsWith("io.stepunit.mock.SwallowedAnswerError: The test went on although an error")
        .contains("Caused by: io.stepunit.mock.UnmockedTaskError: No mock answers the Task");
  }

  @StateMachineTest("order.asl.json")
  static class SwallowingTestCases {
    @Test
    void swallows(TestStateMachine order, SfnAsyncClient client) {
      client
          .startExecution(request -> request.stateMachineArn(order.arn()).input("{}"))
          .exceptionally(problem -> null);
    }
  }
}
