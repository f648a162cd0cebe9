package io.stepunit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.ExecutionStatus;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Executions that are started by an ARN with a test case, as in Step Functions Local. */
class MockConfigStartsTest {
  private static final String DEFINITION =
      """
      {"StartAt": "Charge", "States": {"Charge": {
        "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Next": "Nap",
        "Parameters": {"QueueUrl": "https://queue", "MessageBody": "x"},
        "Retry": [{"ErrorEquals": ["Queue.Busy"], "IntervalSeconds": 2}]},
        "Nap": {"Type": "Wait", "Seconds": 1, "End": true}}}
      """;

  private static final MockConfigFile FILE =
      MockConfigFile.parse(
          "MockConfigFile.json",
          """
          {
            "StateMachines": {
              "order": {"TestCases": {"Happy": {"Charge": "Ok"}, "Busy": {"Charge": "BusyOnce"}}},
              "later": {"TestCases": {"Happy": {"Charge": "Ok"}, "Wrong": {"Chrge": "Ok"}}}
            },
            "MockedResponses": {
              "Ok": {"0": {"Return": {"case": "happy"}}},
              "BusyOnce": {
                "0": {"Throw": {"Error": "Queue.Busy", "Cause": "503"}},
                "1": {"Return": {"case": "busy"}}
              }
            }
          }
          """);

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private Execution ended(String arn) {
    env.runToEnd();
    return env.api().describeExecution(arn);
  }

  @Test
  void have_the_mocks_of_the_test_case_each_its_own() {
    TestStateMachine order = env.define("order", DEFINITION);
    order.mock("Charge").returns(Map.of("MessageId", "m", "MD5OfMessageBody", "5"));
    env.mockConfig(FILE);

    String happy = env.api().startExecution(order.arn() + "#Happy", "happy", Map.of());
    String busy = env.api().startExecution(order.arn() + "#Busy", Map.of());
    String busyToo = env.api().startExecution(order.arn() + "#Busy", Map.of());
    String own = env.api().startExecution(order.arn(), Map.of());

    assertThat(ended(happy).output()).hasToString("Optional[{\"case\":\"happy\"}]");
    assertThat(ended(busy).output()).hasToString("Optional[{\"case\":\"busy\"}]");
    assertThat(ended(busyToo).visits("Charge").get(0).attempts()).hasSize(2);
    assertThat(ended(own).output().orElseThrow().get("MessageId").asText()).isEqualTo("m");
  }

  @Test
  void are_executions_of_the_machine_like_others() {
    TestStateMachine order = env.define("order", DEFINITION);
    env.mockConfig(FILE);

    String arn = env.api().startExecution(order.arn() + "#Happy", "happy", Map.of());
    JsonNode described = env.api().call("DescribeExecution", Map.of("executionArn", arn));

    assertThat(arn).endsWith(":execution:order:happy");
    assertThat(described.get("stateMachineArn").asText()).isEqualTo(order.arn());
    assertThat(order.executions()).hasSize(1);
    env.runToEnd();
    env.verifyMocksUsed();
  }

  @Test
  void can_be_of_a_machine_that_comes_later() {
    env.mockConfig(FILE);
    TestStateMachine later = env.define("later", DEFINITION);

    String arn = env.api().startExecution(later.arn() + "#Happy", Map.of());

    assertThat(ended(arn).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void can_be_synchronous() {
    TestStateMachine order = env.define("order", DEFINITION, WorkflowType.EXPRESS);
    env.mockConfig(FILE);

    JsonNode answer =
        env.api().call("StartSyncExecution", Map.of("stateMachineArn", order.arn() + "#Busy"));

    assertThat(answer.get("output").asText()).isEqualTo("{\"case\":\"busy\"}");
  }

  @Test
  void are_refused_where_there_is_no_such_test_case() {
    TestStateMachine order = env.define("order", DEFINITION);
    env.mockConfig(FILE);

    assertThatThrownBy(() -> env.api().startExecution(order.arn() + "#Hapy", Map.of()))
        .isInstanceOf(MockConfigException.class)
        .hasMessage(
            "The machine 'order' has no test case 'Hapy' in the mock configuration"
                + " 'MockConfigFile.json'. Did you mean 'Happy'? It has: Happy, Busy.");
    assertThat(order.executions()).isEmpty();
  }

  @Test
  void are_refused_where_the_test_case_does_not_fit_the_machine() {
    env.mockConfig(FILE);
    TestStateMachine later = env.define("later", DEFINITION);

    assertThatThrownBy(() -> env.api().startExecution(later.arn() + "#Wrong", Map.of()))
        .isInstanceOf(MockConfigException.class)
        .hasMessageContaining("the test case 'Wrong' mocks 'Chrge'")
        .hasMessageContaining("Charge");
  }

  @Test
  void are_checked_at_once_for_a_machine_that_is_there() {
    env.define("later", DEFINITION);

    assertThatThrownBy(() -> env.mockConfig(FILE))
        .isInstanceOf(MockConfigException.class)
        .hasMessageContaining("the test case 'Wrong' mocks 'Chrge'");
  }

  @Test
  void need_a_machine() {
    env.mockConfig(FILE);

    assertThatThrownBy(
            () ->
                env.api()
                    .startExecution(
                        "arn:aws:states:us-east-1:123456789012:stateMachine:none#Happy", Map.of()))
        .isInstanceOf(StepFunctionsException.class)
        .hasMessageContaining("StateMachineDoesNotExist");
  }

  @Test
  void without_a_configuration_do_not_exist() {
    TestStateMachine order = env.define("order", DEFINITION);

    assertThatThrownBy(() -> env.api().startExecution(order.arn() + "#Happy", Map.of()))
        .isInstanceOf(StepFunctionsException.class)
        .hasMessageContaining("StateMachineDoesNotExist");
  }

  @Test
  void name_the_test_case_where_a_Task_has_no_mock() {
    TestStateMachine order =
        env.define(
            "order",
            DEFINITION.replace(
                "\"Nap\": {\"Type\": \"Wait\", \"Seconds\": 1",
                "\"Nap\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sqs:sendMessage\","
                    + " \"Parameters\": {\"QueueUrl\": \"https://queue\", \"MessageBody\":"
                    + " \"x\"}"));
    env.mockConfig(FILE);

    assertThatThrownBy(() -> env.api().startExecution(order.arn() + "#Happy", Map.of()))
        .isInstanceOfSatisfying(
            UnmockedTaskError.class,
            error -> {
              assertThat(error.machine()).isEqualTo("order#Happy");
              assertThat(error.state()).isEqualTo("Nap");
            });
  }
}
