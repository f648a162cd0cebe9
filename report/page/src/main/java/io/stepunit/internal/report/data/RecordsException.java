package io.stepunit.internal.report.data;

/** Records that cannot be used; the message tells what to do. */
public final class RecordsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RecordsException(String message) {
    super(message);
  }
}
