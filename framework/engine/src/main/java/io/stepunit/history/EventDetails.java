package io.stepunit.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The details of a history event, by type.
 *
 * <p>Members that AWS leaves out are null here; the records are for renderers and assertions, users
 * read {@link StateVisit} instead.
 *
 * @since 0.1.0
 */
public sealed interface EventDetails {
  /** No details field at all. */
  record None() implements EventDetails {
    /** The one value. */
    public static final None INSTANCE = new None();
  }

  /**
   * ExecutionStarted.
   *
   * @param roleArn the machine's role
   * @param stateMachineAliasArn the alias that the execution was started by
   * @param stateMachineVersionArn the version that it runs, if it was started by one or by an alias
   */
  record ExecutionStarted(
      JsonNode input,
      String roleArn,
      @Nullable String stateMachineAliasArn,
      @Nullable String stateMachineVersionArn)
      implements EventDetails {}

  /** ExecutionRedriven. */
  record ExecutionRedriven(int redriveCount) implements EventDetails {}

  /** ExecutionSucceeded, LambdaFunctionSucceeded, ActivitySucceeded. */
  record Output(JsonNode output) implements EventDetails {}

  /** The failures that tell error and cause only. */
  record Failure(@Nullable String error, @Nullable String cause) implements EventDetails {}

  /** …StateEntered. */
  record StateEntered(String name, JsonNode input) implements EventDetails {}

  /**
   * …StateExited.
   *
   * @param catcherIndex the Catcher that was taken, 0-based, -1 for none; not part of AWS's history
   */
  record StateExited(
      String name, JsonNode output, Map<String, JsonNode> assignedVariables, int catcherIndex)
      implements EventDetails {}

  /** LambdaFunctionScheduled. */
  record LambdaFunctionScheduled(
      String resource,
      JsonNode input,
      @Nullable Long timeoutInSeconds,
      @Nullable String credentialsRoleArn)
      implements EventDetails {}

  /** ActivityScheduled. */
  record ActivityScheduled(
      String resource,
      JsonNode input,
      @Nullable Long timeoutInSeconds,
      @Nullable Long heartbeatInSeconds)
      implements EventDetails {}

  /** ActivityStarted. */
  record ActivityStarted(@Nullable String workerName) implements EventDetails {}

  /** TaskScheduled. */
  record TaskScheduled(
      String resourceType,
      String resource,
      String region,
      JsonNode parameters,
      @Nullable Long timeoutInSeconds,
      @Nullable Long heartbeatInSeconds,
      @Nullable String credentialsRoleArn)
      implements EventDetails {}

  /** TaskStarted. */
  record TaskStarted(String resourceType, String resource) implements EventDetails {}

  /** TaskSubmitted, TaskSucceeded. */
  record TaskOutput(String resourceType, String resource, JsonNode output)
      implements EventDetails {}

  /** TaskFailed, TaskStartFailed, TaskSubmitFailed, TaskTimedOut. */
  record TaskFailure(
      String resourceType, String resource, @Nullable String error, @Nullable String cause)
      implements EventDetails {}

  /** MapStateStarted. */
  record MapStateStarted(int length) implements EventDetails {}

  /** MapIterationStarted and the other events of an iteration. */
  record MapIteration(String name, int index) implements EventDetails {}

  /** MapRunStarted. */
  record MapRunStarted(String mapRunArn) implements EventDetails {}

  /** MapRunRedriven. */
  record MapRunRedriven(String mapRunArn, int redriveCount) implements EventDetails {}

  /** EvaluationFailed. */
  record EvaluationFailed(String state, String error, String cause, @Nullable String location)
      implements EventDetails {}
}
