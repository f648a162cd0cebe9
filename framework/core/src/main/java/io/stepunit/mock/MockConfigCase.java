package io.stepunit.mock;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * One test case of a {@code MockConfigFile.json}: the mocks of a machine's Tasks.
 *
 * @see MockConfigFile
 * @since 0.1.0
 */
public final class MockConfigCase {
  private final String file;
  private final String machine;
  private final String name;
  private final Map<String, MockedState> states;

  MockConfigCase(String file, String machine, String name, Map<String, MockedState> states) {
    this.file = file;
    this.machine = machine;
    this.name = name;
    this.states = states;
  }

  /**
   * A state as the case names it.
   *
   * @param place where it does
   */
  record MockedState(String place, MockedResponse response) {}

  /** The name that the file gives the machine. */
  public String machine() {
    return machine;
  }

  /** The test case's name. */
  public String name() {
    return name;
  }

  /**
   * Mocks the Tasks of a machine. Mocks that receive no call are accepted; those made before for
   * the same Tasks are replaced.
   *
   * <pre>{@code
   * testCase.mockIn(order::mock);
   * }</pre>
   *
   * @param mock mocks a Task of the machine by its state's name: {@code order::mock}
   * @throws MockConfigException if the machine has no Task of a name that the case mocks
   */
  public void mockIn(Function<String, TaskMock> mock) {
    Objects.requireNonNull(mock, "mock");
    states.forEach((state, mocked) -> mocked.response().answer(state, mockOf(state, mocked, mock)));
  }

  private TaskMock mockOf(String state, MockedState mocked, Function<String, TaskMock> mock) {
    try {
      return mock.apply(state);
    } catch (IllegalArgumentException e) {
      throw new MockConfigException(
          "%s: the test case '%s' mocks '%s'. %s"
              .formatted(mocked.place(), name, state, e.getMessage()),
          e);
    }
  }

  /** {@code LambdaSQSIntegration#RetryPath}, as the file's own tool names it, and the file. */
  @Override
  public String toString() {
    return machine + "#" + name + " of " + file;
  }
}
