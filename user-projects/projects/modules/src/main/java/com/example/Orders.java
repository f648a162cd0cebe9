package com.example;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;

/** What several tests of a project share. */
public final class Orders {
  private Orders() {}

  public static TestStateMachine dear() {
    return StepFunctionsEnvironment.create().load("dear.asl.json");
  }
}
