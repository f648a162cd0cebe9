package io.stepunit.internal.solve;

import io.stepunit.internal.model.State;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.spi.AttemptReply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lets a state fail so that a Catcher takes the error. */
final class Failures {
  /** No definition expects it, so that only States.ALL and States.TaskFailed meet it. */
  private static final String ANY_ERROR = "Automatic.Failure";

  private static final String TIMEOUT = "States.Timeout";
  private static final String CAUSE = "made to fail, so that a Catcher is tried";

  /** A Parallel or Map may have any number of Tasks. */
  private static final int TASKS = 4;

  private Failures() {}

  /** What the Tasks are answered, the most promising first. */
  static List<Map<String, AttemptReply>> of(State state, List<String> errors) {
    List<String> tasks =
        state.withInner().filter(TaskState.class::isInstance).map(State::name).toList();
    List<Map<String, AttemptReply>> all = new ArrayList<>();
    for (AttemptReply reply : replies(errors)) {
      Map<String, AttemptReply> every = new LinkedHashMap<>();
      tasks.forEach(task -> every.put(task, reply));
      all.add(every);
      if (tasks.size() > 1) {
        tasks.stream().limit(TASKS).forEach(task -> all.add(Map.of(task, reply)));
      }
    }
    return all;
  }

  private static List<AttemptReply> replies(List<String> errors) {
    List<AttemptReply> replies = new ArrayList<>();
    for (String error : errors) {
      boolean isAny = error.equals("States.ALL") || error.equals("States.TaskFailed");
      replies.add(AttemptReply.fails(isAny ? ANY_ERROR : error, CAUSE));
      if (error.equals("States.ALL") || error.equals(TIMEOUT)) {
        replies.add(AttemptReply.fails(TIMEOUT, CAUSE));
        replies.add(AttemptReply.silenceForGood());
      }
    }
    return replies;
  }
}
