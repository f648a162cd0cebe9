package io.stepunit.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.internal.json.Json;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks that read or write several items. */
class BatchesAndTransactionsTest {
  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final Calls calls = new Calls(env);
  private final Table accounts = env.table("Accounts").key("Id");
  private final Table transfers = env.table("Transfers").key("Id");

  @BeforeEach
  void kim_has_10_and_lee_has_0() {
    accounts.put(Map.of("Id", "kim", "Balance", 10));
    accounts.put(Map.of("Id", "lee", "Balance", 0));
  }

  private static String transfer(String id, int amount) {
    return """
        {"TransactItems": [
          {"Put": {"TableName": "Transfers", "Item": {"Id": {"S": "%1$s"}},
            "ConditionExpression": "attribute_not_exists(Id)"}},
          {"Update": {"TableName": "Accounts", "Key": {"Id": {"S": "kim"}},
            "UpdateExpression": "SET Balance = Balance - :a", "ConditionExpression": "Balance >= :a",
            "ExpressionAttributeValues": {":a": {"N": "%2$s"}}}},
          {"Update": {"TableName": "Accounts", "Key": {"Id": {"S": "lee"}},
            "UpdateExpression": "SET Balance = Balance + :a",
            "ExpressionAttributeValues": {":a": {"N": "%2$s"}}}}
        ]}
        """
        .formatted(id, amount);
  }

  private int balance(String id) {
    return accounts.item(id).at("$.Balance").orElseThrow().asInt();
  }

  @Test
  void a_transaction_writes_all() {
    JsonNode answer = calls.answer("transactWriteItems", transfer("t-1", 7));

    assertThat(answer).isEqualTo(Json.parse("{}"));
    assertThat(balance("kim")).isEqualTo(3);
    assertThat(balance("lee")).isEqualTo(7);
    assertThat(transfers.items()).hasSize(1);
  }

  @Test
  void a_transaction_whose_condition_does_not_hold_writes_nothing() {
    String refusal = calls.refusal("transactWriteItems", transfer("t-1", 11));

    assertThat(refusal)
        .isEqualTo(
            "DynamoDb.TransactionCanceledException: Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed, None]");
    assertThat(balance("kim")).isEqualTo(10);
    assertThat(transfers.items()).isEmpty();
  }

  @Test
  void a_transaction_with_a_write_that_its_item_does_not_allow_writes_nothing() {
    accounts.delete("lee");

    assertThat(calls.refusal("transactWriteItems", transfer("t-1", 5)))
        .endsWith("for specific reasons [None, None, ValidationError]");
    assertThat(balance("kim")).isEqualTo(10);
  }

  @Test
  void a_transaction_checks_items_and_deletes() {
    String request =
        """
        {"TransactItems": [
          {"ConditionCheck": {"TableName": "Accounts", "Key": {"Id": {"S": "kim"}},
            "ConditionExpression": "attribute_exists(Id)"}},
          {"Delete": {"TableName": "Accounts", "Key": {"Id": {"S": "lee"}}}}
        ]}
        """;

    calls.answer("transactWriteItems", request);

    assertThat(accounts.items()).hasSize(1);
    accounts.delete("kim");
    assertThat(calls.refusal("transactWriteItems", request))
        .endsWith("[ConditionalCheckFailed, None]");
  }

