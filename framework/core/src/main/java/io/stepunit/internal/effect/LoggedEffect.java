package io.stepunit.internal.effect;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.effect.TaskEffect;
import io.stepunit.internal.expression.ValueAt;
import io.stepunit.internal.spi.AttemptRequest;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A call of a Task with its outcome.
 *
 * @param number its place among all calls of the test, 1-based
 * @param request the call
 * @param at the virtual time of the call
 */
record LoggedEffect(int number, AttemptRequest request, Instant at, Outcome outcome)
    implements TaskEffect {
  @Override
  public String machineArn() {
    return request.stateMachineArn();
  }

  @Override
  public String execution() {
    return request.execution();
  }

  @Override
  public String executionArn() {
    return request.executionArn();
  }

  @Override
  public String state() {
    return request.state();
  }

  @Override
  public String path() {
    return request.path();
  }

  @Override
  public String resource() {
    return request.resource().arn();
  }

  @Override
  public JsonNode input() {
    return request.input().deepCopy();
  }

  @Override
  public int attempt() {
    return request.attempt();
  }

  @Override
  public Optional<JsonNode> inputAt(String path) {
    Objects.requireNonNull(path, "path");
    return ValueAt.path(request.input(), path).map(JsonNode::deepCopy);
  }

  /** One line: {@code Charge, attempt 2, happened: {"orderId":7}}. */
  @Override
  public String toString() {
    return path() + ", attempt " + attempt() + ", " + word() + ": " + request.input();
  }

  private String word() {
    return switch (outcome) {
      case HAPPENED -> "happened";
      case FAILED -> "failed";
      case UNKNOWN -> "unknown";
    };
  }
}
