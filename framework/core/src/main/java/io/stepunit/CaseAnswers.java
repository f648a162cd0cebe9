package io.stepunit;

import io.stepunit.internal.mock.MockRegistry;
import io.stepunit.internal.property.Case;
import io.stepunit.internal.rehearsal.Answer;
import io.stepunit.internal.rehearsal.AnswerLog;
import io.stepunit.internal.rehearsal.CallsByPlace;
import io.stepunit.internal.rehearsal.ScriptedMock;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.TaskDispatcher;
import io.stepunit.internal.target.DeclaredAt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers the Tasks of a case that have no mock of the test. */
final class CaseAnswers implements TaskDispatcher {
  private final Map<String, List<Answer>> scripts;
  private final MockRegistry mocks;
  private final AnswerLog others;

  /**
   * @param mocks takes the answers that the case says, and refuses what a test could not mock
   * @param madeUp answers what the case says nothing of
   */
  CaseAnswers(Case given, MockRegistry mocks, TaskDispatcher madeUp) {
    this.scripts = given.answers();
    this.mocks = mocks;
    this.others = new AnswerLog(new CallsByPlace(madeUp));
  }

  /**
   * Declares the answers that the case says.
   *
   * @throws IllegalArgumentException if a test could not mock one of them
   * @throws IllegalStateException if a test could not mock one of them
   */
  void declare() {
    scripts.forEach(
        (task, script) ->
            ScriptedMock.declare(mocks.mock(task, DeclaredAt.annotation("a case")), script));
  }

  /** What each Task was answered, in the order of its calls. */
  Map<String, List<Answer>> log() {
    Map<String, List<Answer>> all = new LinkedHashMap<>(scripts);
    others.log().forEach((task, script) -> all.put(task, List.copyOf(script)));
    all.values().removeIf(List::isEmpty);
    return all;
  }

  @Override
  public AttemptReply dispatch(AttemptRequest request) {
    return scripts.containsKey(request.state())
        ? mocks.dispatch(request)
        : others.dispatch(request);
  }
}
