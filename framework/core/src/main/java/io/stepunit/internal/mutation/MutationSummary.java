package io.stepunit.internal.mutation;

import io.stepunit.internal.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The result as the console tells it: what the tests have not found, and where it stands. */
public final class MutationSummary {
  private static final int TESTS_SHOWN = 3;

  private final MutationResult result;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();

  private MutationSummary(MutationResult result) {
    this.result = result;
    result.tests().forEach(test -> names.put(test.id(), test.words()));
  }

  /** The lines to print. */
  public static List<String> of(MutationResult result) {
    MutationSummary summary = new MutationSummary(result);
    result.definitions().forEach(summary::survivors);
    summary.total();
    return summary.lines.stream().map(Printable::line).toList();
  }

  private void survivors(MutatedDefinition definition) {
    SourcePlaces places = definition.places();
    for (MutantResult each : definition.results()) {
      if (!each.status().isFound()) {
        int line = places.member(each.mutant().pointer()).line();
        lines.add(definition.file() + ":" + line + "  " + each.mutant().description());
        lines.add("    " + places.line(line));
        lines.add("    " + tests(each));
      }
    }
  }

  private String tests(MutantResult survivor) {
    if (survivor.coveredBy().isEmpty()) {
      return "No test reaches it.";
    }
    int more = survivor.coveredBy().size() - TESTS_SHOWN;
    String shown =
        String.join(
            ", ",
            survivor.coveredBy().stream()
                .limit(TESTS_SHOWN)
                .map(id -> names.getOrDefault(id, id))
                .toList());
    return "Passed all the same: " + shown + (more > 0 ? " and " + more + " more" : "");
  }

  private void total() {
    for (MutatedDefinition definition : result.definitions()) {
      MutationResult own = new MutationResult(List.of(definition), List.of());
      lines.add(
          "%s: %s of %s mutants found (%s), %s survived, %s that no test reaches"
              .formatted(
                  definition.name(),
                  own.score().found(),
                  own.score().all(),
                  own.score(),
                  own.count(MutantStatus.SURVIVED),
                  own.count(MutantStatus.NO_COVERAGE)));
    }
  }
}
