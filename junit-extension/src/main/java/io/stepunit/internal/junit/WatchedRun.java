package io.stepunit.internal.junit;

import io.stepunit.internal.mutation.MutationResult.TestName;
import io.stepunit.internal.report.CurrentTest;
import io.stepunit.internal.report.Reached;
import io.stepunit.internal.report.Rerun;
import io.stepunit.internal.report.TestRecording;
import io.stepunit.internal.report.TestResult;
import io.stepunit.internal.report.WatchedTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.opentest4j.TestAbortedException;

/** Watches a run of tests: what they reach, and which fail. Its tests run one after the other. */
final class WatchedRun implements TestExecutionListener {
  private final Rerun rerun;
  private final Map<String, Running> running = new HashMap<>();
  private final List<RanTest> tests = new ArrayList<>();
  private final Map<String, List<Reached>> ofContainers = new LinkedHashMap<>();
  private final List<String> failedContainers = new ArrayList<>();
  private volatile boolean hasFailed;
  private Optional<TestPlan> plan = Optional.empty();

  /**
   * @param rerun which run it is: that of the tests as they are looks at what they reach
   */
  WatchedRun(Rerun rerun) {
    this.rerun =
        new Rerun(
            rerun.shared(),
            asked -> {
              requireUseful();
              return rerun.definitions().apply(asked);
            },
            rerun.mistake());
  }

  private boolean looksAtReach() {
    return rerun.mistake().isEmpty();
  }

  /** One failed test is enough: those behind it end when they make their first machine. */
  private void requireUseful() {
    if (!looksAtReach() && hasFailed) {
      throw new TestAbortedException("Another test has found the mutant.");
    }
  }

  private record Running(WatchedTest watched, Optional<TestRecording> before, long startedAt) {}

  @Override
  public void testPlanExecutionStarted(TestPlan started) {
    plan = Optional.of(started);
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    Optional<WatchedTest> parent =
        test.getParentId()
            .flatMap(around -> Optional.ofNullable(running.get(around)))
            .map(Running::watched);
    WatchedTest watched = WatchedTest.begins(test.getUniqueId(), parent, rerun);
    running.put(
        test.getUniqueId(), new Running(watched, CurrentTest.recording(), System.nanoTime()));
    CurrentTest.begins(watched.recording());
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    Running ended = running.remove(test.getUniqueId());
    if (ended == null) {
      return;
    }
    CurrentTest.ended(ended.before());
    List<Reached> reached = looksAtReach() ? ended.watched().end() : List.of();
    TestPlan all = plan.orElseThrow();
    TestResult outcome =
        TestOutcome.of(
            TestOutcome.groupOf(all, test), test, result, System.nanoTime() - ended.startedAt());
    Optional<String> failure = outcome.failure().map(WatchedRun::words);
    boolean failed = outcome.status() == TestResult.Status.FAILED;
    hasFailed |= failed;
    if (test.isTest() && outcome.status() != TestResult.Status.ABORTED) {
      tests.add(
          new RanTest(
              name(test.getUniqueId(), outcome),
              failed ? failure : Optional.empty(),
              outcome.nanos(),
              ended.watched().isOfSweep(),
              reached));
    } else if (test.isContainer()) {
      ofContainers.put(test.getUniqueId(), reached);
      if (failed) {
        failedContainers.add(name(test.getUniqueId(), outcome).words() + ": " + failure.orElse(""));
      }
    }
  }

  private static String words(TestResult.Failure failure) {
    return failure.message().isEmpty() ? failure.type() : failure.message();
  }

  private static TestName name(String id, TestResult outcome) {
    return new TestName(
        id,
        outcome.testClass(),
        String.join(
            " > ",
            Stream.concat(outcome.containers().stream(), Stream.of(outcome.name())).toList()));
  }

  /** The tests, in the order in which they ended, with what the containers around them reached. */
  List<RanTest> tests() {
    return tests.stream().map(this::withContainers).toList();
  }

  private RanTest withContainers(RanTest test) {
    List<Reached> all = new ArrayList<>(test.reached());
    ofContainers.forEach(
        (id, reached) -> {
          if (test.id().startsWith(id + "/")) {
            all.addAll(reached);
          }
        });
    return new RanTest(
        test.name(), test.failure(), test.nanos(), test.isOfSweep(), List.copyOf(all));
  }

  /** What containers failed with: a test class that could not be set up, say. */
  List<String> failedContainers() {
    return List.copyOf(failedContainers);
  }
}
