package io.stepunit.internal.report.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.contract.Contract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the records of a test run tell: of all its JVMs, modules and shards together. The order is
 * the same whatever ran first.
 *
 * @param runs the test JVMs, by module and fork
 * @param definitions by title, file and id; each content once
 * @param hits by the id of a definition; absent where no test ran it
 * @param tests by module, class and unique id; of one that ran several times the last
 * @param executions those that were kept, by test and number
 * @param sweeps fault matrices and interleavings
 * @param worlds effects, messages and objects of tests
 * @param quotas sizes and costs of executions
 * @param contracts what mocks assumed of the code behind Tasks, by their files
 * @param problems what could not be read, for people
 */
public record ReportData(
    List<RunRecord> runs,
    List<DefinitionRecord> definitions,
    Map<String, RecordedHits> hits,
    List<TestRecord> tests,
    List<RecordedExecution> executions,
    List<ObjectNode> sweeps,
    List<ObjectNode> worlds,
    List<ObjectNode> quotas,
    List<Contract> contracts,
    List<String> problems) {
  public ReportData {
    runs = List.copyOf(runs);
    definitions = List.copyOf(definitions);
    hits = Map.copyOf(hits);
    tests = List.copyOf(tests);
    executions = List.copyOf(executions);
    sweeps = List.copyOf(sweeps);
    worlds = List.copyOf(worlds);
    quotas = List.copyOf(quotas);
    contracts = List.copyOf(contracts);
    problems = List.copyOf(problems);
  }

  /**
   * Reads the records in these folders.
   *
   * @throws RecordsException if another version of StepUnit wrote them
   */
  public static ReportData read(List<Path> folders) {
    return read(folders, definition -> {});
  }

  /**
   * The same for somebody who has work to begin.
   *
   * @param found is told of each definition when it is read, of some more than once
   * @throws RecordsException if another version of StepUnit wrote them
   */
  public static ReportData read(List<Path> folders, Consumer<DefinitionRecord> found) {
    return RecordMerge.of(DataFiles.in(folders), found);
  }

  /** What tests reached of a definition. */
  public RecordedHits hitsOf(DefinitionRecord definition) {
    return hits.getOrDefault(definition.id(), RecordedHits.NONE);
  }
}
