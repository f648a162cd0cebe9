package io.stepunit.teststate;

import io.stepunit.internal.text.Printable;
import org.apiguardian.api.API;

/**
 * Thrown for a single-state test that AWS's TestState refuses. The message begins with the
 * service's own name and words for it.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public final class TestStateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String error;
  private final String serviceMessage;

  /**
   * @param error the service's name of the error
   * @param serviceMessage the service's own message
   * @param hint what to do, for the next line of the message; may be empty
   */
  public TestStateException(String error, String serviceMessage, String hint) {
    super(Printable.lines(error + ": " + serviceMessage + (hint.isEmpty() ? "" : "\n" + hint)));
    this.error = error;
    this.serviceMessage = serviceMessage;
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
