package io.stepunit.asl;

/**
 * How closely the requests of Tasks are held to what their services accept: the literals of {@code
 * Parameters} and {@code Arguments} when a definition is loaded, what they evaluate to before a
 * Task is scheduled.
 *
 * <pre>{@code
 * ValidationSettings settings =
 *     ValidationSettings.DEFAULT.withRequestValidation(RequestValidation.WARN);
 * }</pre>
 *
 * @since 0.1.0
 */
public enum RequestValidation {
  /**
   * As on AWS: a definition that AWS refuses is refused, and a Task whose request does not fit ends
   * its execution with {@code States.Runtime}.
   */
  STRICT,
  /**
   * The same problems are warnings: of the definition, or in the execution's timeline. The Task is
   * called all the same.
   */
  WARN,
  /** Nothing is checked. */
  OFF
}
