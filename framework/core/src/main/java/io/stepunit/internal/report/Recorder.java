package io.stepunit.internal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.history.ExecutionRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records what the tests of one JVM do, each when it ends. Nothing that fails here fails a test.
 */
public final class Recorder {
  private final ReportPlace place;
  private final RunFacts facts;
  private final String page;
  private final RunFolder folder;
  private final DefinitionRecords definitions;
  private final Retention retention = new Retention();
  private @Nullable RecordFile file;
  private @Nullable IOException problem;
  private int others;

  /**
   * @param workingDirectory the absolute path of the working directory
   */
  public Recorder(ReportPlace place, RunFacts facts, Path workingDirectory) {
    this.place = place;
    this.facts = facts;
    this.page = place.page(workingDirectory);
    this.folder = new RunFolder(place.folder());
    this.definitions = new DefinitionRecords(new ProjectSources(workingDirectory));
  }

  /**
   * A test begins, or a container of tests.
   *
   * @param parent the container that it is in
   */
  public TestRecording begins(String uniqueId, Optional<TestRecording> parent) {
    return new TestRecording(
        TestId.of(place.module(), uniqueId), parent.orElse(null), Optional.of(page));
  }

  /** A test has ended; one that had no environment only counts. */
  public synchronized void ended(TestRecording test, TestResult result) {
    List<RecordedRun> runs = test.runs();
    if (runs.isEmpty() && !test.hasWorlds()) {
      others++;
    } else {
      write(out -> write(out, test, result, runs));
    }
    test.end();
  }

  /** A container of tests has ended; it counts as a test if it has run what no test did. */
  public void containerEnded(TestRecording container, Supplier<TestResult> result) {
    if (!container.runs().isEmpty()) {
      ended(container, result.get());
    } else if (!container.further().isEmpty()) {
      RecordedTest noTest = new RecordedTest(container.id(), false, List.of());
      write(out -> writeFurther(out, container, noTest));
    }
    container.end();
  }

  private interface Writing {
    void writeTo(RecordFile out) throws IOException;
  }

  private synchronized void write(Writing records) {
    if (problem != null) {
      return;
    }
    try {
      RecordFile out = open();
      records.writeTo(out);
      out.flush();
    } catch (IOException e) {
      problem = e;
    }
  }

  private RecordFile open() throws IOException {
    RecordFile open = file;
    if (open == null) {
      open = folder.join(facts, place.module());
      file = open;
    }
    return open;
  }

  private void write(
      RecordFile out, TestRecording test, TestResult result, List<RecordedRun> runs)
      throws IOException {
    boolean generated = test.generatedBy().isPresent();
    TestCoverage coverage = new TestCoverage(test.id().uniqueId());
    List<RecordedTest.Run> recorded = new ArrayList<>();
    boolean keptAny = false;
    for (int i = 0; i < runs.size(); i++) {
      RecordedRun run = runs.get(i);
      ExecutionRecord execution = run.run().snapshot();
      DefinitionRecords.Known definition = definitions.known(execution.description(), out);
      coverage.add(definition.id(), execution, run.world().forgottenOf(run.run()));
      recorded.add(new RecordedTest.Run(run.run().arn(), run.id(), definition.id()));
      Optional<Retention.Kept> kept = retention.of(execution, result, i, runs.size(), generated);
      if (kept.isEmpty() && run.isLinked()) {
        kept = Optional.of(Retention.Kept.FAILING);
      }
      if (kept.isPresent()) {
        write(out, test, run, execution, definition, kept.get());
        keptAny = true;
      }
    }
    coverage.write(out);
    RecordedTest ended =
        new RecordedTest(test.id(), result.failed(), List.copyOf(recorded));
    writeFurther(out, test, ended);
    if (keptAny) {
      writeWorld(out, test, ended);
    }
    out.add("test", json -> write(json, test, result));
  }

  private static void writeFurther(RecordFile out, TestRecording test, RecordedTest ended)
      throws IOException {
    for (FurtherRecord further : test.further()) {
      for (ObjectNode record : further.of(ended)) {
        out.add(record);
      }
    }
  }

  private static void writeWorld(RecordFile out, TestRecording test, RecordedTest ended)
      throws IOException {
    Optional<ObjectNode> world = WorldRecord.of(ended, test.environments());
    if (world.isPresent()) {
      out.add(world.get());
    }
  }

  private static void write(
      RecordFile out,
      TestRecording test,
      RecordedRun run,
      ExecutionRecord execution,
      DefinitionRecords.Known definition,
      Retention.Kept kept)
      throws IOException {
    out.add(
        "execution",
        new ExecutionRecords(
            run.id(),
            test.id().uniqueId(),
            definition.id(),
            definition.asl(),
            execution,
            run.world().parentOf(run.run()).map(ExecutionRun::arn),
            ExecutionRecords.arns(run.world().children(run.run())),
            run.world().answers(),
            kept));
  }

  private static void write(JsonGenerator json, TestRecording test, TestResult result)
      throws IOException {
    json.writeStringField("id", test.id().uniqueId());
    json.writeStringField("key", test.id().key());
    json.writeStringField("class", result.testClass());
    json.writeStringField("name", result.name());
    json.writeArrayFieldStart("containers");
    for (String container : result.containers()) {
      json.writeString(container);
    }
    json.writeEndArray();
    json.writeStringField("status", result.status().name());
    json.writeNumberField("realNanos", result.nanos());
    if (result.failure().isPresent()) {
      json.writeObjectFieldStart("failure");
      json.writeStringField("type", result.failure().get().type());
      json.writeStringField("message", result.failure().get().message());
      json.writeStringField("at", result.failure().get().at());
      json.writeEndObject();
    }
    if (test.generatedBy().isPresent()) {
      json.writeStringField("generatedBy", test.generatedBy().get());
    }
  }

  /**
   * All tests have ended: the report is made of the records of all JVMs of the run so far.
   *
   * @return the lines to print; none if no test had an environment
   */
  public synchronized List<String> finish(Optional<ReportMaker> maker) {
    RecordFile open = file;
    try {
      if (problem != null) {
        throw problem;
      }
      if (open == null) {
        return List.of();
      }
      open.add("end", json -> json.writeNumberField("otherTests", others));
      open.close();
      file = null;
      if (maker.isEmpty()) {
        return List.of(
            "StepUnit: no report was made, as stepunit-report is not on the class path; its data is in "
                + place.data());
      }
      return folder.locked(() -> maker.get().make(List.of(place.data()), place.folder()));
    } catch (IOException e) {
      return List.of("StepUnit: the report could not be written: " + e);
    }
  }
}
