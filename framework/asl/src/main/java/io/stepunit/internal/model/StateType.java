package io.stepunit.internal.model;

/** The eight state types of the Amazon States Language. */
public enum StateType {
  TASK("Task"),
  PASS("Pass"),
  WAIT("Wait"),
  CHOICE("Choice"),
  PARALLEL("Parallel"),
  MAP("Map"),
  SUCCEED("Succeed"),
  FAIL("Fail");

  private final String aslName;

  StateType(String aslName) {
    this.aslName = aslName;
  }

  /** The word in the definition's {@code Type} field. */
  public String aslName() {
    return aslName;
  }
}
