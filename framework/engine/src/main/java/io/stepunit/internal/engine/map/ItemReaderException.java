package io.stepunit.internal.engine.map;

/** The items cannot be read: the Map Run fails with {@code States.ItemReaderFailed}. */
public final class ItemReaderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean namesState;

  private ItemReaderException(String cause, boolean namesState) {
    super(cause, null, false, false);
    this.namesState = namesState;
  }

  /** A failure whose cause is the text alone, as AWS has it of most. */
  static ItemReaderException of(String cause) {
    return new ItemReaderException(cause, false);
  }

  /** A failure whose cause AWS leads in by the state's name. */
  static ItemReaderException inState(String cause) {
    return new ItemReaderException(cause, true);
  }

  /** The cause. */
  public String causeText() {
    return String.valueOf(getMessage());
  }

  /** Whether the cause is led in by the state's name. */
  public boolean namesState() {
    return namesState;
  }
}
