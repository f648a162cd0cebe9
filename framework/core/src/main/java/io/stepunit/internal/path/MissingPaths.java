package io.stepunit.internal.path;

import io.stepunit.internal.model.State;
import io.stepunit.internal.reach.Aim;
import io.stepunit.internal.reach.Candidate;
import io.stepunit.internal.reach.Pool;
import io.stepunit.internal.reach.WhatIsMissing;
import io.stepunit.path.MachinePaths.Missing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says of each aim that no path reaches what kept executions from it. */
final class MissingPaths {
  private final List<Aim> aims;
  private final Pool pool;
  private final WhatIsMissing missing;
  private final int loops;

  MissingPaths(List<Aim> aims, Pool pool, WhatIsMissing missing, int loops) {
    this.aims = aims;
    this.pool = pool;
    this.missing = missing;
    this.loops = loops;
  }

  /** The aims in states that executions do visit, each with those that only lie behind it. */
  List<Missing> of(List<Aim> missed) {
    List<Aim> near =
        missed.stream().filter(aim -> aim.from().filter(pool::visits).isPresent()).toList();
    List<Aim> first = near.isEmpty() ? missed.stream().limit(1).toList() : near;
    Map<Aim, List<String>> behind = new LinkedHashMap<>();
    first.forEach(aim -> behind.put(aim, new ArrayList<>()));
    for (Aim aim : missed) {
      if (!first.contains(aim)) {
        Aim before =
            first.stream().filter(each -> leadsTo(each, aim)).findFirst().orElse(first.get(0));
        behind.computeIfAbsent(before, key -> new ArrayList<>()).add(aim.name());
      }
    }
    return behind.entrySet().stream()
        .map(each -> new Missing(each.getKey().name(), reason(each.getKey()), each.getValue()))
        .toList();
  }

  private boolean leadsTo(Aim aim, Aim other) {
    Set<String> seen = new LinkedHashSet<>();
    aim.leadsTo().ifPresent(seen::add);
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      String from = open.remove();
      aims.stream()
          .filter(each -> isFrom(from, each))
          .flatMap(each -> each.leadsTo().stream())
          .filter(seen::add)
          .forEach(open::add);
    }
    return other.from().map(State::name).filter(seen::contains).isPresent();
  }

  private static boolean isFrom(String state, Aim aim) {
    return aim.from().filter(from -> from.name().equals(state)).isPresent();
  }

  private String reason(Aim aim) {
    Optional<Candidate> fewest =
        pool.reaching(aim).stream().min(Comparator.comparing(each -> each.cost().loops()));
    return fewest
        .filter(each -> each.cost().loops() > loops)
        .map(
            each ->
                "it takes %s loops, and %s are allowed. Allow more: loops = %s."
                    .formatted(each.cost().loops(), loops, each.cost().loops()))
        .orElseGet(() -> missing.reason(aim));
  }
}
