package io.stepunit.internal.http;

import io.stepunit.internal.text.Printable;

/**
 * What a server says beside the status that fails a Task. As on AWS the Task's error does not have
 * it, and it often tells what is wrong with the test's server.
 */
@SuppressWarnings("OverrideThrowableToString") // the class name would be noise in a report
final class ErrorResponse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int SHOWN = 2_000;

  /**
   * @param connection whose values are not shown
   */
  ErrorResponse(int status, String body, Connection connection) {
    super(
        Printable.lines(
            "The server answered %s %s"
                .formatted(
                    (status + " " + ReasonPhrase.of(status)).strip(),
                    body.isBlank()
                        ? "without a body"
                        : "with the body\n" + shortened(connection.withoutValues(body)))),
        null,
        false,
        false);
  }

  private static String shortened(String body) {
    return body.length() <= SHOWN ? body : body.substring(0, SHOWN) + "…";
  }

  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
