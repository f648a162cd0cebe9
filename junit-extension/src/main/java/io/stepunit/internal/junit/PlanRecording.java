package io.stepunit.internal.junit;

import io.stepunit.internal.report.CurrentTest;
import io.stepunit.internal.report.Recorder;
import io.stepunit.internal.report.ReportMaker;
import io.stepunit.internal.report.ReportPlace;
import io.stepunit.internal.report.TestRecording;
import io.stepunit.internal.report.TestResult;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** What is recorded of one plan of tests while it runs. */
final class PlanRecording {
  static final String PARAMETER = "stepunit.report";

  /** Whether contracts are made of what mocks assume. */
  static final String CONTRACTS = "stepunit.contracts";

  private static final String ON = "on";
  private static final String OFF = "off";

  private final TestPlan plan;
  private final Recorder recorder;
  private final Map<UniqueId, Running> running = new ConcurrentHashMap<>();
  private final Map<String, TestOutcome.Group> groups = new ConcurrentHashMap<>();

  private PlanRecording(TestPlan plan, Recorder recorder) {
    this.plan = plan;
    this.recorder = recorder;
  }

  /**
   * A test or container that runs.
   *
   * @param before what its thread ran before
   * @param startedAt the real time in nanoseconds
   */
  private record Running(TestRecording recording, Optional<TestRecording> before, long startedAt) {}

  /** The recording of a plan, unless it is turned off. */
  static Optional<PlanRecording> of(TestPlan plan) {
    String asked = plan.getConfigurationParameters().get(PARAMETER).orElse(ON);
    if (asked.equals(OFF)) {
      return Optional.empty();
    }
    Path workingDirectory = Path.of("").toAbsolutePath();
    Set<String> classes = new LinkedHashSet<>();
    Optional<Path> output = Optional.empty();
    for (ClassSource source : (Iterable<ClassSource>) classes(plan)::iterator) {
      classes.add(source.getClassName());
      output = output.or(() -> place(source));
    }
    ReportPlace place =
        asked.equals(ON)
            ? ReportPlace.of(output, workingDirectory)
            : ReportPlace.at(Path.of(asked), workingDirectory);
    return Optional.of(
        new PlanRecording(
            plan,
            new Recorder(place, TestJvm.facts(classes), workingDirectory, makesContracts(plan))));
  }

  private static boolean makesContracts(TestPlan plan) {
    return plan.getConfigurationParameters().getBoolean(CONTRACTS).orElse(false);
  }

  private static Stream<ClassSource> classes(TestPlan plan) {
    return plan.getRoots().stream()
        .flatMap(root -> plan.getChildren(root).stream())
        .flatMap(test -> test.getSource().stream())
        .filter(ClassSource.class::isInstance)
        .map(ClassSource.class::cast);
  }

  /** The folder that a class is in; empty if it is in a jar, or cannot be loaded. */
  private static Optional<Path> place(ClassSource source) {
    try {
      return ReportPlace.classesWith(source.getJavaClass());
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  void started(TestIdentifier test) {
    Optional<TestRecording> parent =
        test.getParentIdObject()
            .flatMap(around -> Optional.ofNullable(running.get(around)))
            .map(Running::recording);
    TestRecording recording = recorder.begins(() -> UniqueIdText.of(test, parent), parent);
    running.put(
        test.getUniqueIdObject(),
        new Running(recording, CurrentTest.recording(), System.nanoTime()));
    CurrentTest.begins(recording);
  }

  void finished(TestIdentifier test, TestExecutionResult result) {
    Running ended = running.remove(test.getUniqueIdObject());
    if (ended == null) {
      return;
    }
    CurrentTest.ended(ended.before());
    long nanos = System.nanoTime() - ended.startedAt();
    if (test.isTest()) {
      recorder.ended(ended.recording(), () -> TestOutcome.of(groupOf(test), test, result, nanos));
    } else {
      groups.remove(test.getUniqueId());
      recorder.containerEnded(
          ended.recording(), () -> TestOutcome.of(groupOf(test), test, result, nanos));
    }
  }

  /** Of a container each test in it is skipped, and each that would have made tests. */
  void skipped(TestIdentifier skipped, @Nullable String reason) {
    Set<TestIdentifier> inside = plan.getDescendants(skipped);
    Stream.concat(Stream.of(skipped), inside.stream())
        .filter(test -> plan.getChildren(test).isEmpty())
        .forEach(test -> skippedTest(test, Objects.requireNonNullElse(reason, "")));
  }

  private void skippedTest(TestIdentifier test, String reason) {
    TestResult result = TestOutcome.skipped(TestOutcome.groupOf(plan, test), test);
    if (StepUnitTests.isOne(test)) {
      recorder.skippedForSure(test.getUniqueId(), result, reason);
    } else {
      recorder.skipped(test.getUniqueId(), result, reason);
    }
  }

  /** The tests of a class are many, and all in the same place. */
  private TestOutcome.Group groupOf(TestIdentifier test) {
    return groups.computeIfAbsent(
        test.getParentId().orElse(""), id -> TestOutcome.groupOf(plan, test));
  }

  /** All tests have ended; returns the lines to print. */
  List<String> end(Optional<ReportMaker> maker) {
    return recorder.finish(maker);
  }
}
