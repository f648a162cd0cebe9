package io.stepunit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.aws.AwsSdk;
import io.stepunit.internal.aws.Integration;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.shape.Mismatch;
import io.stepunit.internal.shape.MockValidation;
import io.stepunit.internal.shape.ResponseShapes;
import io.stepunit.internal.shape.ShapeCheck;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds the results of a mock to what the service answers, as far as that is known: by TestState's
 * own rules, and by the field metadata of the SDK where there is one.
 */
final class ResultCheck {
  private final MockDeclaration mock;
  private MockValidation mode;

  ResultCheck(MockDeclaration mock, MockValidation mode) {
    this.mock = mock;
    this.mode = mode;
  }

  void mode(MockValidation other) {
    mode = other;
  }

  /**
   * Refuses a result at once, at the line of the test that says it. A mock of several Tasks is
   * checked call by call.
   *
   * @throws IllegalArgumentException if the service cannot answer so
   */
  void declared(JsonNode result) {
    List<TaskState> tasks = mock.mockTarget().tasks();
    if (tasks.size() == 1) {
      mismatch(tasks.get(0).resource(), result)
          .ifPresent(
              mismatch -> {
                throw new IllegalArgumentException(
                    AnswerMessages.wrongResult(mock, tasks.get(0), mismatch, result));
              });
    }
  }

  /**
   * Refuses the result of one call that could not be checked when it was declared.
   *
   * @throws MockAnswerError if the service cannot answer so
   */
  void answered(AttemptRequest request, Step.Source source, AttemptReply reply) {
    boolean known = source instanceof Step.Source.Fixed && mock.mockTarget().tasks().size() == 1;
    if (!known && reply instanceof AttemptReply.Succeeds succeeds) {
      mismatch(request.resource(), succeeds.result())
          .ifPresent(
              mismatch -> {
                throw new MockAnswerError(
                    AnswerMessages.wrongResult(mock, request, mismatch, succeeds.result()));
              });
    }
  }

  private Optional<Mismatch> mismatch(Resource resource, JsonNode result) {
    if (mode == MockValidation.NONE) {
      return Optional.empty();
    }
    ShapeCheck check = new ShapeCheck(mode, Integration.isOptimized(resource));
    return Stream.of(ResponseShapes.of(resource), AwsSdk.answerOf(resource))
        .flatMap(Optional::stream)
        .flatMap(shape -> check.mismatch(shape, result).stream())
        .findFirst();
  }
}
