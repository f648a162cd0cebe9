package io.stepunit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.json.Json;
import io.stepunit.mock.UnmockedTaskError;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables as tests declare, fill and read them, and how they come among mocks and faults. */
class TableTest {
  private static final String TAKE_LOCK =
      """
      {
        "QueryLanguage": "JSONata",
        "StartAt": "TakeLock",
        "States": {
          "TakeLock": {
            "Type": "Task",
            "Resource": "arn:aws:states:::dynamodb:putItem",
            "Arguments": {
              "TableName": "Locks",
              "Item": {"Id": {"S": "{% $states.input.id %}"}},
              "ConditionExpression": "attribute_not_exists(Id)"
            },
            "Retry": [{"ErrorEquals": ["DynamoDB.ThrottlingException"], "IntervalSeconds": 1}],
            "End": true
          }
        }
      }
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private TestStateMachine machine() {
    return env.define("locker", TAKE_LOCK);
  }

  record Lock(String id, int count) {}

  @Test
  void items_are_put_in_whatever_form_JSON_has() {
    Table locks = env.table("Locks").key("id");

    locks.put(Map.of("id", "map", "count", 1, "tags", List.of("a", "b")));
    locks.put(new Lock("record", 2));
    locks.put("{\"id\": \"text\", \"price\": 1.50, \"none\": null, \"deep\": {\"x\": [true]}}");
    locks.put("{\"id\": {\"S\": \"dynamodb\"}, \"tags\": {\"SS\": [\"b\", \"a\"]}}");

    assertThat(locks.items())
        .extracting(item -> item.json().toString())
        .containsExactly(
            "{\"id\":\"dynamodb\",\"tags\":[\"a\",\"b\"]}",
            "{\"count\":1,\"id\":\"map\",\"tags\":[\"a\",\"b\"]}",
            "{\"count\":2,\"id\":\"record\"}",
            "{\"deep\":{\"x\":[true]},\"id\":\"text\",\"none\":null,\"price\":1.5}");
    assertThat(locks.item("text").dynamoDbJson())
        .isEqualTo(
            Json.parse(
                """
                {"deep":{"M":{"x":{"L":[{"BOOL":true}]}}},"id":{"S":"text"},"none":{"NULL":true},
                 "price":{"N":"1.5"}}
                """));
    assertThat(locks.item("map").at("$.count").map(JsonNode::asInt)).contains(1);
    assertThat(locks.item("map").at("$.gone")).isEmpty();
    assertThat(locks).hasToString("table 'Locks' with 4 items");
  }

  @Test
  void items_are_put_from_a_file(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(folder.resolve("locks.json"), "[{\"id\": \"a\"}, {\"id\": \"b\"}]");

    env.table("Locks").key("id").putFile(file.toString()).putAll(file);

    assertThat(env.table("Locks").items()).hasSize(2);
  }

  @Test
  void items_are_found_by_their_keys() {
    Table orders = env.table("Orders").key("customer").sortKey("number", AttributeType.N);
    orders.putAll(
        List.of(
            Map.of("customer", "lee", "number", 1),
            Map.of("customer", "kim", "number", 10),
            Map.of("customer", "kim", "number", 9)));

    assertThat(orders.items("kim"))
        .extracting(item -> item.json().toString())
        .containsExactly(
            "{\"customer\":\"kim\",\"number\":9}", "{\"customer\":\"kim\",\"number\":10}");
    assertThat(orders.item("kim", 9L).size()).isEqualTo(8 + 3 + 6 + 2);
    assertThat(orders.find("kim", new BigDecimal("10.0"))).isPresent();
    assertThat(orders.find("kim", 11)).isEmpty();
    assertThat(orders.delete("kim", 10).delete("kim", 11).items()).hasSize(2);
    assertThat(orders.clear().items()).isEmpty();
  }

  @Test
  void what_is_not_there_or_does_not_fit_is_told() {
    Table locks = env.table("Locks").key("id");
    locks.put(Map.of("id", "books"));
    Table orders = env.table("Orders").key("customer").sortKey("number", AttributeType.N);

    assertThatThrownBy(() -> locks.item("toys"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The table 'Locks' has no item with the key toys. Its keys: {\"id\":\"books\"}.");
    assertThatThrownBy(() -> locks.item(7))
        .hasMessage("id of the table 'Locks' is of the type S: found 7");
    assertThatThrownBy(() -> locks.item("books", 1))
        .hasMessage("The table 'Locks' has no sort key: its key is id alone.");
    assertThatThrownBy(() -> orders.find("kim"))
        .hasMessage(
            "The table 'Orders' has the sort key number: give its value, too, or ask for items(partitionKey).");
    assertThatThrownBy(() -> locks.put(Map.of("name", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The table 'Locks' refuses the item {\"name\":\"x\"}: One or more parameter values were invalid: Missing the key id in the item");
    assertThatThrownBy(() -> locks.put("[]"))
        .hasMessage("An item of the table 'Locks' is a JSON object: found []");
    assertThatThrownBy(() -> locks.putAll("{}"))
        .hasMessage(
            "The items of the table 'Locks' are no JSON array: found OBJECT. One item is put by put(item).");
    assertThatThrownBy(() -> locks.key("name"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The table 'Locks' has items whose key is id. Name its keys before its items, or clear() it.");
    assertThatThrownBy(() -> env.table("New").put(Map.of("id", "x")))
        .hasMessage("The table 'New' has no key yet. Name it: env.table(\"New\").key(\"id\")");
    assertThatThrownBy(() -> orders.localIndex("ByTotal").key("customer"))
        .hasMessage(
            "The local index 'ByTotal' has the table's partition key. For another one declare a global index, by index(\"ByTotal\").");
    assertThatThrownBy(() -> orders.index("ByTotal"))
        .hasMessage("The index 'ByTotal' of the table 'Orders' is a local one.");
  }

  @Test
  void a_table_that_is_named_again_is_the_same() {
    Table locks = env.table("Locks").key("id").put(Map.of("id", "books"));

    assertThat(env.table("Locks").key("id").items()).hasSize(1);
    assertThat(env.tables()).containsExactly(locks);
  }

  @Test
  void a_Task_whose_table_is_not_there_is_not_answered() {
    TestStateMachine locker = machine();
    Calls calls = new Calls(env);

    assertThatThrownBy(() -> locker.run(Map.of("id", "books")))
        .isInstanceOf(UnmockedTaskError.class)
        .hasMessageContaining(
            """
            It calls DynamoDB for the table 'Locks', which this environment does not have. Let a table in memory answer:
              env.table("Locks").key("id");
            or mock the Task.
            """);
    assertThatThrownBy(
            () ->
                calls.run(
                    "transactGetItems",
                    """
                    {"TransactItems": [
                      {"Get": {"TableName": "B", "Key": {"x": {"S": "1"}, "y": {"N": "1"}}}},
                      {"Get": {"TableName": "A", "Key": {"x": {"B": "1"}}}},
                      {"Get": {"TableName": "A", "Key": {"x": {"B": "2"}}}}
                    ]}
                    """))
        .hasMessageContaining(
            """
            It calls DynamoDB for the tables 'A', 'B', which this environment does not have. Let a table in memory answer:
              env.table("A").key("x", AttributeType.B);
              env.table("B").key("x").sortKey("y", AttributeType.N);
            """);
    env.forgetAnswerErrors();
  }

  @Test
  void what_expressions_have_replaced_is_not_answered() {
    env.table("Locks").key("Id");
    Calls calls = new Calls(env);

    assertThatThrownBy(
            () ->
                calls.run(
                    "putItem",
                    "{\"TableName\": \"Locks\", \"Item\": {\"Id\": {\"S\": \"a\"}}, \"Expected\": {\"Id\": {\"Exists\": false}}}"))
        .isInstanceOf(UnmockedTaskError.class)
        .hasMessageContaining(
            "Tables in memory do not know Expected: expressions have replaced it. Use them, or mock the Task.");
    env.forgetAnswerErrors();
  }

  @Test
  void a_mock_wins_over_a_table() {
    env.table("Locks").key("Id");
    TestStateMachine locker = machine();
    locker.mock("TakeLock").whenInput("$.Item.Id.S", "toys").fails("DynamoDB.Mocked");

    assertThat(locker.run(Map.of("id", "toys")).error()).contains("DynamoDB.Mocked");
    assertThat(locker.run(Map.of("id", "books")).error()).isEmpty();
    assertThat(env.table("Locks").items()).hasSize(1);
  }

  @Test
  void a_mock_hands_later_calls_to_a_table() {
    Table locks = env.table("Locks").key("Id");
    TestStateMachine locker = machine();
    locker
        .mock("TakeLock")
        .fails("DynamoDB.ThrottlingException")
        .times(2)
        .then()
        .handledBy(locks)
        .taking(Duration.ofSeconds(5));

    Execution first = locker.run(Map.of("id", "books"));
    Execution second = locker.run(Map.of("id", "books"));

    assertThat(first.error()).isEmpty();
    assertThat(first.duration()).isEqualTo(Duration.ofSeconds(1 + 2 + 5));
    assertThat(second.error()).contains("DynamoDB.ConditionalCheckFailedException");
  }

  @Test
  void a_table_does_not_answer_by_a_mock_what_is_no_call_of_it() {
    TestStateMachine locker = machine();
    locker.mock("TakeLock").handledBy(env.table("Other").key("id"));

    assertThatThrownBy(() -> locker.run(Map.of("id", "books")))
        .hasMessageContaining("It calls DynamoDB for the table 'Locks'");
    env.forgetAnswerErrors();
  }

  @Test
  void a_reply_that_is_lost_has_written_all_the_same() {
    env.table("Locks").key("Id");
    TestStateMachine locker = machine();
    locker.faults().on("TakeLock").losesReply();

    Execution run = locker.run(Map.of("id", "books"));

    assertThat(run.error()).isPresent();
    assertThat(env.table("Locks").items()).hasSize(1);
    assertThat(env.effects().of("TakeLock").happened()).hasSize(1);
  }

  @Test
  void a_state_that_is_tested_alone_is_answered() {
    env.table("Locks").key("Id");
    TestStateMachine locker = machine();

    locker.state("TakeLock").input(Map.of("id", "books")).test();
    env.state(
            """
            {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "End": true,
             "Parameters": {"TableName": "Locks", "Item": {"Id": {"S": "toys"}}}}
            """)
        .test();

    assertThat(env.table("Locks").items()).hasSize(2);
  }

  @Test
  void exploration_leaves_tables_alone() {
    env.table("Locks").key("Id");
    TestStateMachine locker = machine();

    assertThat(locker.explore().missed()).isEmpty();
    assertThat(env.table("Locks").items()).isEmpty();
  }

  @Test
  void items_are_deleted_when_their_time_has_come() {
    long start = StepFunctionsEnvironment.DEFAULT_START.getEpochSecond();
    Table locks = env.table("Locks").key("id").timeToLive("until");
    Table slow = env.table("Slow").key("id").timeToLive("until", Duration.ofHours(48));
    for (Table table : List.of(locks, slow)) {
      table.put(Map.of("id", "a", "until", start + 60));
      table.put(Map.of("id", "text", "until", "" + (start + 60)));
      table.put(Map.of("id", "none"));
      table.put(Map.of("id", "old", "until", start - Duration.ofDays(6 * 365).toSeconds()));
    }

    env.advance(Duration.ofSeconds(59));
    assertThat(locks.items()).hasSize(4);
    env.advance(Duration.ofSeconds(1));

    assertThat(locks.find("a")).isEmpty();
    assertThat(locks.items()).hasSize(3);
    assertThat(slow.find("a")).isPresent();
    env.advance(Duration.ofHours(48));
    assertThat(slow.find("a")).isEmpty();
    assertThatThrownBy(() -> locks.timeToLive("until", Duration.ofSeconds(-1)))
        .hasMessage("Items are deleted later, not earlier: found PT-1S");
  }

  @Test
  void a_call_takes_the_time_that_its_table_is_told_to_take() {
    Table locks = env.table("Locks").key("Id").taking(Duration.ofSeconds(2));
    TestStateMachine locker = machine();

    Execution first = locker.run(Map.of("id", "books"));
    Execution second = locker.run(Map.of("id", "books"));

    assertThat(first.duration()).isEqualTo(Duration.ofSeconds(2));
    assertThat(second.duration()).isEqualTo(Duration.ofSeconds(2));
    assertThat(second.error()).contains("DynamoDB.ConditionalCheckFailedException");
    assertThatThrownBy(() -> locks.taking(Duration.ofSeconds(-1)))
        .hasMessage("A call takes no negative time: found PT-1S");
  }

  @Test
  void a_table_that_was_dropped_is_not_found_until_it_is_made_again() {
    Table locks = env.table("Locks").key("Id").put(Map.of("Id", "toys"));
    TestStateMachine locker = machine();

    locks.drop();

    Execution run = locker.run(Map.of("id", "books"));
    assertThat(run.error()).contains("DynamoDB.ResourceNotFoundException");
    assertThat(run.cause().orElseThrow())
        .startsWith(
            "Requested resource not found (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: ResourceNotFoundException;");
    locks.key("Id");
    assertThat(locker.run(Map.of("id", "books")).error()).isEmpty();
    assertThat(locks.items()).hasSize(1);
  }

  @Test
  void a_Task_that_waits_for_its_token_has_written_before() {
    env.table("Locks").key("Id");
    TestStateMachine locker =
        env.define(
            "waiter",
            TAKE_LOCK
                .replace(
                    "states:::dynamodb:putItem",
                    "states:::aws-sdk:dynamodb:putItem.waitForTaskToken")
                .replace(
                    "\"Id\": {",
                    "\"Token\": {\"S\": \"{% $states.context.Task.Token %}\"}, \"Id\": {"));

    RunningExecution run = locker.start(Map.of("id", "books")).runUntilParked();

    assertThat(env.table("Locks").item("books").at("$.Token")).isPresent();
    run.token("TakeLock").succeed("{\"by\": \"kim\"}");
    assertThat(run.finish().output().orElseThrow().get("by").asText()).isEqualTo("kim");
  }
}
