package io.stepunit.junit;

import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.mock.MockConfigCase;
import java.util.Map;

/**
 * One test case of a {@code MockConfigFile.json}, for a {@link MockConfigTest} to run.
 *
 * @since 0.1.0
 */
public final class MockCase {
  private final MockConfigCase testCase;

  MockCase(MockConfigCase testCase) {
    this.testCase = testCase;
  }

  /** The test case's name. */
  public String name() {
    return testCase.name();
  }

  /** The name that the file gives the machine. */
  public String machineName() {
    return testCase.machine();
  }

  /**
   * Mocks the Tasks of a machine as the case says, for a test that starts the execution itself.
   *
   * @throws io.stepunit.mock.MockConfigException if the machine has no Task of a name that the case
   *     mocks
   */
  public void mock(TestStateMachine machine) {
    testCase.mockIn(machine::mock);
  }

  /** Runs a machine as the case mocks it, with the input {@code {}}. */
  public Execution run(TestStateMachine machine) {
    return run(machine, Map.of());
  }

  /**
   * Runs a machine as the case mocks it.
   *
   * @param input JSON text, a JsonNode, a Map, a record, or any object
   * @throws io.stepunit.mock.MockConfigException if the machine has no Task of a name that the case
   *     mocks
   */
  public Execution run(TestStateMachine machine, Object input) {
    mock(machine);
    return machine.run(input);
  }

  /** The test case's name. */
  @Override
  public String toString() {
    return name();
  }
}
