package io.stepunit.internal.explore;

import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.ValueKind;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateGraph;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Collects what a definition reads. Every path is noted at every depth: a field that is read as
 * {@code $.order.lines} may come as {@code lines} from a Task whose result goes to {@code $.order}.
 */
final class DefinitionReads {
  /** How often data gets another name on its way, at most. */
  private static final int RENAMES = 3;

  private final ValueNeeds root = new ValueNeeds();
  private final Map<String, Set<DataNames>> sources = new TreeMap<>();

  private DefinitionReads() {}

  /** What a machine reads of its data, wherever the data comes from. */
  static ValueNeeds of(StateGraph machine) {
    DefinitionReads reads = new DefinitionReads();
    machine.all().flatMap(State::reads).forEach(reads::note);
    for (int i = 0; i < RENAMES; i++) {
      reads.followRenames();
    }
    return reads.root;
  }

  private void note(Read read) {
    DataNames.of(read.path())
        .ifPresent(
            way -> {
              atAllDepths(way, needs -> needs.readAs(read));
              read.handedOnAs()
                  .ifPresent(
                      name ->
                          sources.computeIfAbsent(name, unused -> new LinkedHashSet<>()).add(way));
            });
    DataNames.inVariable(read.path()).ifPresent(way -> needs(way, true).readAs(read));
  }

  /** {@code "status.$": "$.Body.state"}: what a Choice needs of status, state has to have. */
  private void followRenames() {
    sources.forEach(
        (field, ways) -> {
          ValueNeeds target = root.fields().get(field);
          if (target != null) {
            ways.forEach(way -> atAllDepths(way, source -> source.isSourceOf(target)));
          }
        });
  }

  private void atAllDepths(DataNames way, Consumer<ValueNeeds> use) {
    if (way.names().isEmpty()) {
      use.accept(root);
    }
    if (way.lists().get(0)) {
      root.usedAs(ValueKind.ARRAY);
    }
    for (int from = 0; from < way.names().size(); from++) {
      use.accept(needs(way.from(from), from == 0));
    }
  }

  private ValueNeeds needs(DataNames way, boolean whole) {
    ValueNeeds needs = root;
    for (int i = 0; i < way.names().size(); i++) {
      boolean isLast = i == way.names().size() - 1;
      needs = needs.field(way.names().get(i));
      if (way.lists().get(i + 1)) {
        if (whole) {
          needs.certainlyList();
        } else {
          needs.usedAs(ValueKind.ARRAY);
        }
      } else if (whole && !isLast) {
        needs.certainlyObject();
      }
    }
    return needs;
  }
}
