package io.stepunit;

import io.stepunit.history.Execution;
import io.stepunit.mock.TaskMock;
import io.stepunit.model.StateMachineDefinition;

/** A handle on one state machine in a {@link StepFunctionsEnvironment}. */
public final class TestStateMachine {
  TestStateMachine() {}

  /** The machine's name. */
  public String name() {
    throw new UnsupportedOperationException();
  }

  /** The loaded definition. */
  public StateMachineDefinition definition() {
    throw new UnsupportedOperationException();
  }

  /** The environment that the machine is registered in. */
  public StepFunctionsEnvironment environment() {
    throw new UnsupportedOperationException();
  }

  /** Mocks a Task by its state's name or path ({@code Lines[3]/Charge}). */
  public TaskMock mock(String state) {
    throw new UnsupportedOperationException();
  }

  /** Mocks all Tasks that call a resource, by its ARN; {@code *} stands for any text. */
  public TaskMock mockResource(String resource) {
    throw new UnsupportedOperationException();
  }

  /** Runs the machine to its end. Input: JSON text, a JsonNode, a Map, a record, or any POJO. */
  public Execution run(Object input) {
    throw new UnsupportedOperationException();
  }

  /** Starts an execution that the test drives by hand; nothing has run yet. */
  public RunningExecution start(Object input) {
    throw new UnsupportedOperationException();
  }

  /** Starts an execution of a given name. */
  public RunningExecution start(Object input, String executionName) {
    throw new UnsupportedOperationException();
  }
}
