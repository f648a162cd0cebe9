package io.stepunit.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks that query and scan a table and its indexes. */
class QueryAndScanTest {
  private static final String OF_KIM =
      "\"KeyConditionExpression\": \"Customer = :c\", \"ExpressionAttributeValues\": {\":c\": {\"S\": \"kim\"}}";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final Calls calls = new Calls(env);
  private final Table orders =
      env.table("Orders").key("Customer").sortKey("OrderNo", AttributeType.N);

  @BeforeEach
  void kim_and_lee_have_orders() {
    orders.index("ByState").key("State1").sortKey("Amount", AttributeType.N);
    orders.index("Numbers").key("State1").keysOnly();
    orders.localIndex("ByAmount").sortKey("Amount", AttributeType.N).including("State1");
    orders.putAll(
        """
        [
          {"Customer": "kim", "OrderNo": 1, "Amount": 30, "State1": "OPEN", "Note": "a"},
          {"Customer": "kim", "OrderNo": 2, "Amount": 10, "State1": "PAID"},
          {"Customer": "kim", "OrderNo": 10, "Amount": 20, "State1": "OPEN"},
          {"Customer": "kim", "OrderNo": 20, "Note": "none"},
          {"Customer": "lee", "OrderNo": 3, "Amount": 25, "State1": "OPEN"}
        ]
        """);
  }

  private JsonNode query(String members) {
    return calls.answer("query", "{\"TableName\": \"Orders\", " + members + "}");
  }

