package io.stepunit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks that put, get, update and delete single items. */
class ItemCallsTest {
  private static final String BOOKS =
      "\"TableName\": \"Locks\", \"Key\": {\"Name\": {\"S\": \"books\"}}";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final Calls calls = new Calls(env);
  private final Table locks = env.table("Locks").key("Name");

  @BeforeEach
  void books_are_locked() {
    locks.put(Map.of("Name", "books", "HeldBy", "kim", "Count", 3));
  }

  private static JsonNode json(String text) {
    return Json.parse(text);
  }

  @Test
  void an_optimized_integration_shows_the_metadata_of_the_call() {
    Execution run = calls.optimized("getItem", "{" + BOOKS + "}");

    JsonNode answer = run.output().orElseThrow();
    assertThat(answer.get("Item"))
        .isEqualTo(
            json(
                "{\"Count\":{\"N\":\"3\"},\"Name\":{\"S\":\"books\"},\"HeldBy\":{\"S\":\"kim\"}}"));
    assertThat(answer.at("/SdkHttpMetadata/HttpStatusCode").asInt()).isEqualTo(200);
    assertThat(answer.at("/SdkHttpMetadata/HttpHeaders").fieldNames())
        .toIterable()
        .containsExactly(
            "Connection",
            "Content-Length",
            "Content-Type",
            "Date",
            "Server",
            "x-amz-crc32",
            "x-amzn-RequestId");
    assertThat(answer.at("/SdkHttpMetadata/HttpHeaders/Content-Length").asInt()).isEqualTo(70);
    assertThat(answer.has("SdkResponseMetadata")).isTrue();
  }

  @Test
  void an_SDK_integration_shows_the_answer_alone() {
    JsonNode answer =
        calls.answer("getItem", "{" + BOOKS + ", \"ProjectionExpression\": \"HeldBy\"}");

    assertThat(answer).isEqualTo(json("{\"Item\":{\"HeldBy\":{\"S\":\"kim\"}}}"));
  }

  @Test
  void an_item_that_is_not_there_is_left_out() {
    JsonNode answer =
        calls.answer(
            "getItem", "{\"TableName\": \"Locks\", \"Key\": {\"Name\": {\"S\": \"toys\"}}}");

    assertThat(answer).isEqualTo(json("{}"));
  }

  @Test
  void an_SDK_integration_names_types_as_the_SDK_does() {
    calls.answer(
        "putItem",
        """
        {"TableName": "Locks", "Item": {
          "Name": {"S": "toys"}, "Open": {"Bool": true}, "None": {"Nul": true},
          "Tags": {"Ss": ["b", "a"]}, "Sizes": {"Ns": ["10", "9"]}, "Deep": {"M": {"x": {"L": []}}}
        }}
        """);

    assertThat(locks.item("toys").dynamoDbJson())
        .isEqualTo(
            json(
                """
                {"Deep":{"M":{"x":{"L":[]}}},"Name":{"S":"toys"},"None":{"NULL":true},
                 "Open":{"BOOL":true},"Sizes":{"NS":["9","10"]},"Tags":{"SS":["a","b"]}}
                """));
    assertThat(
            calls.answer(
                "getItem", "{\"TableName\": \"Locks\", \"Key\": {\"Name\": {\"S\": \"toys\"}}}"))
        .isEqualTo(
            json(
                """
                {"Item":{"Deep":{"M":{"x":{"L":[]}}},"Name":{"S":"toys"},"None":{"Nul":true},
                 "Open":{"Bool":true},"Sizes":{"Ns":["9","10"]},"Tags":{"Ss":["a","b"]}}}
                """));
  }

  @Test
  void a_put_takes_the_place_of_the_item() {
    JsonNode answer =
        calls.answer(
            "putItem",
            "{\"TableName\": \"Locks\", \"Item\": {\"Name\": {\"S\": \"books\"}}, \"ReturnValues\": \"ALL_OLD\"}");

    assertThat(answer.at("/Attributes/HeldBy/S").asText()).isEqualTo("kim");
    assertThat(locks.item("books").json()).isEqualTo(json("{\"Name\":\"books\"}"));
  }

