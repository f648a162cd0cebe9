package io.stepunit.internal.report;

import io.stepunit.internal.mock.AnswerListener;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.mock.MockDeclaration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which mock answered each attempt, in the order of the attempts. */
public final class AnswerLog implements AnswerListener {
  private final Map<Place, List<Answer>> answers = new HashMap<>();
  private long count;

  @Override
  public void answers(AttemptRequest request, MockDeclaration mock) {
    answers
        .computeIfAbsent(new Place(request.executionArn(), request.path()), p -> new ArrayList<>(1))
        .add(new Answer(request.attempt(), request.clock().instant(), mock));
    count++;
  }

  /** How many attempts mocks have answered so far. */
  long count() {
    return count;
  }

  /**
   * Takes the answer that an attempt got out of the log. Visits of a state in a loop, and Express
   * runs that share an ARN, each find their own: by its time, or else by its turn.
   *
   * @param attempt the attempt within its visit, 1-based
   * @param startedAt when the attempt started
   */
  Optional<Answer> take(String executionArn, String path, int attempt, Instant startedAt) {
    List<Answer> all = answers.getOrDefault(new Place(executionArn, path), List.of());
    int found = -1;
    for (int i = 0; i < all.size(); i++) {
      Answer answer = all.get(i);
      if (answer.attempt() == attempt) {
        if (answer.at().equals(startedAt)) {
          return Optional.of(all.remove(i));
        }
        found = found < 0 ? i : found;
      }
    }
    return found < 0 ? Optional.empty() : Optional.of(all.remove(found));
  }

  private record Place(String executionArn, String path) {}

  /**
   * An answer.
   *
   * @param attempt the attempt within its visit, 1-based
   * @param at when the mock was asked
   */
  record Answer(int attempt, Instant at, MockDeclaration mock) {
    /** The place of the mock in the test: {@code OrderTest.java:41}. */
    String line() {
      String frame = mock.declaredAt();
      int open = frame.lastIndexOf('(');
      return frame.startsWith("at ") && open >= 0 && frame.endsWith(")")
          ? frame.substring(open + 1, frame.length() - 1)
          : frame;
    }
  }
}