  private static List<Integer> numbers(JsonNode answer) {
    return StreamSupport.stream(answer.get("Items").spliterator(), false)
        .map(item -> item.at("/OrderNo/N").asInt())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OrderNo BETWEEN :a AND :b | 2,10
          OrderNo >= :a AND Customer = :c | 2,10,20
          OrderNo > :a | 10,20
          OrderNo < :b | 1,2
          OrderNo <= :b | 1,2,10
          OrderNo = :b | 10
          (OrderNo = :b) | 10
          """)
  void a_query_finds_the_items_of_a_partition(String condition, String expected) {
    boolean isWhole = condition.contains("Customer");
    JsonNode answer =
        query(
            """
            "KeyConditionExpression": "%s",
            "ExpressionAttributeValues": {":c": {"S": "kim"}%s%s}
            """
                .formatted(
                    isWhole ? condition : "Customer = :c AND " + condition,
                    condition.contains(":a") ? ", \":a\": {\"N\": \"2\"}" : "",
                    condition.contains(":b") ? ", \":b\": {\"N\": \"10\"}" : ""));

    assertThat(numbers(answer)).hasToString("[" + expected.replace(",", ", ") + "]");
    assertThat(answer.get("Count")).isEqualTo(answer.get("ScannedCount"));
  }

  @Test
  void a_query_runs_backwards() {
    JsonNode answer = query(OF_KIM + ", \"ScanIndexForward\": false");

    assertThat(numbers(answer)).containsExactly(20, 10, 2, 1);
  }

  @Test
  void a_query_goes_on_where_its_last_page_ended() {
    JsonNode first = query(OF_KIM + ", \"Limit\": 3");
    JsonNode second =
        query(OF_KIM + ", \"Limit\": 3, \"ExclusiveStartKey\": " + first.get("LastEvaluatedKey"));

    assertThat(numbers(first)).containsExactly(1, 2, 10);
    assertThat(first.get("LastEvaluatedKey"))
        .isEqualTo(Json.parse("{\"Customer\":{\"S\":\"kim\"},\"OrderNo\":{\"N\":\"10\"}}"));
    assertThat(numbers(second)).containsExactly(20);
    assertThat(second.has("LastEvaluatedKey")).isFalse();
  }

  @Test
  void a_page_ends_at_its_limit_even_where_nothing_follows() {
    JsonNode page = query(OF_KIM + ", \"Limit\": 4");

    assertThat(page.get("Count").asInt()).isEqualTo(4);
    assertThat(page.has("LastEvaluatedKey")).isTrue();
  }

  @Test
  void a_page_goes_on_backwards_where_its_item_was_deleted() {
    JsonNode first = query(OF_KIM + ", \"Limit\": 2, \"ScanIndexForward\": false");
    orders.delete("kim", 10);

    JsonNode second =
        query(
            OF_KIM
                + ", \"ScanIndexForward\": false, \"ExclusiveStartKey\": "
                + first.get("LastEvaluatedKey"));

    assertThat(numbers(second)).containsExactly(2, 1);
  }

  @Test
  void a_filter_counts_what_was_read() {
    JsonNode answer =
        query(
            """
            "KeyConditionExpression": "Customer = :c", "FilterExpression": "State1 = :s",
            "ExpressionAttributeValues": {":c": {"S": "kim"}, ":s": {"S": "OPEN"}}, "Limit": 2
            """);

    assertThat(numbers(answer)).containsExactly(1);
    assertThat(answer.get("ScannedCount").asInt()).isEqualTo(2);
    assertThat(answer.at("/LastEvaluatedKey/OrderNo/N").asText()).isEqualTo("2");
  }

  @Test
  void a_count_returns_no_items() {
    JsonNode answer = query(OF_KIM + ", \"Select\": \"COUNT\"");

    assertThat(answer).isEqualTo(Json.parse("{\"Count\":4,\"ScannedCount\":4}"));
  }

  @Test
  void an_index_has_the_items_with_its_keys_in_their_order() {
    String open =
        "\"IndexName\": \"ByState\", \"KeyConditionExpression\": \"State1 = :s\", \"ExpressionAttributeValues\": {\":s\": {\"S\": \"OPEN\"}}";

    JsonNode first = query(open + ", \"Limit\": 2");
    JsonNode second = query(open + ", \"ExclusiveStartKey\": " + first.get("LastEvaluatedKey"));

    assertThat(numbers(first)).containsExactly(10, 3);
    assertThat(first.get("LastEvaluatedKey").fieldNames())
        .toIterable()
        .containsExactly("Amount", "Customer", "OrderNo", "State1");
    assertThat(numbers(second)).containsExactly(1);
    assertThat(second.at("/Items/0/Note/S").asText()).isEqualTo("a");
  }

  @Test
  void an_index_has_the_attributes_that_it_was_told_to_have() {
    JsonNode keys =
        query(
            "\"IndexName\": \"Numbers\", \"KeyConditionExpression\": \"State1 = :s\", \"ExpressionAttributeValues\": {\":s\": {\"S\": \"PAID\"}}");
    JsonNode included = query("\"IndexName\": \"ByAmount\", " + OF_KIM);

    assertThat(keys.get("Items"))
        .isEqualTo(
            Json.parse(
                "[{\"Customer\":{\"S\":\"kim\"},\"OrderNo\":{\"N\":\"2\"},\"State1\":{\"S\":\"PAID\"}}]"));
    assertThat(numbers(included)).containsExactly(2, 10, 1);
    assertThat(included.at("/Items/2").has("Note")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          State1 = :c | Query condition missed key schema element: Customer
          Customer > :c | Query key condition not supported
          Customer = :c AND State1 = :a | Query condition missed key schema element: OrderNo
          Customer = :c OR Amount = :a | Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: OR
          Customer = :c AND NOT Amount = :a | Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: NOT
          Customer = :c AND Amount <> :a | Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: <>
          Customer = :c AND contains(Amount, :a) | Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: contains
          Customer = :c AND Customer = :a | Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key
          Customer = :c AND Amount = :a AND State1 = :a | Conditions can be of length 1 or 2 only
          Customer = :c AND OrderNo = :c | One or more parameter values were invalid: Condition parameter type does not match schema type
          Customer.x = :c | Invalid KeyConditionExpression: KeyConditionExpressions cannot have conditions on nested attributes
          """)
  void a_key_condition_that_makes_no_sense_is_refused(String condition, String reason) {
    ObjectNode request = Json.NODES.objectNode().put("TableName", "Orders");
    request.put("KeyConditionExpression", condition);
    ObjectNode values = request.putObject("ExpressionAttributeValues");
    values.putObject(":c").put("S", "kim");
    if (condition.contains(":a")) {
      values.putObject(":a").put("N", "1");
    }

    assertThat(calls.refusal("query", request.toString()))
        .isEqualTo("DynamoDb.DynamoDbException: " + reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "IndexName": "ByDate" | The table does not have the specified index: ByDate
          "IndexName": "ByState", "ConsistentRead": true | Consistent reads are not supported on global secondary indexes
          "Limit": 0 | 1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1
          "FilterExpression": "Customer = :c" | Filter Expression can only contain non-primary key attributes: Primary key attribute: Customer
          "Select": "SPECIFIC_ATTRIBUTES" | Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES
          "Select": "COUNT", "ProjectionExpression": "Amount" | Cannot specify the ProjectionExpression when choosing to get only the Count
          "ExclusiveStartKey": {"Customer": {"S": "kim"}} | The provided starting key is invalid
          "ExclusiveStartKey": {"Customer": {"S": "lee"}, "OrderNo": {"N": "3"}} | The provided starting key is outside query boundaries based on provided conditions
          """)
  void a_query_that_makes_no_sense_is_refused(String members, String reason) {
    String refusal =
        calls.refusal("query", "{\"TableName\": \"Orders\", " + OF_KIM + ", " + members + "}");

    assertThat(refusal).isEqualTo("DynamoDb.DynamoDbException: " + reason);
  }

  @Test
  void a_scan_reads_all_page_by_page() {
    List<Integer> found = new ArrayList<>();
    JsonNode page = calls.answer("scan", "{\"TableName\": \"Orders\", \"Limit\": 2}");
    found.addAll(numbers(page));
    while (page.has("LastEvaluatedKey")) {
      page =
          calls.answer(
              "scan",
              "{\"TableName\": \"Orders\", \"Limit\": 2, \"ExclusiveStartKey\": "
                  + page.get("LastEvaluatedKey")
                  + "}");
      found.addAll(numbers(page));
    }

    assertThat(found).containsExactlyInAnyOrder(1, 2, 3, 10, 20);
  }

  @Test
  void the_segments_of_a_scan_have_each_item_once() {
    orders.putAll(
        IntStream.range(0, 40)
            .mapToObj(i -> Map.of("Customer", "c" + i, "OrderNo", 100 + i))
            .toList());
    List<Integer> found = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();

    for (int segment = 0; segment < 3; segment++) {
      List<Integer> part =
          numbers(
              calls.answer(
                  "scan",
                  "{\"TableName\": \"Orders\", \"TotalSegments\": 3, \"Segment\": "
                      + segment
                      + "}"));
      found.addAll(part);
      sizes.add(part.size());
    }

    assertThat(found).hasSize(45).doesNotHaveDuplicates();
    assertThat(sizes).doesNotContain(0);
  }

  @Test
  void a_scan_of_an_index_filters_on_any_attribute() {
    JsonNode answer =
        calls.answer(
            "scan",
            """
            {"TableName": "Orders", "IndexName": "ByState", "FilterExpression": "Customer = :c",
             "ExpressionAttributeValues": {":c": {"S": "lee"}}, "ProjectionExpression": "OrderNo",
             "ReturnConsumedCapacity": "TOTAL"}
            """);

    assertThat(answer)
        .isEqualTo(
            Json.parse(
                """
                {"ConsumedCapacity":{"CapacityUnits":0.5,"TableName":"Orders"},
                 "Count":1,"Items":[{"OrderNo":{"N":"3"}}],"ScannedCount":4}
                """));
  }

  @Test
  void a_page_ends_at_1_MB() {
    Table logs = env.table("Logs").key("Id").sortKey("No", AttributeType.N);
    String text = "x".repeat(300_000);
    for (int i = 0; i < 5; i++) {
      logs.put(Map.of("Id", "a", "No", i, "Text1", text));
    }

    JsonNode page =
        calls.answer(
            "query",
            """
            {"TableName": "Logs", "KeyConditionExpression": "Id = :a", "Select": "COUNT",
             "ExpressionAttributeValues": {":a": {"S": "a"}}}
            """);

    assertThat(page.get("Count").asInt()).isEqualTo(4);
    assertThat(page.at("/LastEvaluatedKey/No/N").asText()).isEqualTo("3");
  }

  @Test
  void an_item_whose_attributes_do_not_fit_an_index_is_refused() {
    String put =
        "{\"TableName\": \"Orders\", \"Item\": {\"Customer\": {\"S\": \"kim\"}, \"OrderNo\": {\"N\": \"7\"}, \"State1\": %s}}";

    assertThat(calls.refusal("putItem", put.formatted("{\"N\": \"1\"}")))
        .isEqualTo(
            "DynamoDb.DynamoDbException: One or more parameter values were invalid: Type mismatch for Index Key State1 Expected: S Actual: N IndexName: ByState");
    assertThat(calls.refusal("putItem", put.formatted("{\"S\": \"\"}")))
        .isEqualTo(
            "DynamoDb.DynamoDbException: One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: ByState, IndexKey: State1");
  }
}
