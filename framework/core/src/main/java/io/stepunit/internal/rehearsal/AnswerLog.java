package io.stepunit.internal.rehearsal;

import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.TaskDispatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what Tasks are answered, in the order of their calls. */
public final class AnswerLog implements TaskDispatcher {
  private final TaskDispatcher tasks;
  private final Map<String, List<Answer>> log = new LinkedHashMap<>();

  /** Keeps what others answer. */
  public AnswerLog(TaskDispatcher tasks) {
    this.tasks = tasks;
  }

  /** The answers of each Task. */
  public Map<String, List<Answer>> log() {
    return log;
  }

  @Override
  public AttemptReply dispatch(AttemptRequest request) {
    AttemptReply reply = tasks.dispatch(request);
    Answer.of(reply)
        .ifPresent(
            answer -> log.computeIfAbsent(request.state(), state -> new ArrayList<>()).add(answer));
    return reply;
  }
}
