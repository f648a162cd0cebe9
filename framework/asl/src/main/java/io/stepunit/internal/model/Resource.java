package io.stepunit.internal.model;

/** The parsed {@code Resource} of a Task. */
public sealed interface Resource {
  /** The field's text. */
  String arn();

  /**
   * Understands the {@code Resource} of a Task.
   *
   * <p>Accepted are a Lambda function's ARN, also with version or alias or in the partial form
   * {@code ACCOUNT:function:NAME}; an activity's ARN; and {@code
   * arn:aws:states:::SERVICE:ACTION[.sync|.sync:2|.waitForTaskToken]}, where the service has such
   * an integration with such an action that can be waited for so. Any part of an ARN may be a
   * placeholder of a template, such as {@code arn:${AWS::Partition}:states:::sqs:sendMessage}. A
   * resource that is one whole placeholder, such as {@code ${ChargeFunctionArn}}, is taken for a
   * Lambda function of that name, unless the template has another resource of that name.
   *
   * @throws IllegalArgumentException with the service's text, if the text is none of these
   */
  static Resource parse(String text, TemplateResources template) {
    return ResourceParser.parse(text, template);
  }

  /** The same without a template. */
  static Resource parse(String text) {
    return parse(text, TemplateResources.NONE);
  }

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
