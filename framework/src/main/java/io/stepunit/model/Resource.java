package io.stepunit.model;

/** What a Task calls: the {@code Resource} field, understood. */
public sealed interface Resource {
  /** The field's text. */
  String arn();

  /** A Lambda function called by its own ARN. */
  record LambdaFunction(String arn, String functionName) implements Resource {}

  /** An activity: workers poll for it. */
  record Activity(String arn, String activityName) implements Resource {}

  /**
   * A service call.
   *
   * @param service {@code sqs}, or {@code aws-sdk:sqs}
   * @param action {@code sendMessage}
   * @param pattern how the call is waited for
   */
  record Service(String arn, String service, String action, Pattern pattern) implements Resource {
    /** The event history's {@code resource}: the action with its suffix. */
    public String actionWithSuffix() {
      return action + pattern.suffix();
    }
  }

  /** How a service call is waited for. */
  enum Pattern {
    REQUEST_RESPONSE(""),
    SYNC(".sync"),
    SYNC_2(".sync:2"),
    WAIT_FOR_TASK_TOKEN(".waitForTaskToken");

    private final String suffix;

    Pattern(String suffix) {
      this.suffix = suffix;
    }

    /** What the pattern adds to the action. */
    public String suffix() {
      return suffix;
    }
  }
}
