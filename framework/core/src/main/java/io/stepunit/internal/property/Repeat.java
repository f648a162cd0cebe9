package io.stepunit.internal.property;

/** How often an execution runs. */
public enum Repeat {
  ONCE(""),
  /** A second time when the first run has ended. */
  TWICE("AWS runs the execution twice, one run after the other"),
  /** A second time from the same instant on. */
  TWICE_AT_ONCE("AWS runs the execution twice, both runs at once"),
  /** Once more from where it failed, when nothing goes wrong any more. */
  REDRIVEN("the failed execution is redriven, and nothing goes wrong any more");

  private final String text;

  Repeat(String text) {
    this.text = text;
  }

  /** In words; empty for an execution that runs once. */
  public String text() {
    return text;
  }
}
