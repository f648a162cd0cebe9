package io.stepunit.internal.junit;

import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.report.Rerun;
import io.stepunit.internal.report.Rerun.Mistake;
import io.stepunit.internal.report.SharedValues;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs tests in this JVM, one after the other and without a report. */
final class TestRuns implements AutoCloseable {
  private static final String PARALLEL = "junit.jupiter.execution.parallel.enabled";

  private static final String PROGRESS = "stepunit.progress";
  private static final String ATTACHMENTS = "stepunit.attachments";

  private final LauncherSession session;
  private final SharedValues shared = new SharedValues();

  TestRuns() {
    this.session =
        LauncherFactory.openSession(
            LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build());
  }

  @Override
  public void close() {
    session.close();
  }

  /** Runs tests as they are. */
  WatchedRun all(List<? extends DiscoverySelector> selectors) {
    return run(selectors, Rerun.plain(shared));
  }

  /** Runs some tests with another definition in place of one. */
  WatchedRun some(Collection<String> ids, Mistake mistake, CompiledDefinition changed) {
    return run(
        selectors(ids),
        new Rerun(
            shared,
            asked -> asked.hasSourceOf(mistake.original()) ? changed : asked,
            Optional.of(mistake)));
  }

  private static List<? extends DiscoverySelector> selectors(Collection<String> ids) {
    return ids.stream().map(DiscoverySelectors::selectUniqueId).toList();
  }

  private WatchedRun run(List<? extends DiscoverySelector> selectors, Rerun rerun) {
    WatchedRun run = new WatchedRun(rerun);
    session
        .getLauncher()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .configurationParameter(PlanRecording.PARAMETER, "off")
                .configurationParameter(PARALLEL, "false")
                .configurationParameter(PROGRESS, "false")
                .configurationParameter(ATTACHMENTS, "off")
                .build(),
            run);
    return run;
  }
}
