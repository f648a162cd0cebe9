package io.stepunit.internal.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records what the tests of one JVM do, each when it ends. Nothing that fails here fails a test.
 */
public final class Recorder {
  /** The end of a suite is to wait little. */
  private static final int ADVISED_HOLES = 1;

  private final ReportPlace place;
  private final RunFacts facts;
  private final String page;
  private final boolean contracts;
  private final TestIds ids;
  private final RunFolder folder;
  private final TestRecords records;
  private @Nullable RecordFile file;
  private final Set<String> classes = new HashSet<>();
  private final List<SkippedTest> skipped = new ArrayList<>();
  private Optional<Exception> problem = Optional.empty();
  private int others;

  /**
   * @param workingDirectory the absolute path of the working directory
   * @param contracts whether contracts are to be made of what mocks assume
   */
  public Recorder(ReportPlace place, RunFacts facts, Path workingDirectory, boolean contracts) {
    this.place = place;
    this.facts = facts;
    this.page = place.page(workingDirectory);
    this.contracts = contracts;
    this.ids = new TestIds(place.module());
    this.folder = new RunFolder(place.folder());
    this.records = new TestRecords(new DefinitionRecords(new ProjectSources(workingDirectory)));
  }

  /**
   * A test begins, or a container of tests.
   *
   * @param uniqueId tells what the test framework calls it, if somebody asks
   * @param parent the container that it is in
   */
  public TestRecording begins(Supplier<String> uniqueId, Optional<TestRecording> parent) {
    return new TestRecording(
        () -> ids.of(uniqueId.get()), parent.orElse(null), Optional.of(page), contracts);
  }

  /** A test has ended; one that had no environment only counts. */
  public synchronized void ended(TestRecording test, Supplier<TestResult> result) {
    if (test.hasWorld()) {
      EndedTest ended = test.end(result.get());
      classes.add(ended.result().testClass());
      attempt(out -> records.write(out, ended));
    } else {
      others++;
    }
  }

  /**
   * A test is not run. It is recorded if another test of its class is.
   *
   * @param reason why, as the test framework says it; empty if it does not say
   */
  public synchronized void skipped(String uniqueId, TestResult result, String reason) {
    skipped.add(new SkippedTest(ids.of(uniqueId), result, reason));
  }

  /** The same of a test that is known to use StepUnit. */
  public synchronized void skippedForSure(String uniqueId, TestResult result, String reason) {
    classes.add(result.testClass());
    skipped(uniqueId, result, reason);
  }

  /** Adds records, which may fail. */
  @FunctionalInterface
  private interface Writing {
    void to(RecordFile out) throws IOException;
  }

  /** Where a file cannot be written nothing more is; other failures are those of one test. */
  private void attempt(Writing writing) {
    if (problem.isPresent() && file == null) {
      return;
    }
    try {
      RecordFile out = open();
      try {
        writing.to(out);
      } catch (RuntimeException | IOException e) {
        out.discard();
        records.discarded();
        problem = Optional.of(e);
      }
      out.flush();
    } catch (IOException e) {
      problem = Optional.of(e);
      file = null;
    }
  }

  /** A container of tests has ended; it counts as a test if it has run what no test did. */
  public synchronized void containerEnded(TestRecording container, Supplier<TestResult> result) {
    if (container.isEmpty()) {
      return;
    }
    EndedTest ended = container.end(result.get());
    attempt(
        out -> {
          if (ended.runs().isEmpty()) {
            TestRecords.further(out, ended, List.of());
          } else {
            records.write(out, ended);
          }
        });
  }

  private RecordFile open() throws IOException {
    RecordFile open = file;
    if (open == null) {
      open = folder.join(facts, place.module());
      file = open;
    }
    return open;
  }

  /**
   * All tests have ended: the report is made of the records of all JVMs of the run so far.
   *
   * @return the lines to print; none if no test had an environment
   */
  public synchronized List<String> finish(Optional<ReportMaker> maker) {
    List<String> lines = new ArrayList<>();
    try {
      if (file != null) {
        for (SkippedTest test : skipped) {
          if (classes.contains(test.result().testClass())) {
            TestRecords.write(file, test);
          }
        }
        file.add("end", json -> json.writeNumberField("otherTests", others));
        file.close();
        file = null;
        lines.addAll(report(maker));
      }
    } catch (IOException e) {
      problem = Optional.of(e);
    }
    problem.ifPresent(e -> lines.add("StepUnit: not all of the report could be written: " + e));
    return lines;
  }

  private List<String> report(Optional<ReportMaker> maker) throws IOException {
    return maker.isEmpty()
        ? List.of(
            "StepUnit: no report was made, as stepunit-report is not on the class path; its data is"
                + " in "
                + place.data())
        : folder.locked(
            () ->
                maker
                    .get()
                    // What mutants came to was before these tests: the tests may be others now.
                    .make(List.of(place.data()), List.of(), place.folder(), ADVISED_HOLES));
  }
}
