package io.stepunit.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tables answer passes the strict validation of mocks: it has the shape of the service's. */
class AnswerShapesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dynamodb:getItem | {"TableName": "T", "Key": {"Id": {"S": "a"}}, "ReturnConsumedCapacity": "INDEXES"}
          dynamodb:putItem | {"TableName": "T", "Item": {"Id": {"S": "a"}}, "ReturnValues": "ALL_OLD", "ReturnConsumedCapacity": "INDEXES"}
          dynamodb:updateItem | {"TableName": "T", "Key": {"Id": {"S": "a"}}, "ReturnValues": "ALL_NEW"}
          dynamodb:deleteItem | {"TableName": "T", "Key": {"Id": {"S": "a"}}, "ReturnValues": "ALL_OLD"}
          aws-sdk:dynamodb:getItem | {"TableName": "T", "Key": {"Id": {"S": "a"}}, "ReturnConsumedCapacity": "TOTAL"}
          aws-sdk:dynamodb:putItem | {"TableName": "T", "Item": {"Id": {"S": "a"}}, "ReturnValues": "ALL_OLD", "ReturnConsumedCapacity": "INDEXES"}
          aws-sdk:dynamodb:updateItem | {"TableName": "T", "Key": {"Id": {"S": "a"}}, "ReturnValues": "ALL_NEW"}
          aws-sdk:dynamodb:deleteItem | {"TableName": "T", "Key": {"Id": {"S": "a"}}, "ReturnValues": "ALL_OLD"}
          aws-sdk:dynamodb:query | {"TableName": "T", "KeyConditionExpression": "Id = :a", "ExpressionAttributeValues": {":a": {"S": "a"}}, "Limit": 1, "ReturnConsumedCapacity": "INDEXES"}
          aws-sdk:dynamodb:scan | {"TableName": "T", "Limit": 1, "ReturnConsumedCapacity": "INDEXES"}
          aws-sdk:dynamodb:batchGetItem | {"RequestItems": {"T": {"Keys": [{"Id": {"S": "a"}}]}}, "ReturnConsumedCapacity": "TOTAL"}
          aws-sdk:dynamodb:batchWriteItem | {"RequestItems": {"T": [{"DeleteRequest": {"Key": {"Id": {"S": "a"}}}}]}, "ReturnConsumedCapacity": "INDEXES"}
          aws-sdk:dynamodb:transactGetItems | {"TransactItems": [{"Get": {"TableName": "T", "Key": {"Id": {"S": "a"}}}}], "ReturnConsumedCapacity": "TOTAL"}
          aws-sdk:dynamodb:transactWriteItems | {"TransactItems": [{"Delete": {"TableName": "T", "Key": {"Id": {"S": "a"}}}}], "ReturnConsumedCapacity": "INDEXES"}
          """)
  void are_those_of_the_service(String resource, String request) {
    StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
    Table table = env.table("T").key("Id");
    table.index("ByKind").key("Kind");
    table.put(
        "{\"Id\": {\"S\": \"a\"}, \"Kind\": {\"S\": \"k\"}, \"b\": {\"BOOL\": true}, \"n\": {\"NULL\": true}, \"s\": {\"NS\": [\"1\"]}, \"l\": {\"L\": [{\"M\": {}}]}}");
    TestStateMachine machine =
        env.define(
            "caller",
            """
            {"StartAt": "Call", "States": {"Call": {"Type": "Task", "End": true,
              "Resource": "arn:aws:states:::%s", "Parameters": %s}}}
            """
                .formatted(resource, request));
    machine.mock("Call").handledBy(table);

    Execution run = machine.run(Map.of());

    assertThat(run.error()).isEmpty();
    assertThat(run.output()).isPresent();
  }
}
