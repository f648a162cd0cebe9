package io.stepunit.internal.junit;

import io.stepunit.internal.report.RunFacts;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/** The JVM that runs the tests, and the build that started it. */
final class TestJvm {
  private TestJvm() {}

  static RunFacts facts(Set<String> classes) {
    RunFacts.Tool tool = tool();
    ProcessHandle self = ProcessHandle.current();
    ProcessHandle starter = tool == RunFacts.Tool.OTHER ? self : self.parent().orElse(self);
    return new RunFacts(
        starter.pid() + starter.info().startInstant().map(start -> "@" + start).orElse(""),
        tool,
        classes,
        Instant.now(),
        Objects.requireNonNullElse(
            TestJvm.class.getPackage().getImplementationVersion(), "(not from its jar)"),
        System.getProperty("java.version", ""));
  }

  private static RunFacts.Tool tool() {
    if (System.getProperty("surefire.test.class.path") != null
        || System.getProperty("surefire.real.class.path") != null) {
      return RunFacts.Tool.MAVEN;
    }
    return System.getProperty("org.gradle.test.worker") != null
        ? RunFacts.Tool.GRADLE
        : RunFacts.Tool.OTHER;
  }
}
