package io.stepunit.internal.model;

/**
 * Thrown for a {@code Resource} that the service does not recognize, with the service's message.
 */
public final class UnknownResourceException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** More of a text makes no message clearer. */
  private static final int SHOWN = 200;

  private final String hint;

  /**
   * @param hint what is wrong and what to do, in our words
   */
  UnknownResourceException(String resource, String hint) {
    super(messageOf(resource));
    this.hint = hint;
  }

  /** The service's message for a resource that it does not recognize. */
  public static String messageOf(String resource) {
    return "The resource provided %s is not recognized. The value is not a valid resource ARN, or the resource is not available in this region."
        .formatted(resource.length() > SHOWN ? resource.substring(0, SHOWN) + "…" : resource);
  }

  /** What is wrong and what to do, in our words. */
  public String hint() {
    return hint;
  }
}
