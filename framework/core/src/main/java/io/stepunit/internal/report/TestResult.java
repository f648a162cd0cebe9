package io.stepunit.internal.report;

import java.util.List;
import java.util.Optional;

/**
 * How a test ended.
 *
 * @param group what the tests beside it are generated from: the id of the container that it is in
 * @param testClass the outermost class around it
 * @param name its display name
 * @param containers the display names of what is between class and test, outermost first
 * @param nanos its real duration
 * @param failure what it failed with
 */
public record TestResult(
    String group,
    String testClass,
    String name,
    List<String> containers,
    Status status,
    long nanos,
    Optional<Failure> failure) {
  /** How a test ends. */
  public enum Status {
    PASSED,
    FAILED,
    ABORTED,
    SKIPPED
  }

  /**
   * What a test failed with.
   *
   * @param type the class of the throwable
   * @param message its message; empty if it has none
   * @param at the line of the test, such as {@code OrderTest.java:41}; empty if it is not known
   */
  public record Failure(String type, String message, String at) {}

  boolean failed() {
    return status == Status.FAILED;
  }
}
