package io.stepunit.fault;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.stepunit.Execution;
import io.stepunit.Fault;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.fault.FaultPlan;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.ArgumentMatchers;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** Whoever answers a Task does not know of the faults around it. */
class CompositionTest {
  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private TestStateMachine machine(String resource, String parameters) {
    return env.define(
        "order",
        """
        {"StartAt": "Call", "States": {"Call": {"Type": "Task", "Resource": "%s",
          "Parameters": %s, "TimeoutSeconds": 40, "End": true,
          "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 1}]}}}
        """
            .formatted(resource, parameters));
  }

  @Test
  void requests_are_sent_though_their_replies_get_lost() {
    SERVER.stubFor(any(anyUrl()).willReturn(okJson("{\"rate\": 1}")));
    TestStateMachine order =
        machine(
            "arn:aws:states:::http:invoke",
            """
            {"ApiEndpoint": "https://rates.example.com/eur", "Method": "GET",
             "Authentication": {"ConnectionArn": "arn:aws:events:us-east-1:123456789012:connection/c/1"}}
            """);
    order.http("Call").callsServer(SERVER.baseUrl());
    order.faults().on("Call").losesReply().first(1);

    Execution run = order.run("{}");

    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    SERVER.verify(2, anyRequestedFor(anyUrl()));
  }

  @Test
  void clients_of_the_sdk_are_not_asked_while_the_service_is_throttled() {
    DynamoDbClient client = mock(DynamoDbClient.class);
    when(client.getItem(ArgumentMatchers.any(GetItemRequest.class)))
        .thenReturn(
            GetItemResponse.builder().item(Map.of("id", AttributeValue.fromS("a"))).build());
    TestStateMachine order =
        machine(
            "arn:aws:states:::dynamodb:getItem",
            "{\"TableName\": \"t\", \"Key\": {\"id\": {\"S\": \"a\"}}}");
    order.mockService("dynamodb").callsClient(client);
    order.faults().onService("dynamodb").throttledFirst(1);

    Execution run = order.run("{}");

    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(run.calls().get(0).error())
        .contains("DynamoDB.ProvisionedThroughputExceededException");
    verify(client, times(1)).getItem(ArgumentMatchers.any(GetItemRequest.class));
  }

  private TestStateMachine parent() {
    env.define(
        "child",
        """
        {"StartAt": "Pay", "States": {"Pay": {"Type": "Wait", "Seconds": 5, "End": true}}}
        """);
    return machine(
        "arn:aws:states:::states:startExecution.sync:2",
        """
        {"StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:child",
         "Input": {"id": 7}}
        """);
  }

  @Test
  void a_child_execution_runs_twice_where_the_first_answer_to_its_start_is_lost() {
    TestStateMachine parent = parent();
    parent.faults().on("Call").losesReply().first(1);

    Execution run = parent.run("{}");

    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(env.executions()).filteredOn(e -> e.input().has("id")).hasSize(2);
    assertThat(run.duration()).isEqualTo(ofSeconds(40 + 1 + 5));
  }

  @Test
  void a_child_execution_ends_before_its_parent_is_told_of_a_failure() {
    TestStateMachine parent = parent();
    parent.faults().on("Call").failsAfterEffect("Boom", null).first(1);

    Execution run = parent.run("{}");

    assertThat(run.calls().get(0).error()).contains("Boom");
    assertThat(run.duration()).isEqualTo(ofSeconds(5 + 1 + 5));
  }

  @Test
  void what_a_child_execution_returns_is_damaged() {
    TestStateMachine parent = parent();
    parent.faults().on("Call").exceedsPayload();

    assertThat(parent.run("{}").error()).contains("States.DataLimitExceeded");
  }

  @Test
  void a_worker_of_an_activity_is_not_heard_where_its_reply_gets_lost() {
    TestStateMachine order = machine("arn:aws:states:us-east-1:123456789012:activity:pack", "{}");
    order.faults().on("Call").losesReply().first(1);

    RunningExecution run = order.start("{}").runUntilParked();
    run.token("Call").succeed("{}");
    run.advance(ofSeconds(41));
    run.runUntilParked().token("Call").succeed("{}");

    assertThat(run.finish().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(run.snapshot().calls()).hasSize(2);
    assertThat(run.snapshot().injectedFaults()).hasSize(1);
  }

  @Test
  void children_of_a_distributed_map_meet_faults_as_well() {
    TestStateMachine orders =
        env.define(
            "orders",
            """
            {"StartAt": "Lines", "States": {"Lines": {"Type": "Map", "End": true,
              "ItemProcessor": {
                "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                "StartAt": "Charge", "States": {"Charge": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge"}}}}}}
            """);
    orders.mock("Charge").returns("{}");
    orders.faults().on("Charge").fails("Boom");

    assertThat(orders.run("[1, 2]").error()).contains("States.ExceedToleratedFailureThreshold");
    assertThat(FaultPlan.of(orders.definition()).faults())
        .extracting(Fault::state)
        .contains("Charge");
  }
}
