package io.stepunit.internal.report.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.contract.Assumption;
import io.stepunit.internal.contract.Contracts;
import io.stepunit.internal.coverage.Hits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts the records of several files together. */
final class RecordMerge {
  private static final Comparator<String> NATURAL = new NaturalOrder();

  private final List<RunRecord> runs = new ArrayList<>();
  private final Map<String, DefinitionRecord> definitions = new LinkedHashMap<>();
  private final Map<TestTry.Key, TestTry> tests = new LinkedHashMap<>();
  private final Map<String, JoinedSweep> matrices = new HashMap<>();
  private final Map<String, ObjectNode> interleavings = new HashMap<>();
  private final List<Assumption> assumptions = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  /**
   * Puts the records of these files together.
   *
   * @param found is told of each definition
   */
  static ReportData of(List<Path> files, Consumer<DefinitionRecord> found) {
    List<FileRecords> all = files.stream().map(file -> FileRecords.of(file, found)).toList();
    RecordMerge merge = new RecordMerge();
    all.forEach(file -> merge.problems.addAll(file.problems()));
    // Of a test that ran several times the last one counts, whatever its file is called.
    all.stream()
        .filter(file -> file.run().isPresent())
        .sorted(Comparator.comparing(file -> file.run().orElseThrow().start()))
        .forEach(file -> merge.add(file.run().orElseThrow(), file));
    return merge.merged();
  }

  private void add(RunRecord run, FileRecords records) {
    runs.add(run);
    records.definitions().forEach(it -> definitions.putIfAbsent(it.id(), it));
    TestTry.all(run.module(), records).forEach(this::add);
    records.of(Assumption.KIND).forEach(it -> assumptions.add(Assumption.of(it)));
    records.of("sweep").forEach(it -> addSweep(run.module() + " " + it.path("id").asText(), it));
  }

  private void add(TestTry.Key key, TestTry last) {
    tests.merge(key, last, TestTry::followedBy);
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

  ReportData merged() {
    return new ReportData(
        sorted(runs, List.of(RunRecord::module, RunRecord::fork, RunRecord::run)),
        sorted(
            definitions.values(),
            List.of(
                DefinitionRecord::title,
                definition -> definition.file().orElse(""),
                DefinitionRecord::id)),
        hits(),
        sorted(
            all(one -> one.test().stream()),
            List.of(TestRecord::module, TestRecord::className, TestRecord::id)),
        sorted(
            all(one -> one.executions().stream()),
            List.of(RecordedExecution::test, RecordedExecution::id)),
        byKey(sweeps()),
        byMember("test", one -> one.world().stream()),
        byMember("execution", one -> one.quotas().stream()),
        Contracts.of(assumptions),
        problems);
  }

  private <T> List<T> all(Function<TestTry, Stream<T>> records) {
    return tests.values().stream().flatMap(records).toList();
  }

  /** Many tests have the same hits, which are added once. */
  private Map<String, RecordedHits> hits() {
    Map<ReachedSet, Tests> sets = new IdentityHashMap<>();
    for (TestTry one : tests.values()) {
      boolean isGenerated = one.test().filter(TestRecord::isGenerated).isPresent();
      one.reached()
          .forEach(set -> sets.computeIfAbsent(set, reached -> new Tests()).add(isGenerated));
    }
    Map<String, HitSum> sums = new HashMap<>();
    sets.forEach(
        (set, count) ->
            sums.computeIfAbsent(set.definition(), id -> new HitSum()).add(set.hits(), count));
    Map<String, RecordedHits> recorded = new HashMap<>();
    sums.forEach((id, sum) -> recorded.put(id, sum.toHits()));
    return recorded;
  }

  private static <T> List<T> sorted(Collection<T> records, List<Function<T, String>> keys) {
    Comparator<T> order =
        keys.stream()
            .map(key -> Comparator.comparing(key, NATURAL))
            .reduce(Comparator::thenComparing)
            .orElseThrow();
    return records.stream().sorted(order).toList();
  }

  private List<ObjectNode> byMember(String member, Function<TestTry, Stream<ObjectNode>> records) {
    Map<String, ObjectNode> keyed = new HashMap<>();
    tests.forEach(
        (key, one) ->
            records
                .apply(one)
                .forEach(it -> keyed.put(key.module() + " " + it.path(member).asText(), it)));
    return byKey(keyed);
  }

  private static List<ObjectNode> byKey(Map<String, ObjectNode> records) {
    return records.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(NATURAL))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** How many tests there are of a kind. */
  private static final class Tests {
    private int all;
    private int generated;

    void add(boolean isGenerated) {
      all++;
      generated += isGenerated ? 1 : 0;
    }
  }

  /** The hits of one definition, as they come in. */
  private static final class HitSum {
    private final HitTotals all = new HitTotals();
    private final HitTotals generated = new HitTotals();

    void add(Hits hits, Tests tests) {
      all.add(hits, tests.all);
      generated.add(hits, tests.generated);
    }

    RecordedHits toHits() {
      return new RecordedHits(all.toHits(), generated.toHits());
    }
  }
}
