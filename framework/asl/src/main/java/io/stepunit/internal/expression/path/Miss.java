package io.stepunit.internal.expression.path;

/**
 * Why a path found nothing.
 *
 * @param kind what AWS makes a difference between
 * @param reason json-path's sentence, which AWS hands on: {@code No results for path: $['x']}
 */
public record Miss(Kind kind, String reason) {
  /** What AWS treats differently. */
  public enum Kind {
    /** A field is not there, or the path steps into what is no object. */
    NOTHING,
    /** The last step is an index that the array does not have. */
    BEYOND_THE_END,
    /** An index is applied to what is no array. */
    NOT_AN_ARRAY,
    /** The path starts with a variable that is not assigned. */
    UNASSIGNED_VARIABLE
  }

  static Miss nothing(String reason) {
    return new Miss(Kind.NOTHING, reason);
  }
}
