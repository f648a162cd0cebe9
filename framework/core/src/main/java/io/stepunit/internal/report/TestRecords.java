package io.stepunit.internal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.internal.analysis.QuotasJson;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.history.ExecutionDescription;
import io.stepunit.internal.history.ExecutionRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the records of tests that have ended: the executions that are kept with their quotas, what
 * the test did to the world, what it reached, and last the test itself. Others add to them by
 * {@link FurtherRecord}.
 */
final class TestRecords {
  private final DefinitionRecords definitions;
  private final ContractRecords contracts;
  private final CoverageSets coverageSets = new CoverageSets();
  private final Retention retention = new Retention();

  TestRecords(DefinitionRecords definitions) {
    this.definitions = definitions;
    this.contracts = new ContractRecords(definitions);
  }

  /** What was written last has not come into the file. */
  void discarded() {
    definitions.discarded();
    coverageSets.discarded();
    contracts.discarded();
  }

  void write(RecordFile out, EndedTest test) throws IOException {
    TestCoverage coverage = new TestCoverage();
    Map<ExecutionRun, ExecutionRun> parents = parents(test);
    List<RecordedTest.Run> recorded = new ArrayList<>();
    Duration virtual = Duration.ZERO;
    boolean keepsAny = false;
    for (int i = 0; i < test.runs().size(); i++) {
      RecordedRun run = test.runs().get(i);
      ExecutionRecord execution = run.run().snapshot();
      DefinitionRecords.Known definition = known(out, execution);
      coverage.add(definition, execution, run.forgotten());
      virtual = virtual.plus(virtualTime(execution.description()));
      recorded.add(new RecordedTest.Run(run.run().arn(), run.id(), definition.id()));
      Optional<Retention.Kept> kept = retention.of(execution, run, test, i);
      if (kept.isPresent()) {
        keepsAny = true;
        Optional<String> parent =
            Optional.ofNullable(parents.get(run.run())).map(ExecutionRun::arn);
        write(
            out,
            new ExecutionRecords(test, run, run.id(), definition, execution, parent, kept.get()));
      }
    }
    List<Integer> reached = coverage.numbers(coverageSets, out);
    RecordedTest ended = further(out, test, recorded);
    if (keepsAny) {
      world(out, ended, test.environments());
    }
    contracts.write(out, test);
    Duration all = virtual;
    out.add("test", json -> write(json, test, all, reached));
  }

  /** From its start to its end; nothing for one that has not ended. */
  private static Duration virtualTime(ExecutionDescription execution) {
    return execution
        .stoppedAt()
        .map(stopped -> Duration.between(execution.startedAt(), stopped))
        .orElse(Duration.ZERO);
  }

  private DefinitionRecords.Known known(RecordFile out, ExecutionRecord execution)
      throws IOException {
    return definitions.known(
        execution.description().definition(), execution.description().type(), out);
  }

  private static Map<ExecutionRun, ExecutionRun> parents(EndedTest test) {
    if (test.runs().size() == 1) {
      return Map.of();
    }
    Map<ExecutionRun, ExecutionRun> parents = new IdentityHashMap<>();
    for (RecordedRun run : test.runs()) {
      run.children().forEach(child -> parents.put(child, run.run()));
    }
    return parents;
  }

  private static void write(RecordFile out, ExecutionRecords record) throws IOException {
    out.add("execution", record);
    ObjectNode quotas = QuotasJson.of(record.execution());
    out.add(
        "quotas",
        json -> {
          json.writeStringField("execution", record.id());
          for (var member : quotas.properties()) {
            json.writeFieldName(member.getKey());
            json.writeTree(member.getValue());
          }
        });
    for (int i = 0; i < record.execution().mapRuns().size(); i++) {
      for (ExecutionRecords child : record.childrenOf(i)) {
        write(out, child);
      }
    }
  }

  /** Writes what others add to the records of a test. */
  static RecordedTest further(RecordFile out, EndedTest test, List<RecordedTest.Run> runs)
      throws IOException {
    RecordedTest ended = new RecordedTest(test.id(), test.result().failed(), List.copyOf(runs));
    for (FurtherRecord further : test.further()) {
      for (ObjectNode record : further.of(ended)) {
        out.add(record);
      }
    }
    return ended;
  }

  private static void world(
      RecordFile out, RecordedTest test, List<StepFunctionsEnvironment> environments)
      throws IOException {
    Optional<ObjectNode> record = WorldRecord.of(test, environments);
    if (record.isPresent()) {
      out.add(record.get());
    }
  }

  /** Writes a test that did not run. */
  static void write(RecordFile out, SkippedTest test) throws IOException {
    out.add(
        "test",
        json -> {
          name(json, test.id(), test.result());
          if (!test.reason().isEmpty()) {
            json.writeStringField("reason", ShortText.cut(test.reason(), Data.LONGEST));
          }
        });
  }

  private static void name(JsonGenerator json, TestId id, TestResult result) throws IOException {
    json.writeStringField("id", id.uniqueId());
    json.writeStringField("key", id.key());
    json.writeStringField("class", result.testClass());
    json.writeStringField("name", result.name());
    json.writeArrayFieldStart("containers");
    for (String container : result.containers()) {
      json.writeString(container);
    }
    json.writeEndArray();
    json.writeStringField("status", result.status().name());
  }

  private static void write(
      JsonGenerator json, EndedTest test, Duration virtual, List<Integer> reached)
      throws IOException {
    TestResult result = test.result();
    name(json, test.id(), result);
    json.writeNumberField("realNanos", result.nanos());
    json.writeNumberField("runs", test.runs().size());
    json.writeNumberField("virtualSeconds", BigDecimal.valueOf(virtual.toMillis(), 3));
    json.writeNumberField("mockCalls", test.mockCalls());
    json.writeArrayFieldStart("coverage");
    for (int number : reached) {
      json.writeNumber(number);
    }
    json.writeEndArray();
    if (result.failure().isPresent()) {
      json.writeObjectFieldStart("failure");
      json.writeStringField("type", result.failure().get().type());
      json.writeStringField(
          "message", ShortText.cut(result.failure().get().message(), Data.LONGEST));
      json.writeStringField("at", result.failure().get().at());
      json.writeEndObject();
    }
    if (test.generatedBy().isPresent()) {
      json.writeStringField("generatedBy", test.generatedBy().get());
    }
  }
}
