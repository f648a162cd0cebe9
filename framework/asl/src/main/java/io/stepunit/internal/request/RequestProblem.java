package io.stepunit.internal.request;

import java.util.List;

/**
 * What is wrong with a request.
 *
 * @param kind what Step Functions makes of it
 * @param message in Step Functions' words where it reports the problem
 * @param path the names and indices that lead to the place; empty for the request itself
 * @param hint what to do about it, or an empty text
 */
public record RequestProblem(Kind kind, String message, List<String> path, String hint) {
  /** What Step Functions makes of a problem. */
  public enum Kind {
    /** A required field of the request is missing. */
    MISSING,
    /** There is no field of that name. */
    UNKNOWN,
    /** A value is of the wrong type. */
    TYPE,
    /** Step Functions accepts it, and the service probably refuses it. */
    DOUBTFUL
  }

  /** Whether Step Functions itself refuses the request. */
  public boolean isRefused() {
    return kind != Kind.DOUBTFUL;
  }
}
