package io.stepunit.internal.rehearsal;

import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.TaskDispatcher;
import java.util.List;
import java.util.Map;

/**
 * Answers as mocks do: each call of a Task gets its next answer, and all after the last that one.
 *
 * @param others answers Tasks that have no list
 */
public record ListedAnswers(Map<String, List<Answer>> answers, TaskDispatcher others)
    implements TaskDispatcher {
  @Override
  public AttemptReply dispatch(AttemptRequest request) {
    List<Answer> listed = answers.getOrDefault(request.state(), List.of());
    return listed.isEmpty()
        ? others.dispatch(request)
        : listed.get(Math.min(request.invocation(), listed.size()) - 1).reply();
  }
}
