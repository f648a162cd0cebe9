package io.stepunit.teststate;

import org.apiguardian.api.API;

/**
 * How much detail the result of a single-state test contains.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public enum InspectionLevel {
  /** Only the outcome of the state. */
  INFO,
  /** Also the data after each step of the data flow. */
  DEBUG,
  /**
   * As {@link #DEBUG}. On AWS also the HTTP request and response of an HTTP Task; StepUnit sends
   * none.
   */
  TRACE
}
