package com.example.published;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.stepunit.Execution;
import io.stepunit.MapRun;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.table.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A Distributed Map over the locations of a table; each location with data starts a child, whose
 * own child reads page by page. Both children answer by the task token that their parent hands on.
 */
class StreamAggregatorTest {
  private static final String SOURCE = "sfn-collection/distributed-data-stream-aggregator__";
  private static final Map<String, Object> TASK =
      Map.of("task_id", "t-1", "task_sort_key", "2026-01-01");

  /** The authors did not publish the child of the child: this one answers as they expect it. */
  private static final String READER =
      """
      {
        "QueryLanguage": "JSONata",
        "StartAt": "Read page",
        "States": {
          "Read page": {
            "Type": "Task",
            "Resource": "arn:aws:states:::lambda:invoke",
            "Arguments": {"FunctionName": "reader", "Payload": "{% $states.input %}"},
            "Assign": {"token": "{% $states.input.childTaskToken %}"},
            "Output": "{% $states.result.Payload %}",
            "Next": "Answer"
          },
          "Answer": {
            "Type": "Task",
            "Resource": "arn:aws:states:::aws-sdk:sfn:sendTaskSuccess",
            "Arguments": {"TaskToken": "{% $token %}", "Output": "{% $string($states.input) %}"},
            "End": true
          }
        }
      }
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final TestStateMachine aggregator =
      PublishedWorkflow.of("aggregator", SOURCE + "statemachine__statemachine").in(env);
  private final TestStateMachine extraction =
      PublishedWorkflow.of("extraction", SOURCE + "statemachine__data-extraction-child")
          .in(env)
          .boundTo("child1");
  private final TestStateMachine reader = env.define("reader", READER).boundTo("child2");
  private final Table locations = env.table("locations").key("task_id").sortKey("location_id");

  @BeforeEach
  void three_locations_of_which_two_have_data() {
    for (String city : List.of("berlin", "rome", "oslo")) {
      locations.put(Map.of("task_id", "t-1", "location_id", city));
    }
    locations.put(Map.of("task_id", "t-2", "location_id", "other"));
    aggregator
        .mock("Get location Summary")
        .answers(call -> summary(call.inputAt("$.ApiEndpoint").asText().contains("rome") ? 0 : 3))
        .lenient();
    aggregator.mock("Update DynamoDb").returns("{}").lenient();
    aggregator.mock("Combine Part Files").returns(Map.of("JobRunId", "jr-1")).lenient();
    aggregator.mock("Has Job Finish").returns(job("SUCCEEDED")).lenient();
    reader.mock("Read page").returnsPayload(page(2, 2, "a,1", "b,2")).lenient();
    extraction.mockService("s3").capturedBy(env.outbox()).lenient();
  }

  @AfterEach
  void verify_mocks() {
    env.verifyMocksUsed();
  }

  @Test
  void the_parts_of_all_locations_with_data_are_combined() {
    Execution run = aggregator.run(TASK);

    assertThat(run)
        .isSucceeded()
        .hasOutput(Map.of("outputFileName", "accumulate-1767225600000-file.csv"))
        .hasCallInputsAt("Combine Part Files", "$.Arguments['--task_id']", "t-1")
        .hasDuration(ofSeconds(30));
    MapRun locations = run.mapRuns().get(0);
    assertThat(locations.stateMachineArn()).endsWith(":aggregator/IterateContainers");
    assertThat(locations.items().succeeded()).isEqualTo(3);
    assertThat(locations.maxConcurrency()).isEqualTo(5);
    assertThat(locations.children())
        .extracting(Execution::path)
        .containsExactly(
            List.of("Get location Summary", "Has Data", "Extract Data", "Do Nothing"),
            List.of("Get location Summary", "Has Data", "Extract Data", "Do Nothing"),
            List.of("Get location Summary", "Has Data", "Do Nothing"));
    assertThat(extraction.executions()).hasSize(2);
    assertThat(reader.executions()).hasSize(4);
    assertThat(env.outbox().sent("s3")).hasSize(4);
  }

  @Test
  void a_child_of_the_map_run_is_what_starts_the_extraction() {
    Execution run = aggregator.run(TASK);

    MapRun locations = run.mapRuns().get(0);
    assertThat(extraction.executions().get(0))
        .isStartedBy(locations.child(0))
        .isSucceeded()
        .visited("Get data type", 2);
    assertThat(reader.executions().get(0)).isStartedBy(extraction.executions().get(0));
    assertThat(locations.child(0))
        .state(
            "Extract Data",
            extract ->
                extract
                    .hasTaskInputAt("$.Input.locationId", "berlin")
                    .hasTaskInputAt("$.Input.taskId", "t-1")
                    .hasOutput(Map.of("status", " complete")));
  }

  @Test
  void a_location_with_many_rows_is_read_page_by_page() {
    reader
        .mock("Read page")
        .answers(
            call ->
                lambda(
                    call.inputAt("$.Payload.offset").asInt() < 800
                        ? page(400, call.inputAt("$.Payload.offset").asInt() + 400, "a,1")
                        : page(7, 807, "z,9")));

    assertThat(aggregator.run(TASK)).isSucceeded();

    assertThat(reader.executions()).hasSize(2 * 2 * 3);
    assertThat(extraction.executions().get(0))
        .visited("Get Data", 6)
        .visited("Check pagination", 6)
        .hasCallInputsAt("Get Data", "$.Input.offset", 0, 0, 400, 400, 800, 800);
  }

  @Test
  void a_page_without_rows_ends_the_reading() {
    reader.mock("Read page").returnsPayload(page(0, 0));

    assertThat(aggregator.run(TASK)).isSucceeded();

    assertThat(extraction.executions())
        .allSatisfy(run -> assertThat(run).visited("No data found", 2).neverVisited("PutObject"));
  }

  @Test
  void the_job_is_asked_for_until_it_is_done() {
    aggregator
        .mock("Has Job Finish")
        .returns(job("RUNNING"))
        .times(3)
        .thenReturns(job("SUCCEEDED"));

    assertThat(aggregator.run(TASK))
        .isSucceeded()
        .hasCallInputsAt("Has Job Finish", "$.RunId", "jr-1", "jr-1", "jr-1", "jr-1")
        .hasDuration(ofMinutes(2));
  }

  @Test
  void a_job_that_fails_ends_the_execution() {
    aggregator.mock("Has Job Finish").returns(job("FAILED"));

    assertThat(aggregator.run(TASK)).isFailed().hasNoError().neverVisited("Update DynamoDb");
  }

  @Test
  void a_busy_endpoint_is_asked_again_and_one_that_is_down_ends_the_execution() {
    aggregator
        .mock("Get location Summary")
        .whenInput("$.ApiEndpoint", "api_endpointrome/get-summary")
        .fails("States.Http.StatusCode.503");

    Execution run = aggregator.run(TASK);

    assertThat(run).isFailed().hasError("States.ExceedToleratedFailureThreshold");
    assertThat(run.mapRuns().get(0).failedChildren())
        .singleElement()
        .satisfies(
            child ->
                assertThat(child)
                    .hasError("States.Http.StatusCode.503")
                    .state("Get location Summary", get -> get.hasAttempts(4)));
  }

  @Test
  void the_table_refuses_the_update_for_the_name_that_it_does_not_use() {
    Table tasks = env.table("task_table").key("task_id").sortKey("created_at");
    aggregator.mock("Update DynamoDb").handledBy(tasks);

    assertThat(aggregator.run(TASK))
        .isFailed()
        .hasError("DynamoDB.AmazonDynamoDBException")
        .hasCauseContaining("#CsvUrl");
  }

  private static Map<String, Object> summary(int failed) {
    return Map.of(
        "StatusCode",
        200,
        "ResponseBody",
        Map.of("states", Map.of("failed", failed, "rejected", "0")));
  }

  private static Map<String, Object> page(int count, int offset, String... rows) {
    return Map.of("resultCount", count, "offset", offset, "csvContent", List.of(rows));
  }

  private static Map<String, Object> lambda(Map<String, Object> payload) {
    return Map.of("StatusCode", 200, "ExecutedVersion", "$LATEST", "Payload", payload);
  }

  private static Map<String, Object> job(String state) {
    return Map.of("JobRun", Map.of("Id", "jr-1", "JobRunState", state));
  }
}
