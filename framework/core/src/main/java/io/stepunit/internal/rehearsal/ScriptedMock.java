package io.stepunit.internal.rehearsal;

import io.stepunit.mock.AnswerSequence;
import io.stepunit.mock.TaskMock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Declares the answers of a Task as a mock, as a test does. */
public final class ScriptedMock {
  private ScriptedMock() {}

  /**
   * Says what a mock answers.
   *
   * @param script its answers; the last is that of all later calls
   */
  public static void declare(TaskMock mock, List<Answer> script) {
    @Nullable AnswerSequence sequence = null;
    for (Repeated repeated : Repeated.in(script)) {
      TaskMock next = sequence == null ? mock : sequence.then();
      sequence = answer(next, repeated.answer());
      if (!repeated.isLast()) {
        sequence = sequence.times(repeated.times());
      }
    }
  }

  private static AnswerSequence answer(TaskMock mock, Answer answer) {
    if (answer instanceof Answer.Returns returns) {
      return mock.returns(returns.result());
    }
    return answer instanceof Answer.Fails fails
        ? mock.fails(fails.error(), fails.causeText())
        : mock.neverAnswers();
  }
}
