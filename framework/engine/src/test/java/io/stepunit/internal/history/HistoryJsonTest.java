package io.stepunit.internal.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.history.HistoryEvent;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryJsonTest {
  @Test
  void prints_a_history_as_the_cli_does() {
    ExecutionRecord run =
        HistoryScript.run(
            """
            0    ExecutionStarted       -       {"id":7}
            0.25 PassStateEntered       Count   {"id":7}  <-0
            0.25 PassStateExited        Count   [1, 2]
            0.25 ExecutionSucceeded     -       "done"
            """);

    assertThat(HistoryJson.text(run.events()))
        .isEqualTo(
            """
            {
                "events": [
                    {
                        "timestamp": "2026-01-01T00:00:00+00:00",
                        "type": "ExecutionStarted",
                        "id": 1,
                        "previousEventId": 0,
                        "executionStartedEventDetails": {
                            "input": "{\\"id\\":7}",
                            "inputDetails": {
                                "truncated": false
                            },
                            "roleArn": "arn:aws:iam::123456789012:role/order"
                        }
                    },
                    {
                        "timestamp": "2026-01-01T00:00:00.250000+00:00",
                        "type": "PassStateEntered",
                        "id": 2,
                        "previousEventId": 0,
                        "stateEnteredEventDetails": {
                            "name": "Count",
                            "input": "{\\"id\\":7}",
                            "inputDetails": {
                                "truncated": false
                            }
                        }
                    },
                    {
                        "timestamp": "2026-01-01T00:00:00.250000+00:00",
                        "type": "PassStateExited",
                        "id": 3,
                        "previousEventId": 2,
                        "stateExitedEventDetails": {
                            "name": "Count",
                            "output": "[1,2]",
                            "outputDetails": {
                                "truncated": false
                            },
                            "assignedVariables": {
                                "count": "[1,2]"
                            },
                            "assignedVariablesDetails": {
                                "truncated": false
                            }
                        }
                    },
                    {
                        "timestamp": "2026-01-01T00:00:00.250000+00:00",
                        "type": "ExecutionSucceeded",
                        "id": 4,
                        "previousEventId": 3,
                        "executionSucceededEventDetails": {
                            "output": "\\"done\\"",
                            "outputDetails": {
                                "truncated": false
                            }
                        }
                    }
                ]
            }
            """);
  }

  @Test
  void shows_the_details_of_a_service_task() {
    ExecutionRecord run =
        HistoryScript.run(
            """
            0 ExecutionStarted  -      {}
            0 TaskStateEntered  Notify {}  <-0
            0 TaskScheduled     Notify {"QueueUrl":"q"}
            0 TaskStarted       Notify
            0 TaskFailed        Notify Sqs.Busy try later
            0 TaskScheduled     Notify {"QueueUrl":"q"}
            0 TaskSucceeded     Notify {"MessageId":"1"}
            """);

    JsonNode events = HistoryJson.tree(run.events()).get("events");

    assertThat(events.get(2).get("taskScheduledEventDetails"))
        .hasToString(
            """
            {"resourceType":"sqs","resource":"sendMessage.waitForTaskToken","region":"us-east-1",\
            "parameters":"{\\"QueueUrl\\":\\"q\\"}","heartbeatInSeconds":3600}\
            """);
    assertThat(events.get(3).get("taskStartedEventDetails"))
        .hasToString(
            """
            {"resourceType":"sqs","resource":"sendMessage.waitForTaskToken"}\
            """);
    assertThat(events.get(4).get("taskFailedEventDetails"))
        .hasToString(
            """
            {"resourceType":"sqs","resource":"sendMessage.waitForTaskToken","error":"Sqs.Busy",\
            "cause":"try later"}\
            """);
    assertThat(events.get(6).get("taskSucceededEventDetails"))
        .hasToString(
            """
            {"resourceType":"sqs","resource":"sendMessage.waitForTaskToken",\
            "output":"{\\"MessageId\\":\\"1\\"}","outputDetails":{"truncated":false}}\
            """);
  }

  @Test
  void shows_timeouts_and_credentials_where_a_task_has_them() {
    JsonNode lambda =
        details(
            EventType.LAMBDA_FUNCTION_SCHEDULED,
            new EventDetails.LambdaFunctionScheduled("arn:f", number(1), 30L, "arn:role"));
    JsonNode activity =
        details(
            EventType.ACTIVITY_SCHEDULED,
            new EventDetails.ActivityScheduled("arn:a", number(1), 30L, 10L));
    JsonNode worker = details(EventType.ACTIVITY_STARTED, new EventDetails.ActivityStarted("w1"));

    assertThat(lambda)
        .hasToString(
            """
            {"resource":"arn:f","input":"1","inputDetails":{"truncated":false},\
            "timeoutInSeconds":30,"taskCredentials":{"roleArn":"arn:role"}}\
            """);
    assertThat(activity)
        .hasToString(
            """
            {"resource":"arn:a","input":"1","inputDetails":{"truncated":false},\
            "timeoutInSeconds":30,"heartbeatInSeconds":10}\
            """);
    assertThat(worker).hasToString("{\"workerName\":\"w1\"}");
  }

  @Test
  void shows_map_and_evaluation_details() {
    assertThat(details(EventType.MAP_STATE_STARTED, new EventDetails.MapStateStarted(3)))
        .hasToString("{\"length\":3}");
    assertThat(details(EventType.MAP_ITERATION_ABORTED, new EventDetails.MapIteration("Lines", 2)))
        .hasToString("{\"name\":\"Lines\",\"index\":2}");
    assertThat(
            details(
                EventType.EVALUATION_FAILED,
                new EventDetails.EvaluationFailed("A", "E", "why", null)))
        .hasToString("{\"error\":\"E\",\"cause\":\"why\",\"state\":\"A\"}");
  }

  @Test
  void an_abort_without_error_keeps_its_empty_details_and_a_type_without_details_has_no_field() {
    assertThat(details(EventType.EXECUTION_ABORTED, new EventDetails.Failure(null, null)))
        .hasToString("{}");
    HistoryEvent event = event(EventType.TASK_STATE_ABORTED, EventDetails.None.INSTANCE);
    assertThat(HistoryJson.tree(event).fieldNames())
        .toIterable()
        .containsExactly("timestamp", "type", "id", "previousEventId");
  }

  @Test
  void escapes_text_as_the_cli_does() {
    String cause = "tab\t quote\" back\\ nl\n cr\r bell\u0007 unit\u001f ü 😀 \u007f";
    HistoryEvent event = event(EventType.EXECUTION_FAILED, new EventDetails.Failure(null, cause));

    String text = HistoryJson.text(List.of(event));

    assertThat(text)
        .contains(
            "\"cause\": \"tab\\t quote\\\" back\\\\ nl\\n"
                + " cr\\r"
                + " bell\\u0007 unit\\u001f ü 😀 \u007f\"");
    assertThat(HistoryJson.read(text).at("/events/0/executionFailedEventDetails/cause").asText())
        .isEqualTo(cause);
  }

  @Test
  void reads_what_it_writes_and_a_bare_array() {
    ExecutionRecord run = HistoryScript.run("0 ExecutionStarted - {}");
    JsonNode tree = HistoryJson.tree(run.events());

    assertThat(HistoryJson.read(HistoryJson.text(run.events()))).hasToString(tree.toString());
    assertThat(HistoryJson.read(tree.get("events").toString())).hasToString(tree.toString());
  }

  @Test
  void says_what_is_wrong_with_a_file_that_is_no_history() {
    assertThatThrownBy(() -> HistoryJson.read("{\"executions\": []}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "This is not an execution history: expected an object with the array 'events', as `aws"
                + " stepfunctions get-execution-history` prints it, but found an object with the"
                + " fields [executions]");
    assertThatThrownBy(() -> HistoryJson.read("3")).hasMessageEndingWith("found a JSON number");
    assertThatThrownBy(() -> HistoryJson.read("[{\"type\":\"TaskScheduled\",\"id\":\"1\"}]"))
        .hasMessage(
            "This is not an execution history: the event at '/0' needs the field 'id' with a whole"
                + " number");
    assertThatThrownBy(() -> HistoryJson.read("{\"events\":[{}]}"))
        .hasMessageContaining("the event at '/events/0' needs the field 'type'");
    assertThatThrownBy(() -> HistoryJson.read("{")).isInstanceOf(JsonTextException.class);
  }

  @Test
  void every_type_with_a_details_field_names_it_as_the_service_does() {
    Map<EventType, String> shared =
        Map.of(
            EventType.MAP_STATE_ENTERED, "stateEnteredEventDetails",
            EventType.WAIT_STATE_EXITED, "stateExitedEventDetails");

    shared.forEach((type, field) -> assertThat(type.detailsField()).isEqualTo(field));
    assertThat(EventType.values())
        .hasSize(62)
        .filteredOn(type -> !type.detailsField().isEmpty())
        .filteredOn(type -> !type.detailsField().startsWith("state"))
        .allSatisfy(
            type ->
                assertThat(type.detailsField())
                    .isEqualToIgnoringCase(type.awsName() + "EventDetails"));
  }

  private static JsonNode details(EventType type, EventDetails details) {
    return HistoryJson.tree(event(type, details)).get(type.detailsField());
  }

  private static HistoryEvent event(EventType type, EventDetails details) {
    return new EventRecord(1, 0, Instant.parse("2026-01-01T00:00:00Z"), type, details, null);
  }

  private static JsonNode number(int value) {
    return Json.parse(String.valueOf(value));
  }
}
