package io.stepunit.internal.explore;

import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.model.ChoiceState;
import io.stepunit.internal.model.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The data to try: values that the Choice states on the way read, alone and in pairs. */
public final class Variations {
  private static final int BASES = 3;
  private static final int FIELDS = 5;
  private static final int VALUES = 7;
  private static final int SEEDS = 12;

  private final Samples samples;

  public Variations(Samples samples) {
    this.samples = samples;
  }

  /**
   * The variations to try, the most promising first.
   *
   * @param choices the Choice states on the way, the last one first
   */
  public List<Variation> of(List<ChoiceState> choices) {
    List<String> fields = fields(choices);
    Set<Variation> all = new LinkedHashSet<>();
    all.add(Variation.nth(0));
    if (samples.mayBeLists()) {
      all.add(Variation.nth(0).ofLists());
    }
    fields.forEach(field -> picks(field).forEach(all::add));
    for (int n = 1; n < BASES; n++) {
      all.add(Variation.nth(n));
    }
    for (int i = 0; i < fields.size(); i++) {
      for (int j = i + 1; j < fields.size(); j++) {
        all.addAll(pairs(fields.get(i), fields.get(j)));
      }
    }
    for (int seed = 1; seed <= SEEDS; seed++) {
      all.add(Variation.scattered(seed));
    }
    if (samples.mayBeLists()) {
      all.addAll(all.stream().limit(VALUES).map(Variation::ofLists).toList());
    }
    return List.copyOf(all);
  }

  private static List<String> fields(List<ChoiceState> choices) {
    return choices.stream()
        .flatMap(State::reads)
        .map(Read::path)
        .flatMap(Variations::field)
        .distinct()
        .limit(FIELDS)
        .toList();
  }

  private static Stream<String> field(DataPath path) {
    return path.steps().stream().flatMap(step -> step.name().stream()).reduce((a, b) -> b).stream();
  }

  private Stream<Variation> picks(String field) {
    return Stream.iterate(1, n -> n < values(field), n -> n + 1)
        .map(n -> Variation.picking(Map.of(field, n)));
  }

  private List<Variation> pairs(String one, String other) {
    List<Variation> pairs = new ArrayList<>();
    for (int n = 1; n < values(one); n++) {
      for (int m = 1; m < values(other); m++) {
        Map<String, Integer> picks = new LinkedHashMap<>();
        picks.put(one, n);
        picks.put(other, m);
        pairs.add(Variation.picking(picks));
      }
    }
    return pairs;
  }

  private int values(String field) {
    return Math.min(VALUES, samples.choices(field));
  }
}
