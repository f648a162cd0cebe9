package io.stepunit.asl;

/**
 * Thrown for a valid definition that uses a feature of the Amazon States Language that StepUnit
 * does not support. It is refused at load, or when an execution of it is started, so that no test
 * passes by ignoring it.
 *
 * @since 0.1.0
 */
public final class UnsupportedFeatureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String feature;
  private final transient SourceLocation location;

  /**
   * @param feature a word that stays the same over versions, such as {@code JSONata}
   * @param location where the definition asks for it
   */
  public UnsupportedFeatureException(String feature, SourceLocation location) {
    super(
        location
            + " "
            + (location.pointer().isEmpty() ? "/" : location.pointer())
            + ": "
            + feature
            + " is not supported by this version of StepUnit");
    this.feature = feature;
    this.location = location;
  }

  /** The feature, such as {@code JSONata} or {@code Distributed Map}. */
  public String feature() {
    return feature;
  }

  /** Where the definition uses it. */
  public SourceLocation location() {
    return location;
  }
}
