package io.stepunit.internal.http;

/** Thrown if the effective input of a Task is not a valid HTTP request. */
final class RequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RequestException(String message) {
    super(message);
  }
}
