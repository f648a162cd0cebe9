package io.stepunit.internal.report;

import io.stepunit.internal.mock.AnswerListener;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.mock.MockDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which mock answered each attempt, in the order of the attempts. */
public final class AnswerLog implements AnswerListener {
  private final Map<Place, List<Answer>> answers = new HashMap<>();

  @Override
  public void answers(AttemptRequest request, MockDeclaration mock) {
    answers
        .computeIfAbsent(new Place(request.executionArn(), request.path()), p -> new ArrayList<>(1))
        .add(new Answer(request.attempt(), mock));
  }

  /** The answers that a state got, over all its visits. */
  List<Answer> of(String executionArn, String path) {
    return answers.getOrDefault(new Place(executionArn, path), List.of());
  }

  private record Place(String executionArn, String path) {}

  /**
   * An answer.
   *
   * @param attempt the attempt within its visit, 1-based
   */
  record Answer(int attempt, MockDeclaration mock) {
    /** The place of the mock in the test: {@code OrderTest.java:41}. */
    String at() {
      String frame = mock.declaredAt();
      int open = frame.lastIndexOf('(');
      return frame.startsWith("at ") && open >= 0 && frame.endsWith(")")
          ? frame.substring(open + 1, frame.length() - 1)
          : frame;
    }
  }
}
