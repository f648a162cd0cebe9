package io.stepunit.mock;

import io.stepunit.internal.model.TaskState;
import java.util.Map;

/**
 * One test case of a MockConfigFile.json: which of its Tasks a machine has mocked, and how.
 *
 * @see MockConfigFile
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
   * Mocks the Tasks of a machine as the case says. Mocks that no call comes to are accepted; those
   * made before for the same Tasks are replaced.
   *
   * @param mocks those of the machine, {@code order.mocks()}
   * @throws MockConfigException if the machine has no Task of a name that the case mocks
   */
  public void mockIn(MockRegistry mocks) {
    states.forEach(
        (state, mocked) -> {
          MockDeclaration declaration = declare(mocks, state, mocked);
          declaration.makeLenient();
          TaskState task = declaration.mockTarget().tasks().get(0);
          mocked.response().writeTo(declaration.script(), state, task.resource());
        });
  }

  private MockDeclaration declare(MockRegistry mocks, String state, MockedState mocked) {
    try {
      return mocks.declaration(state);
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
