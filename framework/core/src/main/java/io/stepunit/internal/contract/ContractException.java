package io.stepunit.internal.contract;

/** A contract that cannot be used; the message tells what to do. */
public final class ContractException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  static final String WRITE_ANEW =
      "Run the tests of the machine with stepunit.contracts=true, which writes it anew.";

  ContractException(String message) {
    super(message);
  }

  ContractException(String message, Throwable cause) {
    super(message, cause);
  }
}
