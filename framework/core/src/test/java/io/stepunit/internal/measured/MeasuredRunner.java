package io.stepunit.internal.measured;

import io.stepunit.internal.recording.Verdict;

/** Runs a case of any kind and gives its verdict. */
final class MeasuredRunner {
  private final MeasuredSkips skips;
  private final WordedRequests requests = WordedRequests.read();

  MeasuredRunner(MeasuredSkips skips) {
    this.skips = skips;
  }

  Verdict run(MeasuredCase measured) {
    CaseWorld world = new CaseWorld(measured.json());
    try {
      perform(measured, world);
    } catch (MissingOperationException e) {
      if (world.findings().isEmpty()) {
        return measured.verdict(Verdict.Kind.NOT_YET, "the operation " + e.getMessage());
      }
    } catch (RuntimeException | AssertionError e) {
      world.findings().differs("the run", "an answer", thrown(e));
    }
    return verdict(measured, world.findings());
  }

  private Verdict verdict(MeasuredCase measured, Findings findings) {
    if (findings.isEmpty()) {
      return skips.names(measured.id())
          ? measured.verdict(Verdict.Kind.FAILED, "Nothing differs: take it out of the skips.")
          : measured.verdict(Verdict.Kind.PASSED, "");
    }
    return skips
        .reason(measured.id(), findings.places())
        .map(reason -> measured.verdict(Verdict.Kind.SKIPPED, reason))
        .orElseGet(
            () ->
                measured.verdict(
                    Verdict.Kind.FAILED, measured.file().toUri() + "\n" + findings.report()));
  }

  private void perform(MeasuredCase measured, CaseWorld world) {
    switch (measured.kind()) {
      case EXECUTION -> new ExecutionCase(world).run();
      case MAP_RUN -> new MapCase(world).run();
      case HTTP -> new HttpCase(world).run();
      case CALLS -> new CallsCase(world).run();
      case CREATION -> new CreationCase(world).run();
      case TEST_STATE -> LabelledTests.ofTestState(world);
      case VALIDATION -> LabelledTests.ofValidation(world);
      case METRICS -> new MetricsCase(world, measured.file().resolveSibling(""), requests).run();
      case SHORT_FORM -> new ShortForm(world, requests).run(measured.group());
    }
  }

  private static String thrown(Throwable thrown) {
    String where = thrown.getStackTrace().length == 0 ? "" : "\n  at " + thrown.getStackTrace()[0];
    return thrown.getClass().getSimpleName() + ": " + thrown.getMessage() + where;
  }
}
