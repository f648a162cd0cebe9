package io.stepunit.internal.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.MockValidation;
import io.stepunit.internal.aws.Integration;
import io.stepunit.internal.integration.Results;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.shape.Mismatch;
import io.stepunit.internal.shape.ShapeCheck;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.mock.MockAnswerError;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Validates the results of a mock against the service's responses by TestState's rules. */
final class ResultCheck {
  private final List<TaskState> tasks;
  private MockValidation mode;

  ResultCheck(List<TaskState> tasks, MockValidation mode) {
    this.tasks = List.copyOf(tasks);
    this.mode = mode;
  }

  void mode(MockValidation other) {
    mode = other;
  }

  /**
   * Refuses a result at once, at the line of the test that says it. A mock of several Tasks is
   * checked call by call.
   *
   * @param code the mock as the test wrote it
   * @throws IllegalArgumentException if the service cannot answer so
   */
  void declared(Supplier<String> code, JsonNode result) {
    if (isOfOneTask()) {
      if (lacksEnvelope(tasks.get(0).resource(), result)) {
        throw new IllegalArgumentException(
            AnswerMessages.noEnvelope(code.get(), tasks.get(0), result));
      }
      mismatch(tasks.get(0).resource(), result)
          .ifPresent(
              mismatch -> {
                throw new IllegalArgumentException(
                    AnswerMessages.wrongResult(code.get(), tasks.get(0), mismatch, result));
              });
    }
  }

  /**
   * Refuses the result of one call that could not be checked when it was declared.
   *
   * @param mock the mock and its line
   * @throws MockAnswerError if the service cannot answer so
   */
  void fixed(AttemptRequest request, AttemptReply reply, Supplier<String> mock) {
    if (!isOfOneTask()) {
      check(request, reply, mock);
    }
  }

  /**
   * Refuses a result that users' code has made.
   *
   * @param mock the mock and its line
   * @throws MockAnswerError if the service cannot answer so
   */
  void computed(AttemptRequest request, AttemptReply reply, Supplier<String> mock) {
    check(request, reply, mock);
  }

  private boolean isOfOneTask() {
    return tasks.size() == 1;
  }

  private void check(AttemptRequest request, AttemptReply reply, Supplier<String> mock) {
    if (reply instanceof AttemptReply.Succeeds succeeds) {
      mismatch(request.resource(), succeeds.result())
          .ifPresent(
              mismatch -> {
                throw new MockAnswerError(
                    AnswerMessages.wrongResult(mock.get(), request, mismatch, succeeds.result()));
              });
    }
  }

  private boolean lacksEnvelope(Resource resource, JsonNode result) {
    return mode == MockValidation.STRICT
        && TaskFit.LAMBDA_INVOKE.fits(resource)
        && !LambdaEnvelope.mayBe(result);
  }

  private Optional<Mismatch> mismatch(Resource resource, JsonNode result) {
    if (mode == MockValidation.NONE) {
      return Optional.empty();
    }
    ShapeCheck check =
        new ShapeCheck(FieldValidation.mode(mode), Integration.isOptimized(resource));
    return Results.of(resource).flatMap(shape -> check.mismatch(shape, result));
  }
}
