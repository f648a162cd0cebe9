package io.stepunit.internal.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.State;
import io.stepunit.teststate.InspectionLevel;
import java.util.Map;
import java.util.Optional;

/**
 * One test of one state: the request of TestState.
 *
 * @param state the state under test
 * @param input the state's raw input
 * @param context the context object, all of it; empty to have one made up
 * @param variables the workflow variables that the state can read
 * @param mock what the state is made to return or to fail with
 * @param configuration what happened to the state before
 * @param level how much the result tells
 * @param roleArn the role that the context object shows; absent there by default
 */
public record TestStateRequest(
    State state,
    JsonNode input,
    Optional<JsonNode> context,
    Map<String, JsonNode> variables,
    TestMock mock,
    StateConfiguration configuration,
    InspectionLevel level,
    Optional<String> roleArn) {
  /** A test of a state with the input {@code {}} and nothing else said. */
  public static TestStateRequest of(State state) {
    return new TestStateRequest(
        state,
        Json.NODES.objectNode(),
        Optional.empty(),
        Map.of(),
        TestMock.NONE,
        StateConfiguration.NONE,
        InspectionLevel.INFO,
        Optional.empty());
  }

  /** The same test with another input. */
  public TestStateRequest withInput(JsonNode other) {
    return new TestStateRequest(
        state, other, context, variables, mock, configuration, level, roleArn);
  }

  /** The same test with another context object. */
  public TestStateRequest withContext(JsonNode other) {
    return new TestStateRequest(
        state, input, Optional.of(other), variables, mock, configuration, level, roleArn);
  }

  /** The same test with other variables. */
  public TestStateRequest withVariables(Map<String, JsonNode> other) {
    return new TestStateRequest(state, input, context, other, mock, configuration, level, roleArn);
  }

  /** The same test with another mock. */
  public TestStateRequest withMock(TestMock other) {
    return new TestStateRequest(
        state, input, context, variables, other, configuration, level, roleArn);
  }

  /** The same test with another configuration. */
  public TestStateRequest withConfiguration(StateConfiguration other) {
    return new TestStateRequest(state, input, context, variables, mock, other, level, roleArn);
  }

  /** The same test, inspected otherwise. */
  public TestStateRequest withLevel(InspectionLevel other) {
    return new TestStateRequest(
        state, input, context, variables, mock, configuration, other, roleArn);
  }

  /** The same test with another role. */
  public TestStateRequest withRoleArn(String other) {
    return new TestStateRequest(
        state, input, context, variables, mock, configuration, level, Optional.of(other));
  }
}
