package io.stepunit.internal.report.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.coverage.Hits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts the records of several files together. */
final class RecordMerge {
  private static final Comparator<String> NATURAL = new NaturalOrder();

  private final List<RunRecord> runs = new ArrayList<>();
  private final Map<String, DefinitionRecord> definitions = new LinkedHashMap<>();
  private final Map<String, TestRecord> tests = new LinkedHashMap<>();
  private final Map<String, RecordedExecution> executions = new LinkedHashMap<>();
  private final Map<String, RecordedCoverage> coverage = new LinkedHashMap<>();
  private final Map<String, JoinedSweep> matrices = new HashMap<>();
  private final Map<String, ObjectNode> interleavings = new HashMap<>();
  private final Map<String, ObjectNode> worlds = new LinkedHashMap<>();
  private final Map<String, ObjectNode> quotas = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  /** Adds the records of a file. */
  void add(Path file) {
    FileRecords records = FileRecords.of(file);
    problems.addAll(records.problems());
    records.run().ifPresent(run -> add(run, records));
  }

  private void add(RunRecord run, FileRecords records) {
    runs.add(run);
    records.definitions().forEach(it -> definitions.putIfAbsent(it.id(), it));
    // By module, as a class of the same name may be in two of them.
    records.tests().values().forEach(it -> tests.put(run.module() + " " + it.id(), it));
    records.executions().forEach(it -> executions.put(it.id(), it));
    records
        .coverage()
        .forEach(
            it ->
                coverage.put(
                    run.module() + " " + it.test() + " " + it.definition(),
                    new RecordedCoverage(
                        it.definition(), it.hits(), records.isGenerated(it.test()))));
    records.of("sweep").forEach(it -> addSweep(run.module() + " " + it.path("id").asText(), it));
    keep(records.of("world"), run, "test", worlds);
    keep(records.of("quotas"), run, "execution", quotas);
  }

  private void addSweep(String key, ObjectNode record) {
    if (record.path("type").asText().equals("FAULT_MATRIX")) {
      matrices.computeIfAbsent(key, id -> new JoinedSweep()).add(record);
    } else {
      interleavings.put(key, record);
    }
  }

  private Map<String, ObjectNode> sweeps() {
    Map<String, ObjectNode> sweeps = new HashMap<>(interleavings);
    matrices.forEach((key, matrix) -> sweeps.put(key, matrix.toJson()));
    return sweeps;
  }

  /** The last one counts of a test that ran several times. */
  private static void keep(
      List<ObjectNode> records, RunRecord run, String idField, Map<String, ObjectNode> kept) {
    records.forEach(it -> kept.put(run.module() + " " + it.path(idField).asText(), it));
  }

  ReportData merged() {
    Map<String, HitSum> hits = new HashMap<>();
    coverage
        .values()
        .forEach(it -> hits.computeIfAbsent(it.definition(), id -> new HitSum()).add(it));
    Map<String, RecordedHits> recorded = new HashMap<>();
    hits.forEach((id, sum) -> recorded.put(id, sum.toHits()));
    return new ReportData(
        sorted(runs, List.of(RunRecord::module, RunRecord::fork, RunRecord::run)),
        sorted(
            definitions.values(),
            List.of(
                DefinitionRecord::title,
                definition -> definition.file().orElse(""),
                DefinitionRecord::id)),
        recorded,
        sorted(tests.values(), List.of(TestRecord::module, TestRecord::className, TestRecord::id)),
        sorted(executions.values(), List.of(RecordedExecution::test, RecordedExecution::id)),
        byKey(sweeps()),
        byKey(worlds),
        byKey(quotas),
        problems);
  }

  private static <T> List<T> sorted(Collection<T> records, List<Function<T, String>> keys) {
    Comparator<T> order =
        keys.stream()
            .map(key -> Comparator.comparing(key, NATURAL))
            .reduce(Comparator::thenComparing)
            .orElseThrow();
    return records.stream().sorted(order).toList();
  }

  private static List<ObjectNode> byKey(Map<String, ObjectNode> records) {
    return records.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(NATURAL))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** What the last try of a test reached of a definition. */
  private record RecordedCoverage(String definition, Hits hits, boolean isGenerated) {}

  /** The hits of one definition, as they come in. */
  private static final class HitSum {
    private final HitTotals all = new HitTotals();
    private final HitTotals generated = new HitTotals();

    void add(RecordedCoverage coverage) {
      all.add(coverage.hits());
      if (coverage.isGenerated()) {
        generated.add(coverage.hits());
      }
    }

    RecordedHits toHits() {
      return new RecordedHits(all.toHits(), generated.toHits());
    }
  }
}
