package io.stepunit.junit.inherited;

import io.stepunit.junit.StateMachineTest;

/** Its definition lies beside it, not beside the classes that extend it. */
@StateMachineTest("beside-the-base-class.asl.json")
public abstract class BaseTestCases {}
