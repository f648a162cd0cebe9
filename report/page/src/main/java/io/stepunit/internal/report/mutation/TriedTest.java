package io.stepunit.internal.report.mutation;

/**
 * A test that ran for mutants.
 *
 * @param module the module that it is in; empty if that is not known
 * @param testClass the outermost class around it
 * @param name its display name, after those of what is between class and test
 * @param number which of those with this name it is, from 1
 */
public record TriedTest(String module, String testClass, String name, int number) {
  /** The class without its package, and the name. */
  public String words() {
    return testClass.substring(testClass.lastIndexOf('.') + 1) + ": " + name;
  }
}
