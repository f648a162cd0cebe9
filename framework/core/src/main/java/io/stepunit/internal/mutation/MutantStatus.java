package io.stepunit.internal.mutation;

import java.util.Arrays;
import java.util.Optional;

/** What came of a mutant; what tells more about the tests comes first. */
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

  /** What people call it. */
  public String words() {
    return switch (this) {
      case KILLED -> "killed";
      case TIMEOUT -> "timed out";
      case SURVIVED -> "survived";
      case NO_COVERAGE -> "not reached";
    };
  }

  /** What the schema of mutation testing reports calls it. */
  String schemaName() {
    return schemaName;
  }

  /** The status that the schema calls so; empty for one that StepUnit never gives. */
  public static Optional<MutantStatus> ofSchemaName(String name) {
    return Arrays.stream(values()).filter(status -> status.schemaName.equals(name)).findFirst();
  }

  /** Whether the tests have found the mistake. */
  public boolean isFound() {
    return this == KILLED || this == TIMEOUT;
  }
}
