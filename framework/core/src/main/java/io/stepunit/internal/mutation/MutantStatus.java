package io.stepunit.internal.mutation;

/** What came of a mutant. */
public enum MutantStatus {
  /** A test failed. */
  KILLED("Killed"),
  /** The tests took too long, and were ended. */
  TIMEOUT("Timeout"),
  /** All tests passed that reach its place. */
  SURVIVED("Survived"),
  /** No test reaches its place. */
  NO_COVERAGE("NoCoverage");

  private final String schemaName;

  MutantStatus(String schemaName) {
    this.schemaName = schemaName;
  }

  /** What the schema of mutation testing reports calls it. */
  String schemaName() {
    return schemaName;
  }

  /** Whether the tests have found the mistake. */
  public boolean isFound() {
    return this == KILLED || this == TIMEOUT;
  }
}
