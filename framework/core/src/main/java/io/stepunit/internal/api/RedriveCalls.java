package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.text.Arn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * RedriveExecution. A client token that an execution was redriven by is answered again with the
 * date of that redrive, whatever has become of the execution since; "RedriveExecution" in the AWS
 * Step Functions API reference.
 */
final class RedriveCalls {
  private static final int TOKENS_KEPT = 10;
  private static final Duration TOKEN_IS_VALID = Duration.ofMinutes(15);

  private final Engine engine;
  private final Executions executions;
  private final Map<String, Deque<Accepted>> acceptedByArn = new HashMap<>();

  /** A client token that was accepted, and when. */
  private record Accepted(String token, Instant at) {}

  RedriveCalls(Engine engine, Executions executions) {
    this.engine = engine;
    this.executions = executions;
  }

  /**
   * Redrives an execution, which resumes when time advances.
   *
   * @throws StepFunctionsException {@code InvalidArn}, {@code ValidationException}, {@code
   *     ExecutionDoesNotExist} or {@code ExecutionNotRedrivable}
   */
  ObjectNode redrive(Request request) {
    String arn = Arns.require(request.required("executionArn"), "execution");
    if (isOfChild(arn)) {
      throw new StepFunctionsException(
          "ValidationException",
          "Labeled Execution ARNs are not supported for this API",
          "API_DOES_NOT_SUPPORT_LABELED_ARNS");
    }
    ExecutionRun run = executions.require(arn);
    Optional<String> token = request.optional("clientToken");
    return answer(
        token.flatMap(given -> accepted(arn, given)).orElseGet(() -> redrive(run, token)));
  }

  /** Whether it is {@code …:execution:MACHINE/LABEL:NAME}, a child of a Map Run. */
  private static boolean isOfChild(String arn) {
    return Arn.parse(arn).name().contains("/");
  }

  private static ObjectNode answer(Instant redriven) {
    return Json.NODES.objectNode().put("redriveDate", ServiceJson.date(redriven));
  }

  private Optional<Instant> accepted(String arn, String token) {
    Instant oldest = engine.clock().instant().minus(TOKEN_IS_VALID);
    return acceptedByArn.getOrDefault(arn, new ArrayDeque<>()).stream()
        .filter(accepted -> accepted.token().equals(token) && !accepted.at().isBefore(oldest))
        .map(Accepted::at)
        .findFirst();
  }

  private Instant redrive(ExecutionRun run, Optional<String> token) {
    run.whyNotRedrivable()
        .ifPresent(
            reason -> {
              throw new StepFunctionsException(
                  "ExecutionNotRedrivable",
                  "Execution %s invalid for redrive as: %s".formatted(run.arn(), reason));
            });
    engine.redrive(run);
    Instant now = engine.clock().instant();
    token.ifPresent(given -> keep(run.arn(), new Accepted(given, now)));
    return now;
  }

  private void keep(String arn, Accepted accepted) {
    Deque<Accepted> kept = acceptedByArn.computeIfAbsent(arn, any -> new ArrayDeque<>());
    kept.addFirst(accepted);
    if (kept.size() > TOKENS_KEPT) {
      kept.removeLast();
    }
  }
}
