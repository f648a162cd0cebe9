package io.stepunit.mock;

import io.stepunit.model.StateMachineDefinition;
import io.stepunit.spi.JsonCodec;
import io.stepunit.spi.TaskReply;
import io.stepunit.spi.TaskRequest;
import java.util.List;

/** The mocks of one machine in one environment: what a test declares, and what a Task is answered. */
public final class MockRegistry {
  /**
   * @param machine the machine's name, for messages
   * @param definition the machine
   * @param codec turns users' results into JSON
   * @param watchdog the real-time limit of users' code, one for the whole environment
   */
  public MockRegistry(
      String machine, StateMachineDefinition definition, JsonCodec codec, Watchdog watchdog) {
    
  }

  /** Mocks a Task by its state's name or path ({@code Lines[3]/Charge}). */
  public TaskMock mock(String state) {
    throw new UnsupportedOperationException();
  }

  /** Mocks all Tasks whose {@code Resource} matches; {@code *} stands for any text. */
  public TaskMock mockResource(String pattern) {
    throw new UnsupportedOperationException();
  }

  /**
   * Answers one attempt of a Task. Whatever it throws aborts the test: no Retry and no Catch may see
   * it.
   */
  public TaskReply dispatch(TaskRequest request) {
    throw new UnsupportedOperationException();
  }

  /** The mocks made so far, in order. */
  public List<MockDeclaration> declarations() {
    throw new UnsupportedOperationException();
  }

  /** Fails if a mock was never used. */
  public void verifyUsed() {
    throw new UnsupportedOperationException();
  }
}
