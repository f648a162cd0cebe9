package io.stepunit;

import io.stepunit.history.Execution;
import io.stepunit.mock.MockDeclaration;
import io.stepunit.model.StateMachineDefinition;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The world of one test: virtual clock, seed, machines, executions, task tokens. */
public final class StepFunctionsEnvironment {
  private StepFunctionsEnvironment() {}

  /** An environment with the default settings. */
  public static StepFunctionsEnvironment create() {
    throw new UnsupportedOperationException();
  }

  public static Builder builder() {
    throw new UnsupportedOperationException();
  }

  /** Registers a machine loaded from the class path or from a file, by the resource's name. */
  public TestStateMachine load(String resourceOrPath) {
    throw new UnsupportedOperationException();
  }

  public TestStateMachine load(Path file) {
    throw new UnsupportedOperationException();
  }

  /** Registers a machine whose definition is given as text, JSON or YAML. */
  public TestStateMachine define(String name, String aslText) {
    throw new UnsupportedOperationException();
  }

  public TestStateMachine register(String name, StateMachineDefinition definition) {
    throw new UnsupportedOperationException();
  }

  /** The virtual time. */
  public Clock clock() {
    throw new UnsupportedOperationException();
  }

  public Instant now() {
    throw new UnsupportedOperationException();
  }

  public long seed() {
    throw new UnsupportedOperationException();
  }

  /** Lets virtual time pass for all executions. */
  public void advance(Duration duration) {
    throw new UnsupportedOperationException();
  }

  /** All executions so far, in the order of their start. */
  public List<Execution> executions() {
    throw new UnsupportedOperationException();
  }

  /** The mocks made so far, over all machines: machine by machine, in the order they were made. */
  public List<MockDeclaration> mocks() {
    throw new UnsupportedOperationException();
  }

  /** Fails if a mock was made and never used, naming each with its line. */
  public void verifyMocksUsed() {
    throw new UnsupportedOperationException();
  }

  /** Settings of an environment. */
  public static final class Builder {
    public Builder startTime(Instant startTime) {
      throw new UnsupportedOperationException();
    }

    public Builder seed(long seed) {
      throw new UnsupportedOperationException();
    }

    /** The real time that user code may take for one answer; 10 seconds by default. */
    public Builder userCodeLimit(Duration limit) {
      throw new UnsupportedOperationException();
    }

    /** Mocks that are never used do not fail the test. */
    public Builder lenient() {
      throw new UnsupportedOperationException();
    }

    public StepFunctionsEnvironment build() {
      throw new UnsupportedOperationException();
    }
  }
}
