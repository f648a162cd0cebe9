package io.stepunit.internal.validation;

import io.stepunit.asl.Rule;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Warns of Tasks that AWS accepts but that may fail badly: "Best practices" in the Developer Guide.
 */
final class RiskyTasks implements StateCheck {
  /** The errors that Lambda's own troubles are reported by, which AWS advises to retry. */
  private static final List<String> LAMBDA_TRANSIENT =
      List.of("Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException");

  /** Calls that do their work a second time when they are made a second time. */
  private static final Set<String> NOT_IDEMPOTENT =
      Set.of(
          "sqs:sendMessage",
          "sqs:sendMessageBatch",
          "sns:publish",
          "events:putEvents",
          "eventbridge:putEvents",
          "ecs:runTask",
          "batch:submitJob",
          "glue:startJobRun",
          "codebuild:startBuild",
          "states:startExecution",
          "sfn:startExecution",
          "elasticmapreduce:addStep",
          "emr-containers:startJobRun",
          "ses:sendEmail",
          "sesv2:sendEmail",
          "kinesis:putRecord",
          "firehose:putRecord",
          "http:invoke",
          "apigateway:invoke");

  /** Parameters by which the called service knows a call that it has had already. */
  private static final Set<String> IDEMPOTENCY_KEYS =
      Set.of(
          "Name",
          "ClientToken",
          "ClientRequestToken",
          "MessageDeduplicationId",
          "IdempotencyToken");

  private static final Set<String> REPEATABLE_METHODS =
      Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

  @Override
  public void check(StateNode state, Diagnostics diagnostics) {
    if (state.is("Task")) {
      checkLambda(state, diagnostics);
      checkRepeatedEffects(state, diagnostics);
    }
    if (!state.jsonata()) {
      state.items("Catch").forEach(catcher -> checkCatcher(catcher, diagnostics));
    }
  }

  private static void checkLambda(StateNode state, Diagnostics diagnostics) {
    String resource = state.text("Resource");
    boolean lambda = resource.contains(":function:") || resource.contains("states:::lambda:invoke");
    Set<String> retried =
        state.items("Retry").stream()
            .flatMap(retrier -> ErrorNames.names(retrier).stream())
            .collect(Collectors.toSet());
    boolean all = retried.contains(ErrorNames.ALL) || retried.contains(ErrorNames.TASK_FAILED);
    if (lambda && !all && !retried.containsAll(LAMBDA_TRANSIENT)) {
      diagnostics.report(
          Rule.LAMBDA_WITHOUT_RETRY,
          "The Task does not retry Lambda's transient errors",
          state.node().location(),
          "retry " + String.join(", ", LAMBDA_TRANSIENT));
    }
  }

  private static void checkRepeatedEffects(StateNode state, Diagnostics diagnostics) {
    if (!NOT_IDEMPOTENT.contains(call(state.text("Resource"))) || isRepeatable(state)) {
      return;
    }
    for (LocatedNode retrier : state.items("Retry")) {
      List<String> names = ErrorNames.names(retrier);
      if (names.contains(ErrorNames.ALL) || names.contains(ErrorNames.TASK_FAILED)) {
        diagnostics.report(
            Rule.EFFECT_REPEATED_BY_RETRY,
            "A retry of any error can repeat what '" + call(state.text("Resource")) + "' does",
            retrier.location(),
            "retry only errors that leave no effect, or pass an idempotency key");
      }
    }
  }

  /** {@code sqs:sendMessage} of any integration and pattern. */
  private static String call(String resource) {
    int start = resource.indexOf(":states:::");
    String call = start < 0 ? "" : resource.substring(start + ":states:::".length());
    String plain = call.startsWith("aws-sdk:") ? call.substring("aws-sdk:".length()) : call;
    int pattern = plain.indexOf('.');
    return pattern < 0 ? plain : plain.substring(0, pattern);
  }

  private static boolean isRepeatable(StateNode state) {
    LocatedNode parameters =
        state.field("Parameters").or(() -> state.field("Arguments")).orElse(state.node());
    boolean key =
        parameters.fields().keySet().stream()
            .map(name -> name.endsWith(".$") ? name.substring(0, name.length() - 2) : name)
            .anyMatch(IDEMPOTENCY_KEYS::contains);
    LocatedNode method = parameters.fields().get("Method");
    return key || method != null && REPEATABLE_METHODS.contains(method.value().asText());
  }

  private static void checkCatcher(LocatedNode catcher, Diagnostics diagnostics) {
    LocatedNode path = catcher.fields().get("ResultPath");
    boolean replaces = path == null || path.value().asText().equals("$");
    if (replaces && catcher.value().isObject() && !catcher.fields().containsKey("Assign")) {
      diagnostics.report(
          Rule.CATCH_LOSES_INPUT,
          "The Catcher replaces the state's input by the error",
          catcher.location(),
          "keep both with a ResultPath such as \"$.error\"");
    }
  }
}
