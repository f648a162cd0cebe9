package io.stepunit.internal.property;

import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.report.Reached;
import io.stepunit.internal.report.Rerun.Mistake;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The cases that a search has tried before.
 *
 * @param all in the order in which they were tried
 */
public record KnownCases(List<KnownCase> all) {
  /** Cases that reach the same differ in their data only; a few tell what all do. */
  private static final int ALIKE = 3;

  /** Copies the list. */
  public KnownCases {
    all = List.copyOf(all);
  }

  /**
   * A case.
   *
   * @param reached what its executions reached
   * @param parts the parts of the property that it put to the test
   */
  public record KnownCase(Case given, List<Reached> reached, Set<String> parts) {
    /** Copies the collections. */
    public KnownCase {
      reached = List.copyOf(reached);
      parts = Set.copyOf(parts);
    }

    /** Equal for cases that reach the same of a definition and of the property. */
    private Object likeness(CompiledDefinition definition) {
      Set<String> points = new HashSet<>();
      reached.stream()
          .filter(each -> each.definition().hasSourceOf(definition))
          .forEach(each -> points.addAll(each.hits().counts().keySet()));
      return List.of(points, parts);
    }
  }

  /** Those that can tell a mistake: their executions get to its place. */
  Selection reaching(Mistake mistake) {
    Map<Object, Integer> alike = new HashMap<>();
    List<Case> reaching = new ArrayList<>();
    Set<String> others = new HashSet<>();
    for (KnownCase each : all) {
      if (!mistake.isReachedBy(each.reached())) {
        others.addAll(each.parts());
      } else if (alike.merge(each.likeness(mistake.original()), 1, Integer::sum) <= ALIKE) {
        reaching.add(each.given());
      }
    }
    return new Selection(reaching, others);
  }

  /**
   * Some of the cases.
   *
   * @param others the parts of the property that cases put to the test which do not get there
   */
  record Selection(List<Case> cases, Set<String> others) {}
}
