package io.stepunit.api;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.stream.StreamSupport;

/** Calls of the API as a client makes them, by members in pairs, and what the tests need for it. */
final class ApiCalls {
  static final String ROLE = "arn:aws:iam::123456789012:role/run";
  static final String ARN = "arn:aws:states:us-east-1:123456789012:stateMachine:orders";
  static final String FIRST =
      "{\"StartAt\": \"P\", \"States\": {\"P\": {\"Type\": \"Pass\", \"Result\": 1, \"End\": true}}}";
  static final String SECOND = FIRST.replace("1,", "2,");

  private final StepFunctionsEnvironment env;

  ApiCalls(StepFunctionsEnvironment env) {
    this.env = env;
  }

  /**
   * Makes a call.
   *
   * @param members names and values, one after the other
   */
  JsonNode call(String operation, Object... members) {
    return env.api().call(operation, json(members));
  }

  static ObjectNode json(Object... members) {
    ObjectNode json = Json.NODES.objectNode();
    for (int i = 0; i < members.length; i += 2) {
      json.putPOJO((String) members[i], members[i + 1]);
    }
    return (ObjectNode) Json.parse(json.toString());
  }

  /** CreateStateMachine of the machine {@code orders}. */
  JsonNode create(String definition, Object... more) {
    ObjectNode request = json("name", "orders", "roleArn", ROLE, "definition", definition);
    request.setAll(json(more));
    return env.api().call("CreateStateMachine", request);
  }

  /** UpdateStateMachine of the machine {@code orders}. */
  JsonNode update(Object... members) {
    ObjectNode request = json(members);
    return env.api().call("UpdateStateMachine", request.put("stateMachineArn", ARN));
  }

  /** DescribeStateMachine. */
  JsonNode describe(String arn) {
    return call("DescribeStateMachine", "stateMachineArn", arn);
  }

  void assertRefused(String message, String operation, Object... members) {
    assertRefused(message, () -> call(operation, members));
  }

  static void assertRefused(String message, Runnable call) {
    assertThatExceptionOfType(StepFunctionsException.class)
        .isThrownBy(call::run)
        .withMessage(message);
  }

  /** A member of each item of a list. */
  static List<String> texts(JsonNode list, String member) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(item -> item.path(member).asText())
        .toList();
  }
}
