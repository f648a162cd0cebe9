package io.stepunit.internal.teststate;

import io.stepunit.internal.engine.EngineSettings;
import io.stepunit.internal.engine.Randomness;

/**
 * The execution that a test of a state makes believe to be in: as measured, one of an Express
 * machine, both with a UUID for a name.
 */
record TestedExecution(String machine, String execution, EngineSettings settings) {
  static TestedExecution of(EngineSettings settings, Randomness randomness) {
    return new TestedExecution(
        randomness.nextId().toString(), randomness.nextId().toString(), settings);
  }

  String executionArn() {
    return settings.arn("states", "express:" + machine + ":" + execution).toString();
  }

  String stateMachineArn() {
    return settings.arn("states", "stateMachine:" + machine).toString();
  }
}
