package io.stepunit.internal.junit;

import io.stepunit.internal.model.CompiledDefinition;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs tests in this JVM, one after the other and without a report. */
final class TestRuns {
  private static final String PARALLEL = "junit.jupiter.execution.parallel.enabled";

  private static final String PROGRESS = "stepunit.progress";
  private static final String ATTACHMENTS = "stepunit.attachments";
  private static final String MOST_CASES = "stepunit.property.most";

  /** Most mistakes show in the first cases; a mutant that survives is tried with all of these. */
  private static final String CASES_OF_A_MUTANT = "100";

  private final Launcher launcher;

  TestRuns() {
    this.launcher =
        LauncherFactory.create(
            LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build());
  }

  /** Runs all tests with the definitions that they ask for. */
  WatchedRun all(List<? extends DiscoverySelector> selectors) {
    return run(selectors, Map.of(), new WatchedRun(UnaryOperator.identity(), true));
  }

  /** Runs some tests with other definitions, and properties with fewer cases. */
  WatchedRun some(Collection<String> ids, UnaryOperator<CompiledDefinition> definitions) {
    return run(
        ids.stream().map(DiscoverySelectors::selectUniqueId).toList(),
        Map.of(MOST_CASES, CASES_OF_A_MUTANT),
        new WatchedRun(definitions, false));
  }

  private WatchedRun run(
      List<? extends DiscoverySelector> selectors, Map<String, String> parameters, WatchedRun run) {
    launcher.execute(
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectors)
            .configurationParameter(PlanRecording.PARAMETER, "off")
            .configurationParameter(PARALLEL, "false")
            .configurationParameter(PROGRESS, "false")
            .configurationParameter(ATTACHMENTS, "off")
            .configurationParameters(parameters)
            .build(),
        run);
    return run;
  }
}