  @Test
  void a_delete_tells_what_was_there() {
    String request = "{" + BOOKS + ", \"ReturnValues\": \"ALL_OLD\"}";

    assertThat(calls.answer("deleteItem", request).at("/Attributes/Count/N").asText())
        .isEqualTo("3");
    assertThat(calls.answer("deleteItem", request)).isEqualTo(json("{}"));
    assertThat(locks.items()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NONE | {}
          ALL_OLD | {"Attributes":{"Count":{"N":"3"},"Name":{"S":"books"},"HeldBy":{"S":"kim"}}}
          ALL_NEW | {"Attributes":{"Count":{"N":"4"},"Name":{"S":"books"},"Since":{"M":{"day":{"S":"kim"}}}}}
          UPDATED_OLD | {"Attributes":{"Count":{"N":"3"},"HeldBy":{"S":"kim"}}}
          UPDATED_NEW | {"Attributes":{"Count":{"N":"4"},"Since":{"M":{"day":{"S":"kim"}}}}}
          """)
  void an_update_tells_what_it_is_asked_for(String returnValues, String expected) {
    JsonNode answer =
        calls.answer(
            "updateItem",
            """
            {%s, "ReturnValues": "%s",
             "UpdateExpression": "SET #c = #c + :one, Since = :since REMOVE #o",
             "ExpressionAttributeNames": {"#c": "Count", "#o": "HeldBy"},
             "ExpressionAttributeValues": {":one": {"N": "1"}, ":since": {"M": {"day": {"S": "kim"}}}}}
            """
                .formatted(BOOKS, returnValues));

    assertThat(answer).isEqualTo(json(expected));
  }

  @Test
  void an_update_of_parts_tells_these_parts() {
    locks.put(
        Map.of("Name", "books", "Tags1", List.of("a", "b", "c"), "At1", Map.of("x", 1, "y", 2)));
    String request =
        """
        {%s, "ReturnValues": "%%s", "UpdateExpression": "SET At1.x = :v, Tags1[1] = :v REMOVE At1.y",
         "ExpressionAttributeValues": {":v": {"N": "7"}}}
        """
            .formatted(BOOKS);

    assertThat(calls.answer("updateItem", request.formatted("UPDATED_NEW")))
        .isEqualTo(
            json(
                "{\"Attributes\":{\"At1\":{\"M\":{\"x\":{\"N\":\"7\"}}},\"Tags1\":{\"L\":[{\"N\":\"7\"}]}}}"));
    assertThat(calls.answer("updateItem", request.formatted("UPDATED_OLD")))
        .isEqualTo(
            json(
                "{\"Attributes\":{\"At1\":{\"M\":{\"x\":{\"N\":\"7\"}}},\"Tags1\":{\"L\":[{\"N\":\"7\"}]}}}"));
  }

  @Test
  void an_update_makes_an_item_that_is_not_there() {
    calls.answer(
        "updateItem",
        """
        {"TableName": "Locks", "Key": {"Name": {"S": "toys"}},
         "UpdateExpression": "ADD Visits :one", "ExpressionAttributeValues": {":one": {"N": "1"}}}
        """);
    calls.answer(
        "updateItem", "{\"TableName\": \"Locks\", \"Key\": {\"Name\": {\"S\": \"maps\"}}}");

    assertThat(locks.item("toys").json()).isEqualTo(json("{\"Name\":\"toys\",\"Visits\":1}"));
    assertThat(locks.item("maps").json()).isEqualTo(json("{\"Name\":\"maps\"}"));
  }

  @Test
  void a_condition_that_does_not_hold_is_told_by_the_name_of_each_integration() {
    String request =
        "{\"TableName\": \"Locks\", \"Item\": {\"Name\": {\"S\": \"books\"}}, \"ConditionExpression\": \"attribute_not_exists(#n)\", \"ExpressionAttributeNames\": {\"#n\": \"Name\"}}";

    Execution optimized = calls.optimized("putItem", request);
    Execution sdk = calls.run("putItem", request);

    assertThat(optimized.error()).contains("DynamoDB.ConditionalCheckFailedException");
    assertThat(optimized.cause())
        .contains(
            "The conditional request failed (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: ConditionalCheckFailedException; Request ID: 00000000-0000-4000-8000-000000000000; Proxy: null)");
    assertThat(sdk.error()).contains("DynamoDb.ConditionalCheckFailedException");
    assertThat(sdk.cause())
        .contains(
            "The conditional request failed (Service: DynamoDb, Status Code: 400, Request ID: 00000000-0000-4000-8000-000000000000) (SDK Attempt Count: 1)");
    assertThat(locks.item("books").at("$.HeldBy")).isPresent();
  }

  @Test
  void a_request_that_makes_no_sense_has_the_error_without_a_class_of_its_own() {
    Execution optimized =
        calls.optimized("getItem", "{\"TableName\": \"Locks\", \"Key\": {\"Id\": {\"S\": \"1\"}}}");

    assertThat(optimized.error()).contains("DynamoDB.AmazonDynamoDBException");
    assertThat(optimized.cause().orElseThrow())
        .startsWith(
            "The provided key element does not match the schema (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: ValidationException;");
    assertThat(
            calls.refusal(
                "getItem", "{\"TableName\": \"Locks\", \"Key\": {\"Id\": {\"S\": \"1\"}}}"))
        .isEqualTo(
            "DynamoDb.DynamoDbException: The provided key element does not match the schema");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          putItem | "Item": {"HeldBy": {"S": "a"}} | One or more parameter values were invalid: Missing the key Name in the item
          putItem | "Item": {"Name": {"N": "1"}} | One or more parameter values were invalid: Type mismatch for key Name expected: S actual: N
          putItem | "Item": {"Name": {"S": ""}} | One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: Name
          getItem | "Key": {"Name": {"S": ""}} | One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: Name
          getItem | "Key": {"Name": {"N": "1"}} | The provided key element does not match the schema
          getItem | "Key": {"Name": {"S": "a"}, "HeldBy": {"S": "b"}} | The provided key element does not match the schema
          putItem | "Item": {"Name": {"S": "a"}, "x": {"N": "one"}} | The parameter cannot be converted to a numeric value: one
          putItem | "Item": {"Name": {"S": "a"}, "x": {"N": ""}} | The parameter cannot be converted to a numeric value
          putItem | "Item": {"Name": {"S": "a"}, "x": {"N": "123456789012345678901234567890123456789"}} | Attempting to store more than 38 significant digits in a Number
          putItem | "Item": {"Name": {"S": "a"}, "x": {"N": "1E126"}} | Number overflow. Attempting to store a number with magnitude larger than supported range
          putItem | "Item": {"Name": {"S": "a"}, "x": {"N": "1E-131"}} | Number underflow. Attempting to store a number with magnitude smaller than supported range
          putItem | "Item": {"Name": {"S": "a"}, "x": {"Ss": []}} | One or more parameter values were invalid: An string set  may not be empty
          putItem | "Item": {"Name": {"S": "a"}, "x": {"Ss": ["a", "b", "a"]}} | One or more parameter values were invalid: Input collection [a, b, a] contains duplicates.
          putItem | "Item": {"Name": {"S": "a"}, "x": {"Ns": ["1", "1.0"]}} | One or more parameter values were invalid: Input collection contains duplicates
          putItem | "Item": {"Name": {"S": "a"}, "x": {"Nul": false}} | One or more parameter values were invalid: Null attribute value types must have the value of true
          putItem | "Item": {"Name": {"S": "a"}, "x": {}} | Supplied AttributeValue is empty, must contain exactly one of the supported datatypes
          putItem | "Item": {"Name": {"S": "a"}, "x": {"S": "a", "N": "1"}} | Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes
          putItem | "Item": {"Name": {"S": "a"}}, "ReturnValues": "ALL_NEW" | ReturnValues can only be ALL_OLD or NONE
          putItem | "Item": {"Name": {"S": "a"}}, "ExpressionAttributeNames": {"#a": "b"} | ExpressionAttributeNames can only be specified when using expressions
          putItem | "Item": {"Name": {"S": "a"}}, "ExpressionAttributeValues": {":a": {"S": "b"}} | ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null
          putItem | "Item": {"Name": {"S": "a"}}, "ConditionExpression": "x = :a", "ExpressionAttributeValues": {":a": {"S": "b"}, ":c": {"S": "b"}} | Value provided in ExpressionAttributeValues unused in expressions: keys: {:c}
          putItem | "Item": {"Name": {"S": "a"}}, "ConditionExpression": "attribute_exists(x)", "ExpressionAttributeNames": {"#a": "b", "#b": "b"} | Value provided in ExpressionAttributeNames unused in expressions: keys: {#a, #b}
          putItem | "Item": {"Name": {"S": "a"}}, "ConditionExpression": "x = :a", "ExpressionAttributeValues": {":a": {"N": "b"}} | ExpressionAttributeValues contains invalid value: The parameter cannot be converted to a numeric value: b for key :a
          putItem | "Item": {"Name": {"S": "a"}}, "ConditionExpression": "x = :a", "ExpressionAttributeValues": {"a": {"S": "b"}} | ExpressionAttributeValues contains invalid key: Syntax error; key: "a"
          putItem | "Item": {"Name": {"S": "a"}}, "ConditionExpression": "x = :a", "ExpressionAttributeValues": {} | ExpressionAttributeValues must not be empty
          updateItem | "Key": {"Name": {"S": "a"}}, "UpdateExpression": "SET #n = :a", "ExpressionAttributeNames": {"#n": "Name"}, "ExpressionAttributeValues": {":a": {"S": "b"}} | One or more parameter values were invalid: Cannot update attribute Name. This attribute is part of the key
          """)
  void what_DynamoDB_refuses_is_refused(String action, String members, String reason) {
    String refusal = calls.refusal(action, "{\"TableName\": \"Locks\", " + members + "}");

    assertThat(refusal).isEqualTo("DynamoDb.DynamoDbException: " + reason);
    assertThat(locks.items()).hasSize(1);
  }

  @Test
  void an_item_has_400_KB_at_most() {
    String text = "x".repeat(400 * 1024 - "Name".length() - "books".length() - "x".length());

    locks.put(Map.of("Name", "books", "x", text));

    assertThat(locks.item("books").size()).isEqualTo(400 * 1024);
    assertThat(
            calls.refusal(
                "updateItem",
                "{"
                    + BOOKS
                    + ", \"UpdateExpression\": \"SET y = :y\", \"ExpressionAttributeValues\": {\":y\": {\"Bool\": true}}}"))
        .isEqualTo(
            "DynamoDb.DynamoDbException: Item size to update has exceeded the maximum allowed size");
    assertThatThrownBy(() -> locks.put(Map.of("Name", "books", "x", text + "y")))
        .hasMessageEndingWith("Item size has exceeded the maximum allowed size");
  }

  @Test
  void a_table_may_be_named_by_its_ARN() {
    JsonNode answer =
        calls.answer(
            "getItem",
            "{\"TableName\": \"arn:aws:dynamodb:us-east-1:123456789012:table/Locks\", \"Key\": {\"Name\": {\"S\": \"books\"}}}");

    assertThat(answer.has("Item")).isTrue();
  }

  @Test
  void consumed_capacity_is_told_if_it_is_asked_for() {
    env.table("Locks").index("ByHolder").key("HeldBy");

    assertThat(
            calls
                .answer("getItem", "{" + BOOKS + ", \"ReturnConsumedCapacity\": \"TOTAL\"}")
                .get("ConsumedCapacity"))
        .isEqualTo(json("{\"CapacityUnits\":0.5,\"TableName\":\"Locks\"}"));
    assertThat(
            calls
                .answer(
                    "updateItem",
                    "{"
                        + BOOKS
                        + ", \"UpdateExpression\": \"SET Size1 = :y\", \"ExpressionAttributeValues\": {\":y\": {\"Bool\": true}}, \"ReturnConsumedCapacity\": \"INDEXES\"}")
                .get("ConsumedCapacity"))
        .isEqualTo(
            json(
                """
                {"CapacityUnits":2.0,"GlobalSecondaryIndexes":{"ByHolder":{"CapacityUnits":1.0}},
                 "Table":{"CapacityUnits":1.0},"TableName":"Locks"}
                """));
  }
}
