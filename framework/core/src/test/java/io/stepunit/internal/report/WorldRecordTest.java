package io.stepunit.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorldRecordTest {
  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private ObjectNode record() {
    return WorldRecord.of(new RecordedTest(new TestId("test", "k"), false, List.of()), List.of(env))
        .orElseThrow();
  }

  private TestStateMachine charging(String name) {
    return env.define(
        name,
        """
        {
          "StartAt": "Charge",
          "States": {
            "Charge": {
              "Type": "Task",
              "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
              "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 1}],
              "End": true
            }
          }
        }
        """);
  }

  @Test
  void without_an_execution_there_is_no_world() {
    assertThat(
            WorldRecord.of(
                new RecordedTest(new TestId("test", "k"), false, List.of()), List.of(env)))
        .isEmpty();
  }

  @Test
  void work_that_was_done_before_is_marked() {
    TestStateMachine order = charging("order");
    order.mock("Charge").returns(Map.of());
    order.run(Map.of("id", 7));
    order.run(Map.of("id", 8));
    order.run(Map.of("id", 7));

    assertThat(record().get("effects"))
        .extracting(effect -> effect.path("repeats").asInt())
        .containsExactly(0, 0, 1);
  }

  @Test
  void a_call_that_failed_has_not_been_done() {
    TestStateMachine order = charging("order");
    order.mock("Charge").fails("Busy").then().returns(Map.of());
    order.run(Map.of("id", 7));

    assertThat(record().get("effects"))
        .extracting(effect -> effect.get("outcome").asText() + effect.path("repeats").asText())
        .containsExactly("FAILED", "HAPPENED");
  }

  @Test
  void great_inputs_are_cut_and_their_size_is_told() {
    TestStateMachine order = charging("order");
    order.mock("Charge").returns(Map.of());
    order.run(Map.of("text", "é".repeat(20_000)));

    assertThat(record().at("/effects/0/input").asText()).hasSizeLessThan(17_000).endsWith("…");
    assertThat(record().at("/effects/0/inputBytes").asInt()).isEqualTo(40_011);
  }

  @Test
  void messages_and_objects_are_told() {
    TestStateMachine order =
        env.define(
            "order",
            """
            {
              "StartAt": "Tell",
              "States": {
                "Tell": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::sqs:sendMessage",
                  "Parameters": {"QueueUrl": "https://sqs/q", "MessageBody": {"id": 7}},
                  "End": true
                }
              }
            }
            """);
    order.mock("Tell").capturedBy(env.outbox());
    env.bucket("reports").put("a.json", "{\"ok\":true}").put("b.bin", new byte[] {(byte) 0xFF});
    order.run(Map.of());

    ObjectNode record = record();

    assertThat(record.at("/outboxes/0/messages/0/service").asText()).isEqualTo("sqs");
    assertThat(record.at("/outboxes/0/messages/0/message")).hasToString("{\"id\":7}");
    assertThat(record.at("/buckets/0/name").asText()).isEqualTo("reports");
    assertThat(record.at("/buckets/0/objects/0/text").asText()).isEqualTo("{\"ok\":true}");
    assertThat(record.at("/buckets/0/objects/1/size").asInt()).isEqualTo(1);
    assertThat(record.at("/buckets/0/objects/1").has("text")).isFalse();
  }

  @Test
  void a_map_run_is_told_with_its_counts_and_its_failed_children_first() {
    TestStateMachine order =
        env.define(
            "order",
            """
            {
              "StartAt": "Lines",
              "States": {
                "Lines": {
                  "Type": "Map",
                  "ToleratedFailureCount": 5,
                  "ItemProcessor": {
                    "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                    "StartAt": "Charge",
                    "States": {
                      "Charge": {
                        "Type": "Task",
                        "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
                        "End": true
                      }
                    }
                  },
                  "End": true
                }
              }
            }
            """);
    order.mock("Charge").returns(Map.of()).then().fails("Busy").then().returns(Map.of());
    order.run(List.of(1, 2, 3));

    ObjectNode record = record();

    assertThat(record.at("/executions/0/mapRuns/0/items/succeeded").asInt()).isEqualTo(2);
    assertThat(record.at("/executions/0/mapRuns/0/items/failed").asInt()).isEqualTo(1);
    assertThat(record.at("/executions/0/mapRuns/0/children"))
        .extracting(child -> child.get("status").asText())
        .containsExactly("FAILED", "SUCCEEDED", "SUCCEEDED");
  }

  @Test
  void of_very_many_calls_the_first_are_told_and_how_many_there_are_more() {
    TestStateMachine order = charging("order");
    order.mock("Charge").returns(Map.of());
    Collections.nCopies(1_003, Map.of("id", 7)).forEach(order::run);

    ObjectNode record = record();

    assertThat(record.get("effects")).hasSize(1_000);
    assertThat(record.at("/leftOut/effects").asInt()).isEqualTo(3);
  }
}
