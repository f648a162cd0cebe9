package io.stepunit.internal.teststate;

import io.stepunit.teststate.TestStateException;

/** What TestState refuses, in the service's words. */
public final class Refusals {
  private static final String VALIDATION = "ValidationException";
  private static final String INVALID_DEFINITION = "InvalidDefinition";

  private Refusals() {}

  /** The request is not valid. */
  public static TestStateException validation(String serviceMessage) {
    return validation(serviceMessage, "");
  }

  /**
   * The request is not valid.
   *
   * @param hint what to do, in our own words
   */
  static TestStateException validation(String serviceMessage, String hint) {
    return new TestStateException(VALIDATION, serviceMessage, hint);
  }

  /** The definition cannot be tested. */
  static TestStateException invalidDefinition(String serviceMessage) {
    return new TestStateException(INVALID_DEFINITION, serviceMessage, "");
  }

  /**
   * The machine has no such state.
   *
   * @param hint what to do, in our own words
   */
  public static TestStateException stateNotFound(String hint) {
    return new TestStateException(VALIDATION, "State not found in definition", hint);
  }

  /**
   * A mocked result is a text that is not JSON.
   *
   * @param hint what to do, in our own words
   */
  public static TestStateException resultIsNotJson(String hint) {
    return new TestStateException(VALIDATION, "Mocked result must be valid JSON", hint);
  }
}
