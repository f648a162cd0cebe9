package io.stepunit.internal.report;

import io.stepunit.internal.history.VisitRef;
import io.stepunit.internal.mock.AnswerListener;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.mock.MockDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which mock answered each attempt, in the order of the attempts. */
public final class AnswerLog implements AnswerListener {
  private final Optional<MockedCalls> mocked;
  private final Map<String, List<Answer>> byExecution = new HashMap<>();
  private long count;

  /**
   * @param contracts whether contracts are to be made of what mocks assume
   */
  public AnswerLog(boolean contracts) {
    this.mocked = contracts ? Optional.of(new MockedCalls()) : Optional.empty();
  }

  @Override
  public void answers(AttemptRequest request, MockDeclaration mock) {
    byExecution
        .computeIfAbsent(request.executionArn(), arn -> new ArrayList<>())
        .add(new Answer(request.visit(), request.attempt(), mock));
    count++;
  }

  @Override
  public void assumed(AttemptRequest request, MockDeclaration mock, AttemptReply reply) {
    if (mocked.isPresent()) {
      mocked.get().add(request, mock, reply);
    }
  }

  /** The calls that mocks have answered by themselves since this was last asked. */
  List<MockedCalls.Call> unclaimed() {
    return mocked.map(MockedCalls::unclaimed).orElse(List.of());
  }

  /** An execution is not kept: nobody will ask who answered it. */
  public void forget(String executionArn) {
    byExecution.remove(executionArn);
  }

  /** How many attempts mocks have answered so far. */
  long count() {
    return count;
  }

  /** The answers that the visits of an execution got; Express runs may have one ARN together. */
  Map<VisitRef, List<Answer>> of(String executionArn) {
    Map<VisitRef, List<Answer>> byVisit = new IdentityHashMap<>();
    for (Answer answer : byExecution.getOrDefault(executionArn, List.of())) {
      byVisit.computeIfAbsent(answer.visit(), ref -> new ArrayList<>(1)).add(answer);
    }
    return byVisit;
  }

  /** The place of a mock in the test: {@code OrderTest.java:41}. */
  static String line(MockDeclaration mock) {
    String frame = mock.declaredAt();
    int open = frame.lastIndexOf('(');
    return frame.startsWith("at ") && open >= 0 && frame.endsWith(")")
        ? frame.substring(open + 1, frame.length() - 1)
        : frame;
  }

  /**
   * An answer.
   *
   * @param attempt the attempt within its visit, 1-based
   */
  record Answer(VisitRef visit, int attempt, MockDeclaration mock) {
    /** The place of the mock in the test: {@code OrderTest.java:41}. */
    String line() {
      return AnswerLog.line(mock);
    }
  }
}
