package io.stepunit.teststate;

/**
 * Thrown for a single-state test that AWS's TestState refuses. The message begins with the
 * service's own name and words for it.
 *
 * @since 0.1.0
 */
public final class TestStateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final String VALIDATION = "ValidationException";
  private static final String INVALID_DEFINITION = "InvalidDefinition";

  private final String error;
  private final String serviceMessage;

  private TestStateException(String error, String serviceMessage, String hint) {
    super(error + ": " + serviceMessage + (hint.isEmpty() ? "" : "\n" + hint));
    this.error = error;
    this.serviceMessage = serviceMessage;
  }

  /** The request is not valid. */
  static TestStateException validation(String serviceMessage) {
    return new TestStateException(VALIDATION, serviceMessage, "");
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

  /** The service's name of the error: {@code ValidationException} or {@code InvalidDefinition}. */
  public String error() {
    return error;
  }

  /** The service's own message. */
  public String serviceMessage() {
    return serviceMessage;
  }
}
