package io.stepunit.monitoring;

import org.apiguardian.api.API;

/**
 * The CloudWatch metrics of executions and their Tasks, in the namespace {@code AWS/States}.
 *
 * <p>See "Monitoring Step Functions metrics using Amazon CloudWatch" in the AWS Step Functions
 * Developer Guide. A Task whose {@code Resource} is {@code arn:aws:states:::lambda:invoke} counts
 * as a service integration, as there.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public enum MetricName {
  EXECUTIONS_STARTED("ExecutionsStarted", Dimension.STATE_MACHINE_ARN, Unit.COUNT),
  EXECUTIONS_SUCCEEDED("ExecutionsSucceeded", Dimension.STATE_MACHINE_ARN, Unit.COUNT),
  EXECUTIONS_FAILED("ExecutionsFailed", Dimension.STATE_MACHINE_ARN, Unit.COUNT),
  EXECUTIONS_ABORTED("ExecutionsAborted", Dimension.STATE_MACHINE_ARN, Unit.COUNT),
  EXECUTIONS_TIMED_OUT("ExecutionsTimedOut", Dimension.STATE_MACHINE_ARN, Unit.COUNT),
  /** Redrives; {@code ExecutionsStarted} does not count them. */
  EXECUTIONS_REDRIVEN("ExecutionsRedriven", Dimension.STATE_MACHINE_ARN, Unit.COUNT),
  /** Ends of redriven executions; {@code ExecutionsSucceeded} counts them too. */
  REDRIVEN_EXECUTIONS_SUCCEEDED(
      "RedrivenExecutionsSucceeded", Dimension.STATE_MACHINE_ARN, Unit.COUNT),
  REDRIVEN_EXECUTIONS_FAILED("RedrivenExecutionsFailed", Dimension.STATE_MACHINE_ARN, Unit.COUNT),
  REDRIVEN_EXECUTIONS_ABORTED("RedrivenExecutionsAborted", Dimension.STATE_MACHINE_ARN, Unit.COUNT),
  REDRIVEN_EXECUTIONS_TIMED_OUT(
      "RedrivenExecutionsTimedOut", Dimension.STATE_MACHINE_ARN, Unit.COUNT),
  /** Always 0: a test has no account quotas. */
  EXECUTION_THROTTLED("ExecutionThrottled", Dimension.STATE_MACHINE_ARN, Unit.COUNT),
  /** From start to the first end. */
  EXECUTION_TIME("ExecutionTime", Dimension.STATE_MACHINE_ARN, Unit.MILLISECONDS),
  EXPRESS_EXECUTION_BILLED_DURATION(
      "ExpressExecutionBilledDuration", Dimension.STATE_MACHINE_ARN, Unit.MILLISECONDS),
  EXPRESS_EXECUTION_BILLED_MEMORY(
      "ExpressExecutionBilledMemory", Dimension.STATE_MACHINE_ARN, Unit.BYTES),
  /** The memory before it is rounded up for the bill. */
  EXPRESS_EXECUTION_MEMORY("ExpressExecutionMemory", Dimension.STATE_MACHINE_ARN, Unit.BYTES),

  /** How many Map Runs are open in the account: a level, not a count. */
  APPROXIMATE_OPEN_MAP_RUN_COUNT("ApproximateOpenMapRunCount", Dimension.NONE, Unit.COUNT),
  /** How many Map Runs wait for others to end; none does in a test: always 0. */
  APPROXIMATE_MAP_RUN_BACKLOG_SIZE("ApproximateMapRunBacklogSize", Dimension.NONE, Unit.COUNT),
  /** How many Map Runs may be open in the account. */
  OPEN_MAP_RUN_LIMIT("OpenMapRunLimit", Dimension.NONE, Unit.COUNT),

  ACTIVITIES_SCHEDULED("ActivitiesScheduled", Dimension.ACTIVITY_ARN, Unit.COUNT),
  ACTIVITIES_STARTED("ActivitiesStarted", Dimension.ACTIVITY_ARN, Unit.COUNT),
  ACTIVITIES_SUCCEEDED("ActivitiesSucceeded", Dimension.ACTIVITY_ARN, Unit.COUNT),
  ACTIVITIES_FAILED("ActivitiesFailed", Dimension.ACTIVITY_ARN, Unit.COUNT),
  ACTIVITIES_TIMED_OUT("ActivitiesTimedOut", Dimension.ACTIVITY_ARN, Unit.COUNT),
  ACTIVITIES_HEARTBEAT_TIMED_OUT("ActivitiesHeartbeatTimedOut", Dimension.ACTIVITY_ARN, Unit.COUNT),
  /** From scheduling to start. */
  ACTIVITY_SCHEDULE_TIME("ActivityScheduleTime", Dimension.ACTIVITY_ARN, Unit.MILLISECONDS),
  /** From start to end. */
  ACTIVITY_RUN_TIME("ActivityRunTime", Dimension.ACTIVITY_ARN, Unit.MILLISECONDS),
  /** From scheduling to end. */
  ACTIVITY_TIME("ActivityTime", Dimension.ACTIVITY_ARN, Unit.MILLISECONDS),

  LAMBDA_FUNCTIONS_SCHEDULED("LambdaFunctionsScheduled", Dimension.LAMBDA_FUNCTION_ARN, Unit.COUNT),
  LAMBDA_FUNCTIONS_STARTED("LambdaFunctionsStarted", Dimension.LAMBDA_FUNCTION_ARN, Unit.COUNT),
  LAMBDA_FUNCTIONS_SUCCEEDED("LambdaFunctionsSucceeded", Dimension.LAMBDA_FUNCTION_ARN, Unit.COUNT),
  LAMBDA_FUNCTIONS_FAILED("LambdaFunctionsFailed", Dimension.LAMBDA_FUNCTION_ARN, Unit.COUNT),
  LAMBDA_FUNCTIONS_TIMED_OUT("LambdaFunctionsTimedOut", Dimension.LAMBDA_FUNCTION_ARN, Unit.COUNT),
  LAMBDA_FUNCTION_SCHEDULE_TIME(
      "LambdaFunctionScheduleTime", Dimension.LAMBDA_FUNCTION_ARN, Unit.MILLISECONDS),
  LAMBDA_FUNCTION_RUN_TIME(
      "LambdaFunctionRunTime", Dimension.LAMBDA_FUNCTION_ARN, Unit.MILLISECONDS),
  LAMBDA_FUNCTION_TIME("LambdaFunctionTime", Dimension.LAMBDA_FUNCTION_ARN, Unit.MILLISECONDS),

  SERVICE_INTEGRATIONS_SCHEDULED(
      "ServiceIntegrationsScheduled", Dimension.SERVICE_INTEGRATION_RESOURCE_ARN, Unit.COUNT),
  SERVICE_INTEGRATIONS_STARTED(
      "ServiceIntegrationsStarted", Dimension.SERVICE_INTEGRATION_RESOURCE_ARN, Unit.COUNT),
  SERVICE_INTEGRATIONS_SUCCEEDED(
      "ServiceIntegrationsSucceeded", Dimension.SERVICE_INTEGRATION_RESOURCE_ARN, Unit.COUNT),
  SERVICE_INTEGRATIONS_FAILED(
      "ServiceIntegrationsFailed", Dimension.SERVICE_INTEGRATION_RESOURCE_ARN, Unit.COUNT),
  SERVICE_INTEGRATIONS_TIMED_OUT(
      "ServiceIntegrationsTimedOut", Dimension.SERVICE_INTEGRATION_RESOURCE_ARN, Unit.COUNT),
  SERVICE_INTEGRATION_SCHEDULE_TIME(
      "ServiceIntegrationScheduleTime",
      Dimension.SERVICE_INTEGRATION_RESOURCE_ARN,
      Unit.MILLISECONDS),
  SERVICE_INTEGRATION_RUN_TIME(
      "ServiceIntegrationRunTime", Dimension.SERVICE_INTEGRATION_RESOURCE_ARN, Unit.MILLISECONDS),
  SERVICE_INTEGRATION_TIME(
      "ServiceIntegrationTime", Dimension.SERVICE_INTEGRATION_RESOURCE_ARN, Unit.MILLISECONDS);

  private final String awsName;
  private final Dimension dimension;
  private final Unit unit;

  MetricName(String awsName, Dimension dimension, Unit unit) {
    this.awsName = awsName;
    this.dimension = dimension;
    this.unit = unit;
  }

  /** AWS's name of the metric, such as {@code ExecutionsFailed}. */
  public String awsName() {
    return awsName;
  }

  /** Returns the dimension of the metric. */
  public Dimension dimension() {
    return dimension;
  }

  public Unit unit() {
    return unit;
  }

  /** Returns whether the metric tells how many there are at a time, not what has happened. */
  public boolean isLevel() {
    return dimension == Dimension.NONE;
  }

  @Override
  public String toString() {
    return awsName;
  }

  /** The dimensions of metrics. */
  public enum Dimension {
    /** The whole account. */
    NONE("none"),
    STATE_MACHINE_ARN("StateMachineArn"),
    ACTIVITY_ARN("ActivityArn"),
    LAMBDA_FUNCTION_ARN("LambdaFunctionArn"),
    /** The {@code Resource} of the Task. */
    SERVICE_INTEGRATION_RESOURCE_ARN("ServiceIntegrationResourceArn");

    private final String awsName;

    Dimension(String awsName) {
      this.awsName = awsName;
    }

    /** AWS's name of the dimension. */
    public String awsName() {
      return awsName;
    }

    @Override
    public String toString() {
      return awsName;
    }
  }

  /** The units of metrics. */
  public enum Unit {
    COUNT("Count"),
    MILLISECONDS("Milliseconds"),
    BYTES("Bytes");

    private final String awsName;

    Unit(String awsName) {
      this.awsName = awsName;
    }

    /** AWS's name of the unit. */
    public String awsName() {
      return awsName;
    }

    @Override
    public String toString() {
      return awsName;
    }
  }
}
