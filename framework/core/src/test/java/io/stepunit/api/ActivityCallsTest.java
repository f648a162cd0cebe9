package io.stepunit.api;

import static io.stepunit.api.ApiCalls.assertRefused;
import static io.stepunit.api.ApiCalls.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.json.Json;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActivityCallsTest {
  private static final String DESK = "arn:aws:states:us-east-1:123456789012:activity:desk";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final ApiCalls calls = new ApiCalls(env);

  private TestStateMachine machine() {
    return env.define(
        "orders",
        """
        {"StartAt": "Desk", "States": {"Desk": {"Type": "Task", "End": true, "Resource": "%s"}}}"""
            .formatted(DESK));
  }

  @Test
  void a_created_activity_has_workers_that_poll() {
    calls.call("CreateActivity", "name", "desk");
    RunningExecution running = machine().start(Map.of("id", 7));

    JsonNode task = calls.call("GetActivityTask", "activityArn", DESK, "workerName", "w");
    calls.call(
        "SendTaskSuccess", "taskToken", task.get("taskToken").textValue(), "output", "\"done\"");

    assertThat(task.get("input").textValue()).isEqualTo("{\"id\":7}");
    assertThat(running.finish().output()).hasValue(Json.parse("\"done\""));
  }

  @Test
  void creating_one_again_gives_the_first_creation_date() {
    JsonNode created = calls.call("CreateActivity", "name", "desk");
    env.advance(Duration.ofSeconds(5));

    assertThat(calls.call("CreateActivity", "name", "desk")).isEqualTo(created);
    assertThat(created.get("activityArn").textValue()).isEqualTo(DESK);
    calls.assertRefused(
        "ActivityAlreadyExists: Activity Already Exists: '" + DESK + "'",
        "CreateActivity",
        "name",
        "desk",
        "encryptionConfiguration",
        Map.of("type", "CUSTOMER_MANAGED_KMS_KEY", "kmsKeyId", "k"));
    calls.assertRefused("InvalidName: Invalid Name: 'a/b'", "CreateActivity", "name", "a/b");
  }

  @Test
  void an_activity_of_the_test_is_one_of_them() {
    env.activity("desk");
    env.activity("arn:aws:states:eu-west-1:123456789012:activity:bench");
    calls.call("CreateActivity", "name", "ask");
    calls.call("CreateActivity", "name", "desk");

    JsonNode list = calls.call("ListActivities").get("activities");

    assertThat(texts(list, "name")).containsExactly("ask", "bench", "desk");
    assertThat(texts(list, "activityArn")).contains(DESK);
  }

  @Test
  void a_deleted_activity_fails_its_tasks_until_it_is_created_again() {
    env.activity("desk");
    TestStateMachine orders = machine();
    for (int i = 0; i < 2; i++) {
      calls.call("DeleteActivity", "activityArn", DESK);
    }

    assertThat(orders.run().cause().orElseThrow()).contains("does not exist");
    assertThat(calls.call("ListActivities").get("activities")).isEmpty();
    assertRefused(
        "ActivityDoesNotExist: Activity Does Not Exist: '" + DESK + "'",
        () -> calls.call("DescribeActivity", "activityArn", DESK));
    env.advance(Duration.ofSeconds(5));
    calls.call("CreateActivity", "name", "desk");
    assertThat(calls.call("DescribeActivity", "activityArn", DESK).get("creationDate").textValue())
        .isEqualTo(env.now().toString());
  }
}
