package io.stepunit.internal.fault;

import io.stepunit.internal.model.Resource;

/**
 * The kinds of integrations that show faults in ways of their own.
 *
 * @since 0.1.0
 */
public enum IntegrationKind {
  /** A Lambda function called by its ARN. */
  LAMBDA_FUNCTION("Lambda function by ARN"),
  /** {@code lambda:invoke}. */
  LAMBDA_INVOKE("lambda:invoke"),
  /** Any other optimized integration that answers at once. */
  OPTIMIZED("optimized service"),
  /** An SDK integration that answers at once. */
  SDK("aws-sdk"),
  /** {@code states:startExecution} that does not wait for its child. */
  NESTED("states:startExecution"),
  /** {@code http:invoke}. */
  HTTP("http:invoke"),
  /** {@code apigateway:invoke}. */
  API_GATEWAY("apigateway:invoke"),
  /** An activity. */
  ACTIVITY("activity"),
  /** {@code .sync} and {@code .sync:2} of any service. */
  SYNC(".sync"),
  /** {@code .waitForTaskToken} of any service. */
  CALLBACK(".waitForTaskToken");

  private final String text;

  IntegrationKind(String text) {
    this.text = text;
  }

  /** The text in reports. */
  public String text() {
    return text;
  }

  /** The kind of a Task's resource. */
  public static IntegrationKind of(Resource resource) {
    if (!(resource instanceof Resource.Service service)) {
      return ofCall(resource);
    }
    return switch (service.pattern()) {
      case SYNC, SYNC_2 -> SYNC;
      case WAIT_FOR_TASK_TOKEN -> CALLBACK;
      case REQUEST_RESPONSE -> ofCall(resource);
    };
  }

  /** The kind of the call itself, however the Task waits for what comes of it. */
  static IntegrationKind ofCall(Resource resource) {
    if (resource instanceof Resource.LambdaFunction) {
      return LAMBDA_FUNCTION;
    }
    if (!(resource instanceof Resource.Service service)) {
      return ACTIVITY;
    }
    if (service.service().startsWith("aws-sdk:")) {
      return SDK;
    }
    return switch (service.service()) {
      case "lambda" -> LAMBDA_INVOKE;
      case "states" -> NESTED;
      case "http" -> HTTP;
      case "apigateway" -> API_GATEWAY;
      default -> OPTIMIZED;
    };
  }
}
