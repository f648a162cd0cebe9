package io.stepunit.history;

/**
 * The types of events in an execution's history, as {@code GetExecutionHistory} names them.
 *
 * @since 0.1.0
 */
public enum EventType {
  EXECUTION_STARTED("ExecutionStarted", "executionStartedEventDetails"),
  EXECUTION_SUCCEEDED("ExecutionSucceeded", "executionSucceededEventDetails"),
  EXECUTION_FAILED("ExecutionFailed", "executionFailedEventDetails"),
  EXECUTION_ABORTED("ExecutionAborted", "executionAbortedEventDetails"),
  EXECUTION_TIMED_OUT("ExecutionTimedOut", "executionTimedOutEventDetails"),
  EXECUTION_REDRIVEN("ExecutionRedriven", "executionRedrivenEventDetails"),
  TASK_STATE_ENTERED("TaskStateEntered", "stateEnteredEventDetails"),
  PASS_STATE_ENTERED("PassStateEntered", "stateEnteredEventDetails"),
  WAIT_STATE_ENTERED("WaitStateEntered", "stateEnteredEventDetails"),
  CHOICE_STATE_ENTERED("ChoiceStateEntered", "stateEnteredEventDetails"),
  PARALLEL_STATE_ENTERED("ParallelStateEntered", "stateEnteredEventDetails"),
  MAP_STATE_ENTERED("MapStateEntered", "stateEnteredEventDetails"),
  SUCCEED_STATE_ENTERED("SucceedStateEntered", "stateEnteredEventDetails"),
  FAIL_STATE_ENTERED("FailStateEntered", "stateEnteredEventDetails"),
  TASK_STATE_EXITED("TaskStateExited", "stateExitedEventDetails"),
  PASS_STATE_EXITED("PassStateExited", "stateExitedEventDetails"),
  WAIT_STATE_EXITED("WaitStateExited", "stateExitedEventDetails"),
  CHOICE_STATE_EXITED("ChoiceStateExited", "stateExitedEventDetails"),
  PARALLEL_STATE_EXITED("ParallelStateExited", "stateExitedEventDetails"),
  MAP_STATE_EXITED("MapStateExited", "stateExitedEventDetails"),
  SUCCEED_STATE_EXITED("SucceedStateExited", "stateExitedEventDetails"),
  TASK_STATE_ABORTED("TaskStateAborted", ""),
  WAIT_STATE_ABORTED("WaitStateAborted", ""),
  MAP_STATE_ABORTED("MapStateAborted", ""),
  PARALLEL_STATE_ABORTED("ParallelStateAborted", ""),
  LAMBDA_FUNCTION_SCHEDULED("LambdaFunctionScheduled", "lambdaFunctionScheduledEventDetails"),
  LAMBDA_FUNCTION_STARTED("LambdaFunctionStarted", ""),
  LAMBDA_FUNCTION_SUCCEEDED("LambdaFunctionSucceeded", "lambdaFunctionSucceededEventDetails"),
  LAMBDA_FUNCTION_FAILED("LambdaFunctionFailed", "lambdaFunctionFailedEventDetails"),
  LAMBDA_FUNCTION_SCHEDULE_FAILED(
      "LambdaFunctionScheduleFailed", "lambdaFunctionScheduleFailedEventDetails"),
  LAMBDA_FUNCTION_START_FAILED(
      "LambdaFunctionStartFailed", "lambdaFunctionStartFailedEventDetails"),
  LAMBDA_FUNCTION_TIMED_OUT("LambdaFunctionTimedOut", "lambdaFunctionTimedOutEventDetails"),
  TASK_SCHEDULED("TaskScheduled", "taskScheduledEventDetails"),
  TASK_STARTED("TaskStarted", "taskStartedEventDetails"),
  TASK_SUBMITTED("TaskSubmitted", "taskSubmittedEventDetails"),
  TASK_SUCCEEDED("TaskSucceeded", "taskSucceededEventDetails"),
  TASK_FAILED("TaskFailed", "taskFailedEventDetails"),
  TASK_START_FAILED("TaskStartFailed", "taskStartFailedEventDetails"),
  TASK_SUBMIT_FAILED("TaskSubmitFailed", "taskSubmitFailedEventDetails"),
  TASK_TIMED_OUT("TaskTimedOut", "taskTimedOutEventDetails"),
  ACTIVITY_SCHEDULED("ActivityScheduled", "activityScheduledEventDetails"),
  ACTIVITY_STARTED("ActivityStarted", "activityStartedEventDetails"),
  ACTIVITY_SUCCEEDED("ActivitySucceeded", "activitySucceededEventDetails"),
  ACTIVITY_FAILED("ActivityFailed", "activityFailedEventDetails"),
  ACTIVITY_SCHEDULE_FAILED("ActivityScheduleFailed", "activityScheduleFailedEventDetails"),
  ACTIVITY_TIMED_OUT("ActivityTimedOut", "activityTimedOutEventDetails"),
  MAP_STATE_STARTED("MapStateStarted", "mapStateStartedEventDetails"),
  MAP_ITERATION_STARTED("MapIterationStarted", "mapIterationStartedEventDetails"),
  MAP_ITERATION_SUCCEEDED("MapIterationSucceeded", "mapIterationSucceededEventDetails"),
  MAP_ITERATION_FAILED("MapIterationFailed", "mapIterationFailedEventDetails"),
  MAP_ITERATION_ABORTED("MapIterationAborted", "mapIterationAbortedEventDetails"),
  MAP_STATE_SUCCEEDED("MapStateSucceeded", ""),
  MAP_STATE_FAILED("MapStateFailed", ""),
  PARALLEL_STATE_STARTED("ParallelStateStarted", ""),
  PARALLEL_STATE_SUCCEEDED("ParallelStateSucceeded", ""),
  PARALLEL_STATE_FAILED("ParallelStateFailed", ""),
  MAP_RUN_STARTED("MapRunStarted", "mapRunStartedEventDetails"),
  MAP_RUN_FAILED("MapRunFailed", "mapRunFailedEventDetails"),
  MAP_RUN_SUCCEEDED("MapRunSucceeded", ""),
  MAP_RUN_ABORTED("MapRunAborted", ""),
  MAP_RUN_REDRIVEN("MapRunRedriven", "mapRunRedrivenEventDetails"),
  EVALUATION_FAILED("EvaluationFailed", "evaluationFailedEventDetails");

  private final String awsName;
  private final String detailsField;

  EventType(String awsName, String detailsField) {
    this.awsName = awsName;
    this.detailsField = detailsField;
  }

  /** AWS's name of the type, such as {@code TaskScheduled}. */
  public String awsName() {
    return awsName;
  }

  /** The JSON field that holds the details of such an event; empty for types without details. */
  public String detailsField() {
    return detailsField;
  }

  /** AWS's name of the type. */
  @Override
  public String toString() {
    return awsName;
  }
}
