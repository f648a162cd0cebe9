package com.example.published;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.MapRun;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TaskFailure;
import io.stepunit.TestStateMachine;
import io.stepunit.mock.SentMessage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A Distributed Map over the objects of a bucket, in batches of ten; for each batch a Distributed
 * Map over its ten; in that an inline Map that reads, changes and publishes each object.
 */
class NestedBucketMapTest {
  private static final String OUTER = "S3 Distributed Map State Machine";
  private static final String INNER = "ProcessObjects";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final TestStateMachine machine =
      PublishedWorkflow.of(
              "bucket",
              "sfn-collection/s3-bucket-nested-distributed-map__statemachine__statemachine")
          .in(env);

  @BeforeEach
  void objects_can_be_read_and_published() {
    machine
        .mock("GetObjectFromBucket")
        .answers(
            call -> {
              String key = call.inputAt("$.Key").asText();
              return env.bucket("bucket")
                  .find(key)
                  .map(object -> Map.of("Body", object.text()))
                  .orElseThrow(() -> new TaskFailure("S3.NoSuchKeyException", key));
            })
        .lenient();
    machine.mockService("sns").capturedBy(env.outbox()).lenient();
  }

  @AfterEach
  void every_mock_was_used() {
    env.verifyMocksUsed();
  }

  @Test
  void each_object_is_published_with_the_new_field() {
    objects(25);

    Execution run = machine.run("{}");

    assertThat(run).isSucceeded().hasPath(OUTER, "Fail", "End").hasOutput("{}");
    assertThat(published())
        .allSatisfy(message -> assertThat(message.path("NewField").asText()).isEqualTo("MyValue"))
        .extracting(message -> message.path("number").asInt())
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 25).boxed().toList());
  }

  @Test
  void the_objects_come_in_batches_of_ten_and_each_batch_has_a_map_run_of_its_own() {
    objects(25);

    MapRun outer = machine.run("{}").mapRuns().get(0);

    assertThat(outer.items().succeeded()).isEqualTo(25);
    assertThat(outer.executions().succeeded()).isEqualTo(3);
    assertThat(outer.children())
        .allSatisfy(batch -> assertThat(batch).isSucceeded().hasPath(INNER))
        .extracting(batch -> batch.mapRuns().get(0).items().succeeded())
        .containsExactly(10, 10, 5);
    assertThat(outer.child(2).mapRuns().get(0).child(0))
        .isSucceeded()
        .visited("GetObjectFromBucket", 5);
  }

  @Test
  void objects_that_fail_are_tolerated_and_the_rest_of_their_batch_is_lost() {
    objects(25);
    env.bucket("bucket").put("012.json", "no JSON");

    Execution run = machine.run("{}");

    assertThat(run).isSucceeded();
    MapRun inner = run.mapRuns().get(0).child(1).mapRuns().get(0);
    assertThat(inner.executions().failed()).isOne();
    assertThat(inner.items().failed()).isEqualTo(10);
    assertThat(inner.failedChildren())
        .singleElement()
        .satisfies(
            child ->
                assertThat(child).isFailed().hasError("States.Runtime").visited("TransformItem"));
    assertThat(run.mapRuns().get(0).items().failed()).isZero();
    assertThat(env.outbox().sent("sns"))
        .extracting(NestedBucketMapTest::number)
        .doesNotContain(12)
        .contains(0, 9, 20, 24);
  }

  @Test
  void an_empty_bucket_has_nothing_to_publish() {
    env.bucket("bucket");

    Execution run = machine.run("{}");

    assertThat(run).isSucceeded();
    assertThat(run.mapRuns().get(0).items().total()).isZero();
    assertThat(published()).isEmpty();
  }

  @Test
  void a_bucket_that_can_not_be_listed_is_caught() {
    env.bucket("bucket").deniesAccess();

    assertThat(machine.run("{}"))
        .isSucceeded()
        .hasPath(OUTER, "Fail", "End")
        .state(OUTER, map -> map.wasCaught("States.ItemReaderFailed"));
  }

  private void objects(int count) {
    for (int number = 0; number < count; number++) {
      env.bucket("bucket").put("%03d.json".formatted(number), "{\"number\": %s}".formatted(number));
    }
  }

  private List<JsonNode> published() {
    return env.outbox().sent("sns").stream().map(SentMessage::message).toList();
  }

  private static int number(SentMessage sent) {
    return sent.message().path("number").asInt();
  }
}
