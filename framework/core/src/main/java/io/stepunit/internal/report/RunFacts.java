package io.stepunit.internal.report;

import java.time.Instant;
import java.util.Set;

/**
 * What a JVM knows of the run of tests that it takes part in.
 *
 * @param starter the process that asked for the tests: the same for all JVMs of one build
 * @param tool what kind of process that is
 * @param classes the test classes that this JVM is to run
 * @param startedAt the real time
 * @param stepunit the version of StepUnit
 * @param java the version of Java
 */
public record RunFacts(
    String starter,
    Tool tool,
    Set<String> classes,
    Instant startedAt,
    String stepunit,
    String java) {
  /** What starts the JVMs that run tests. */
  public enum Tool {
    /** Surefire or Failsafe: the starter is Maven, which ends with the build. */
    MAVEN,
    /** Gradle: the starter is its daemon, which outlives the build. */
    GRADLE,
    /** Anything else, such as an IDE: each JVM is a run of its own. */
    OTHER
  }
}
