package io.stepunit.internal.rehearsal;

import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.TaskDispatcher;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers the calls of a Task anew at each place: all iterations of a Map have the first answer,
 * and only where a Task is called again at the same place, as in a loop, the next one is tried.
 */
public final class CallsByPlace implements TaskDispatcher {
  private final TaskDispatcher answers;
  private final Map<String, Integer> calls = new HashMap<>();

  /**
   * @param answers answers by the number of a call
   */
  public CallsByPlace(TaskDispatcher answers) {
    this.answers = answers;
  }

  @Override
  public AttemptReply dispatch(AttemptRequest request) {
    int number = calls.merge(request.path(), 1, Integer::sum);
    return answers.dispatch(request.withInvocation(number));
  }
}
