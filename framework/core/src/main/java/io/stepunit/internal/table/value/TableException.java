package io.stepunit.internal.table.value;

/** DynamoDB refuses a request: its own name of the error, and its text. */
public final class TableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final String INVALID = "ValidationException";
  private static final String PARAMETER = "One or more parameter values were invalid: ";

  private final String code;
  private final String reason;

  /**
   * @param code the service's name of the error: {@code ConditionalCheckFailedException}
   * @param reason the service's text
   */
  public TableException(String code, String reason) {
    super(code + ": " + reason, null, false, false);
    this.code = code;
    this.reason = reason;
  }

  /** A request that makes no sense. */
  public static TableException invalid(String reason) {
    return new TableException(INVALID, reason);
  }

  /** A request with a value that makes no sense. */
  public static TableException invalidParameter(String reason) {
    return invalid(PARAMETER + reason);
  }

  /** The condition of a write does not hold. */
  public static TableException conditionFailed() {
    return new TableException("ConditionalCheckFailedException", "The conditional request failed");
  }

  /** The service's name of the error. */
  public String code() {
    return code;
  }

  /** The service's text. */
  public String reason() {
    return reason;
  }

  /** Whether the request makes no sense, whatever there is in the table. */
  public boolean isInvalid() {
    return code.equals(INVALID);
  }
}
