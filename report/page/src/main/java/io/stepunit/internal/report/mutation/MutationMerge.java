package io.stepunit.internal.report.mutation;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.stepunit.internal.report.coverage.Words;
import io.stepunit.internal.report.data.DefinitionRecord;
import io.stepunit.internal.report.data.ReportData;
import io.stepunit.internal.report.data.RunRecord;
import io.stepunit.internal.sweep.Shard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Puts the mutants of several files together: those of modules, and of jobs that shared them. */
final class MutationMerge {
  private final ReportData records;
  private final Set<String> recordedModules;
  private final Map<Key, Merged> definitions = new LinkedHashMap<>();
  private final Map<String, Map<Integer, Set<Integer>>> shards = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private boolean isWhole = true;

  MutationMerge(ReportData records) {
    this.records = records;
    this.recordedModules = records.runs().stream().map(RunRecord::module).collect(toSet());
  }

  private record Key(String module, String file, Optional<String> machine) {}

  /** The mutants of one definition, as they come in. */
  private record Merged(
      Path first, DefinitionMutants definition, Map<String, TriedMutant> mutants) {
    DefinitionMutants whole() {
      return new DefinitionMutants(
          definition.module(),
          definition.file(),
          definition.machine(),
          definition.source(),
          mutants.values().stream().sorted(TriedMutant.IN_ORDER).toList());
    }
  }

  /** Something does not count, for a reason. */
  void leaveOut(String problem) {
    isWhole = false;
    problems.add(problem);
  }

  void add(MutationDocument document) {
    Shard shard = document.origin().shard();
    shards
        .computeIfAbsent(document.origin().module(), module -> new TreeMap<>())
        .computeIfAbsent(shard.count(), count -> new TreeSet<>())
        .add(shard.number());
    document.definitions().forEach(definition -> add(document.file(), definition));
  }

  private void add(Path file, DefinitionMutants definition) {
    if (isOutdated(definition)) {
      leaveOut(file, definition, "the tests of this report ran");
      return;
    }
    Merged merged =
        definitions.computeIfAbsent(
            new Key(definition.module(), definition.file(), definition.machine()),
            key -> new Merged(file, definition, new LinkedHashMap<>()));
    if (!merged.definition().source().equals(definition.source())) {
      leaveOut(file, definition, merged.first() + " has");
      return;
    }
    List<TriedMutant> contradicting = new ArrayList<>();
    for (TriedMutant mutant : definition.mutants()) {
      TriedMutant known = merged.mutants().get(mutant.id());
      TriedMutant joined = known == null ? mutant : known.with(mutant);
      if (known != null && known.contradicts(mutant)) {
        contradicting.add(joined);
      }
      merged.mutants().put(mutant.id(), joined);
    }
    tellContradictions(file, merged, contradicting);
  }

  /** Whether the tests of this module ran the file as it was before or after. */
  private boolean isOutdated(DefinitionMutants definition) {
    List<DefinitionRecord> ofFile =
        records.definitions().stream()
            .filter(record -> record.file().filter(definition.file()::equals).isPresent())
            .toList();
    return recordedModules.contains(definition.module())
        && !ofFile.isEmpty()
        && ofFile.stream().noneMatch(record -> record.text().equals(definition.source()));
  }

  private void leaveOut(Path file, DefinitionMutants definition, String other) {
    leaveOut(
        "%s has mutants of another %s than %s: %s left out. Try them again with this definition."
            .formatted(
                file,
                definition.file(),
                other,
                definition.mutants().size() == 1
                    ? "1 mutant is"
                    : definition.mutants().size() + " mutants are"));
  }

  private void tellContradictions(Path file, Merged merged, List<TriedMutant> mutants) {
    if (!mutants.isEmpty()) {
      TriedMutant first = mutants.get(0);
      problems.add(
          "%s tells otherwise of %s of %s than other files, such as: %s (line %s). It counts as %s; the tests were not the same, or do not always pass."
              .formatted(
                  file,
                  Words.count(mutants.size(), "mutant"),
                  merged.definition().file(),
                  first.description(),
                  first.place().line(),
                  first.status().words()));
    }
  }

  MutationReport merged() {
    shards.forEach(this::tellMissing);
    return new MutationReport(
        definitions.values().stream()
            .map(Merged::whole)
            .sorted(
                Comparator.comparing(DefinitionMutants::module)
                    .thenComparing(DefinitionMutants::file)
                    .thenComparing(definition -> definition.machine().orElse("")))
            .toList(),
        problems,
        isWhole);
  }

  /** A file of all mutants leaves none to the parts. */
  private void tellMissing(String module, Map<Integer, Set<Integer>> partsByCount) {
    if (!partsByCount.containsKey(1)) {
      partsByCount.forEach((count, parts) -> tellMissing(module, count, parts));
    }
  }

  private void tellMissing(String module, int count, Set<Integer> parts) {
    if (parts.size() < count) {
      String missing =
          IntStream.rangeClosed(1, count)
              .filter(part -> !parts.contains(part))
              .mapToObj(part -> part + "/" + count)
              .collect(joining(", "));
      leaveOut(
          "The mutants%s are not all here: what the jobs %s have tried is missing."
              .formatted(module.isEmpty() ? "" : " of " + module, missing));
    }
  }
}
