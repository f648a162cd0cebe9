package io.stepunit.internal.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.JsonCodec;
import io.stepunit.internal.expression.ValueAt;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.mock.TaskCall;
import java.lang.reflect.Type;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * An attempt as users' code sees it.
 *
 * @param request the attempt, with an input that users' code may not share
 * @param codec reads the input as objects
 */
record ObservedCall(AttemptRequest request, JsonCodec codec) implements TaskCall {
  /** An attempt with a copy of its input. */
  static ObservedCall of(AttemptRequest request, JsonCodec codec) {
    return new ObservedCall(request.withInput(request.input().deepCopy()), codec);
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
  public String stateMachineArn() {
    return request.stateMachineArn();
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
  public List<Integer> iterations() {
    return request.iterations();
  }

  @Override
  public String resource() {
    return request.resource().arn();
  }

  @Override
  public JsonNode input() {
    return request.input();
  }

  @Override
  public JsonNode inputAt(String path) {
    return ValueAt.path(input(), path)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The input of '%s' has nothing at %s".formatted(state(), path)));
  }

  @Override
  public <T> T inputAs(Class<T> type) {
    return codec.fromJson(input(), type);
  }

  @Override
  public <T> T inputAs(Type type) {
    return codec.fromJson(input(), type);
  }

  @Override
  public int attempt() {
    return request.attempt();
  }

  @Override
  public int invocation() {
    return request.invocation();
  }

  @Override
  public Optional<String> taskToken() {
    return request.taskToken();
  }

  @Override
  public Clock clock() {
    return request.clock();
  }

  @Override
  public String toString() {
    return "attempt %s of '%s' in %s with %s".formatted(attempt(), path(), execution(), input());
  }
}
