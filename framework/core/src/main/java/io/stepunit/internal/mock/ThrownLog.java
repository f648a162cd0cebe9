package io.stepunit.internal.mock;

import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.mock.ThrownException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What users' code threw in the executions of one environment, the latest of it. It is read by one
 * thread while another may be at work.
 */
public final class ThrownLog {
  private static final int KEPT = 100;

  private final Deque<Entry> entries = new ArrayDeque<>();

  /**
   * Takes note of an exception.
   *
   * @param mock the mock that called the code, and its line
   */
  synchronized void add(AttemptRequest request, String mock, Throwable exception) {
    if (entries.size() == KEPT) {
      entries.removeFirst();
    }
    entries.addLast(
        new Entry(
            request.executionArn(),
            request.topExecutionArn(),
            new ThrownException(
                request.state(), request.path(), request.attempt(), mock, exception)));
  }

  /** What was thrown in an execution and the children of its Map Runs, in the order of time. */
  public synchronized List<ThrownException> of(String executionArn) {
    return entries.stream().filter(entry -> entry.isOf(executionArn)).map(Entry::thrown).toList();
  }

  private record Entry(String execution, String top, ThrownException thrown) {
    boolean isOf(String arn) {
      return execution.equals(arn) || top.equals(arn);
    }
  }
}
