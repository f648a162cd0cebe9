package io.stepunit.mock;

import io.stepunit.internal.text.Printable;
import io.stepunit.internal.text.StackTraces;

/**
 * Thrown if a Task is called that no mock answers. Aborts the test; no Retry and no Catch sees it.
 * The message has the call, the mocks that come near, and the line of code that is missing.
 *
 * @since 0.1.0
 */
public final class UnmockedTaskError extends AssertionError {
  private static final long serialVersionUID = 1L;

  private final String machine;
  private final String state;

  /**
   * @param machine the name of the machine
   * @param state the name of the Task's state
   * @param message the call, the mocks that come near and what to add to the test
   */
  public UnmockedTaskError(String machine, String state, String message) {
    super(Printable.lines(message));
    this.machine = machine;
    this.state = state;
    StackTraces.pruned(this);
  }

  /**
   * The name of the machine; behind {@code #} that of the test case, if the execution was started
   * with one of a {@link MockConfigFile}.
   */
  public String machine() {
    return machine;
  }

  /** The name of the Task's state. */
  public String state() {
    return state;
  }

  /** The first line of the message: the Task, and its place in the definition. */
  public String summary() {
    return String.valueOf(getMessage()).lines().findFirst().orElse("");
  }
}
