package io.stepunit.internal.monitoring;

import io.stepunit.history.EventType;
import io.stepunit.monitoring.MetricName;

/** The metrics of one family of Tasks, step by step. */
record TaskMetrics(
    MetricName scheduled,
    MetricName started,
    MetricName succeeded,
    MetricName failed,
    MetricName timedOut,
    MetricName scheduleTime,
    MetricName runTime,
    MetricName time) {
  static final TaskMetrics LAMBDA =
      new TaskMetrics(
          MetricName.LAMBDA_FUNCTIONS_SCHEDULED,
          MetricName.LAMBDA_FUNCTIONS_STARTED,
          MetricName.LAMBDA_FUNCTIONS_SUCCEEDED,
          MetricName.LAMBDA_FUNCTIONS_FAILED,
          MetricName.LAMBDA_FUNCTIONS_TIMED_OUT,
          MetricName.LAMBDA_FUNCTION_SCHEDULE_TIME,
          MetricName.LAMBDA_FUNCTION_RUN_TIME,
          MetricName.LAMBDA_FUNCTION_TIME);
  static final TaskMetrics SERVICE =
      new TaskMetrics(
          MetricName.SERVICE_INTEGRATIONS_SCHEDULED,
          MetricName.SERVICE_INTEGRATIONS_STARTED,
          MetricName.SERVICE_INTEGRATIONS_SUCCEEDED,
          MetricName.SERVICE_INTEGRATIONS_FAILED,
          MetricName.SERVICE_INTEGRATIONS_TIMED_OUT,
          MetricName.SERVICE_INTEGRATION_SCHEDULE_TIME,
          MetricName.SERVICE_INTEGRATION_RUN_TIME,
          MetricName.SERVICE_INTEGRATION_TIME);
  static final TaskMetrics ACTIVITY =
      new TaskMetrics(
          MetricName.ACTIVITIES_SCHEDULED,
          MetricName.ACTIVITIES_STARTED,
          MetricName.ACTIVITIES_SUCCEEDED,
          MetricName.ACTIVITIES_FAILED,
          MetricName.ACTIVITIES_TIMED_OUT,
          MetricName.ACTIVITY_SCHEDULE_TIME,
          MetricName.ACTIVITY_RUN_TIME,
          MetricName.ACTIVITY_TIME);

  /** What an event shows of an attempt of a Task. */
  enum Step {
    SCHEDULED,
    STARTED,
    SUCCEEDED,
    FAILED,
    TIMED_OUT,
    NONE
  }

  static Step stepOf(EventType type) {
    return switch (type) {
      case LAMBDA_FUNCTION_SCHEDULED, TASK_SCHEDULED, ACTIVITY_SCHEDULED -> Step.SCHEDULED;
      case LAMBDA_FUNCTION_STARTED, TASK_STARTED, ACTIVITY_STARTED -> Step.STARTED;
      case LAMBDA_FUNCTION_SUCCEEDED, TASK_SUCCEEDED, ACTIVITY_SUCCEEDED -> Step.SUCCEEDED;
      case LAMBDA_FUNCTION_FAILED,
          LAMBDA_FUNCTION_SCHEDULE_FAILED,
          LAMBDA_FUNCTION_START_FAILED,
          TASK_FAILED,
          TASK_START_FAILED,
          TASK_SUBMIT_FAILED,
          ACTIVITY_FAILED,
          ACTIVITY_SCHEDULE_FAILED ->
          Step.FAILED;
      case LAMBDA_FUNCTION_TIMED_OUT, TASK_TIMED_OUT, ACTIVITY_TIMED_OUT -> Step.TIMED_OUT;
      default -> Step.NONE;
    };
  }
}
