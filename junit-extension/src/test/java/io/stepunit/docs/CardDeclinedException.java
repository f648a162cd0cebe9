package io.stepunit.docs;

/** What the handlers of the examples throw. */
class CardDeclinedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CardDeclinedException(String message) {
    super(message);
  }
}
