package io.stepunit.internal.http;

/** The effective input of a Task is no HTTP request. */
final class RequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RequestException(String message) {
    super(message);
  }
}
