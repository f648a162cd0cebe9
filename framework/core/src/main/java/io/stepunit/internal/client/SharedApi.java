package io.stepunit.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.api.StepFunctionsApi;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.history.HistoryEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An environment's API, which several threads of a test may call: they take turns. */
public final class SharedApi implements StepFunctionsApi {
  private final StepFunctionsApi api;
  private final EnvironmentLock lock;

  public SharedApi(StepFunctionsApi api, EnvironmentLock lock) {
    this.api = api;
    this.lock = lock;
  }

  @Override
  public String startExecution(String stateMachineArn, Object input) {
    return lock.forTest(() -> api.startExecution(stateMachineArn, input));
  }

  @Override
  public String startExecution(String stateMachineArn, String name, Object input) {
    return lock.forTest(() -> api.startExecution(stateMachineArn, name, input));
  }

  @Override
  public Execution describeExecution(String executionArn) {
    return lock.forTest(() -> api.describeExecution(executionArn));
  }

  @Override
  public List<HistoryEvent> getExecutionHistory(String executionArn) {
    return lock.forTest(() -> api.getExecutionHistory(executionArn));
  }

  @Override
  public StateMachineDefinition describeStateMachineForExecution(String executionArn) {
    return lock.forTest(() -> api.describeStateMachineForExecution(executionArn));
  }

  @Override
  public List<Execution> listExecutions(String stateMachineArn) {
    return lock.forTest(() -> api.listExecutions(stateMachineArn));
  }

  @Override
  public void stopExecution(String executionArn, @Nullable String error, @Nullable String cause) {
    lock.forTest(() -> api.stopExecution(executionArn, error, cause));
  }

  @Override
  public void redriveExecution(String executionArn) {
    lock.forTest(() -> api.redriveExecution(executionArn));
  }

  @Override
  public JsonNode call(String operation, Object request) {
    return lock.forTest(() -> api.call(operation, request));
  }
}
