package io.stepunit.internal.api;

import io.stepunit.asl.ValidationSettings;
import io.stepunit.internal.engine.SimulatedMachine;

/** Makes the machines that application code creates, so that a test can hold them. */
public interface MachineMaker {
  /** How definitions are checked. */
  ValidationSettings validation();

  /** Makes a machine with mocks of its own and registers it. */
  RegisteredMachine make(SimulatedMachine machine);

  /** The machine is complete: whoever waits for its creation is told. */
  void created(RegisteredMachine machine);
}