  @Test
  void a_transaction_that_is_sent_twice_with_its_token_is_done_once() {
    String request =
        transfer("t-1", 5).replaceFirst("\\{", "{\"ClientRequestToken\": \"token-1\", ");

    calls.answer("transactWriteItems", request);
    calls.answer("transactWriteItems", request);
    String other = calls.refusal("transactWriteItems", request.replace("t-1", "t-2"));
    env.advance(Duration.ofMinutes(10));
    String late = calls.refusal("transactWriteItems", request);

    assertThat(balance("kim")).isEqualTo(5);
    assertThat(other).startsWith("DynamoDb.IdempotentParameterMismatchException: ");
    assertThat(late).endsWith("[ConditionalCheckFailed, None, None]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"Delete": {"TableName": "Accounts", "Key": {"Id": {"S": "a"}}}}, {"Delete": {"TableName": "Accounts", "Key": {"Id": {"S": "a"}}}} | Transaction request cannot include multiple operations on one item
          {"Delete": {"TableName": "Accounts", "Key": {"Id": {"S": "a"}}}, "Put": {"TableName": "Accounts", "Item": {"Id": {"S": "a"}}}} | TransactItems can only contain one of Check, Put, Update or Delete
          {"Delete": {"TableName": "Accounts", "Key": {"Id": {"S": "a"}}, "ConditionExpression": "Name = Name"}} | Invalid ConditionExpression: Attribute name is a reserved keyword; reserved keyword: Name
          """)
  void a_transaction_that_makes_no_sense_is_refused(String items, String reason) {
    String refusal = calls.refusal("transactWriteItems", "{\"TransactItems\": [" + items + "]}");

    assertThat(refusal).isEqualTo("DynamoDb.DynamoDbException: " + reason);
  }

  @Test
  void a_transaction_reads_items_in_the_order_of_its_request() {
    JsonNode answer =
        calls.answer(
            "transactGetItems",
            """
            {"ReturnConsumedCapacity": "TOTAL", "TransactItems": [
              {"Get": {"TableName": "Accounts", "Key": {"Id": {"S": "lee"}}, "ProjectionExpression": "Balance"}},
              {"Get": {"TableName": "Transfers", "Key": {"Id": {"S": "t-1"}}}}
            ]}
            """);

    assertThat(answer)
        .isEqualTo(
            Json.parse(
                """
                {"ConsumedCapacity":[
                   {"CapacityUnits":2.0,"TableName":"Accounts"},
                   {"CapacityUnits":2.0,"TableName":"Transfers"}],
                 "Responses":[{"Item":{"Balance":{"N":"0"}}},{}]}
                """));
  }

  @Test
  void a_batch_reads_what_is_there() {
    JsonNode answer =
        calls.answer(
            "batchGetItem",
            """
            {"RequestItems": {
              "Accounts": {"Keys": [{"Id": {"S": "kim"}}, {"Id": {"S": "lee"}}, {"Id": {"S": "max"}}],
                "ProjectionExpression": "#i", "ExpressionAttributeNames": {"#i": "Id"}},
              "Transfers": {"Keys": [{"Id": {"S": "t-1"}}]}
            }}
            """);

    assertThat(answer.get("UnprocessedKeys")).isEqualTo(Json.parse("{}"));
    assertThat(answer.at("/Responses/Transfers")).isEqualTo(Json.parse("[]"));
    assertThat(answer.at("/Responses/Accounts"))
        .containsExactlyInAnyOrder(
            Json.parse("{\"Id\":{\"S\":\"kim\"}}"), Json.parse("{\"Id\":{\"S\":\"lee\"}}"));
  }

  @Test
  void a_batch_leaves_out_keys_beyond_16_MB() {
    String text = "x".repeat(400_000);
    IntStream.range(0, 50).forEach(i -> transfers.put(Map.of("Id", "t-" + i, "Text1", text)));
    String keys =
        IntStream.range(0, 50)
            .mapToObj(i -> "{\"Id\": {\"S\": \"t-" + i + "\"}}")
            .collect(Collectors.joining(","));

    JsonNode answer =
        calls.answer(
            "batchGetItem",
            "{\"RequestItems\": {\"Transfers\": {\"ProjectionExpression\": \"Id\", \"Keys\": ["
                + keys
                + "]}}}");

    assertThat(answer.at("/Responses/Transfers")).hasSize(41);
    assertThat(answer.at("/UnprocessedKeys/Transfers/Keys")).hasSize(9);
    assertThat(answer.at("/UnprocessedKeys/Transfers/ProjectionExpression").asText())
        .isEqualTo("Id");
  }

  @Test
  void a_batch_writes_and_deletes() {
    JsonNode answer =
        calls.answer(
            "batchWriteItem",
            """
            {"ReturnConsumedCapacity": "TOTAL", "RequestItems": {
              "Accounts": [{"PutRequest": {"Item": {"Id": {"S": "max"}}}},
                {"DeleteRequest": {"Key": {"Id": {"S": "kim"}}}}],
              "Transfers": [{"PutRequest": {"Item": {"Id": {"S": "t-1"}}}}]
            }}
            """);

    assertThat(answer)
        .isEqualTo(
            Json.parse(
                """
                {"ConsumedCapacity":[
                   {"CapacityUnits":2.0,"TableName":"Accounts"},
                   {"CapacityUnits":1.0,"TableName":"Transfers"}],
                 "UnprocessedItems":{}}
                """));
    assertThat(accounts.find("kim")).isEmpty();
    assertThat(accounts.items()).hasSize(2);
    assertThat(transfers.items()).hasSize(1);
  }

  @Test
  void a_batch_that_is_too_large_or_names_an_item_twice_writes_nothing() {
    String puts =
        IntStream.range(0, 26)
            .mapToObj(i -> "{\"PutRequest\": {\"Item\": {\"Id\": {\"S\": \"" + i + "\"}}}}")
            .collect(Collectors.joining(","));
    String twice =
        "{\"PutRequest\": {\"Item\": {\"Id\": {\"S\": \"a\"}}}}, {\"DeleteRequest\": {\"Key\": {\"Id\": {\"S\": \"a\"}}}}";
    String request = "{\"RequestItems\": {\"Transfers\": [%s]}}";

    assertThat(calls.refusal("batchWriteItem", request.formatted(puts)))
        .endsWith(": Too many items requested for the BatchWriteItem call");
    assertThat(calls.refusal("batchWriteItem", request.formatted(twice)))
        .endsWith(": Provided list of item keys contains duplicates");
    assertThat(transfers.items()).isEmpty();
  }
}
