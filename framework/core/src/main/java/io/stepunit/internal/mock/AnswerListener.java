package io.stepunit.internal.mock;

import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.mock.MockDeclaration;

/** Is told which mock answers an attempt of a Task. */
@FunctionalInterface
public interface AnswerListener {
  /** Does not want to know. */
  AnswerListener NONE = (request, mock) -> {};

  /** A mock is about to answer. */
  void answers(AttemptRequest request, MockDeclaration mock);

  /** A mock has answered by itself, without the code or the service that the Task stands for. */
  default void assumed(AttemptRequest request, MockDeclaration mock, AttemptReply reply) {}
}
