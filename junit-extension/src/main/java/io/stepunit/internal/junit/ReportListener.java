package io.stepunit.internal.junit;

import io.stepunit.internal.report.ReportMaker;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Records each run of tests for the report, and has the report made when it has ended. The JUnit
 * Platform finds it by the service loader.
 */
public final class ReportListener implements TestExecutionListener {
  private volatile Optional<PlanRecording> recording = Optional.empty();

  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    recording = PlanRecording.of(plan);
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    recording.ifPresent(plan -> plan.started(test));
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    recording.ifPresent(plan -> plan.finished(test, result));
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    recording.ifPresent(plan -> plan.skipped(test, reason));
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    Optional<PlanRecording> ended = recording;
    recording = Optional.empty();
    ended.ifPresent(each -> each.end(maker()).forEach(System.out::println));
  }

  private static Optional<ReportMaker> maker() {
    return ServiceLoader.load(ReportMaker.class, ReportListener.class.getClassLoader()).findFirst();
  }
}
