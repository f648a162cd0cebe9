package io.stepunit.teststate;

/** How much a test of one state tells of the way from its input to its output. */
public enum InspectionLevel {
  /** Only what came of the state. */
  INFO,
  /** Also the data after each step of the data flow. */
  DEBUG,
  /**
   * As {@link #DEBUG}. On AWS also the HTTP request and response of an HTTP Task; StepUnit sends
   * none.
   */
  TRACE
}
