package io.stepunit.internal.api;

import io.stepunit.internal.engine.SimulatedMachine;
import io.stepunit.internal.spi.TaskDispatcher;

/** Knows who answers the Tasks of an execution that is started with a test case. */
public interface TestCases {
  /**
   * Who answers the Tasks of a machine in a test case.
   *
   * @throws IllegalArgumentException if there is no such test case, or it does not fit the machine
   */
  TaskDispatcher tasks(SimulatedMachine machine, String testCase);
}
