package io.stepunit.internal.recipe;

import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.TaskDispatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers Tasks by successes and disturbances, and keeps what it answered. */
public final class LoggedAnswers implements TaskDispatcher {
  private final TaskDispatcher successes;
  private final Map<String, Disturbance> disturbances;
  private final Map<String, List<Answer>> log = new LinkedHashMap<>();
  private final Map<String, Integer> successesByPath = new HashMap<>();

  /** Answers by successes only. */
  public LoggedAnswers(TaskDispatcher successes) {
    this(successes, Map.of());
  }

  LoggedAnswers(TaskDispatcher successes, Map<String, Disturbance> disturbances) {
    this.successes = successes;
    this.disturbances = disturbances;
  }

  /** The answers of each Task, in the order of its calls. */
  public Map<String, List<Answer>> log() {
    return log;
  }

  @Override
  public AttemptReply dispatch(AttemptRequest request) {
    List<Answer> before = log.computeIfAbsent(request.state(), state -> new ArrayList<>());
    Disturbance disturbance = disturbances.get(request.state());
    if (disturbance != null && before.size() < disturbance.times()) {
      before.add(disturbance.answer());
      return disturbance.answer().reply();
    }
    AttemptReply reply = successes.dispatch(asNumbered(request));
    Answer.of(reply).ifPresent(before::add);
    return reply;
  }

  /**
   * Each iteration of a Map has the first success: only where a Task is called again at the same
   * place, as in a loop, the next one is tried.
   */
  private AttemptRequest asNumbered(AttemptRequest request) {
    int number = successesByPath.merge(request.path(), 1, Integer::sum);
    return request.withInvocation(number);
  }
}
