package io.stepunit.internal.report.coverage;

import io.stepunit.internal.coverage.CoveragePoint;
import io.stepunit.internal.coverage.PointKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The states that no test reached, as holes: those to which one of them leads are one hole with it,
 * and so is all that is in them or leads to them.
 */
final class UnreachedStates {
  private final Map<String, CoveredPoint> missing = new LinkedHashMap<>();
  private final Set<String> states;
  private final Map<String, List<String>> successors = new HashMap<>();

  /** By each state the first one of its hole. */
  private final Map<String, String> heads = new LinkedHashMap<>();

  private UnreachedStates(List<CoveredPoint> missing) {
    missing.forEach(point -> this.missing.put(point.point().key(), point));
    this.states =
        missing.stream()
            .filter(point -> point.point().kind() == PointKind.STATE)
            .map(point -> point.point().key())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    group();
  }

  static UnreachedStates among(List<CoveredPoint> missing) {
    return new UnreachedStates(missing);
  }

  private void group() {
    Set<String> led = new LinkedHashSet<>();
    Set<String> entrances = new LinkedHashSet<>();
    for (CoveredPoint missed : missing.values()) {
      String target = missed.point().target().filter(states::contains).orElse("");
      if (target.isEmpty()) {
        continue;
      }
      led.add(target);
      if (states.contains(missed.point().state())) {
        successors.computeIfAbsent(missed.point().state(), state -> new ArrayList<>()).add(target);
      } else {
        entrances.add(target);
      }
    }
    List<String> outer = states.stream().filter(state -> container(state).isEmpty()).toList();
    outer.stream().filter(it -> entrances.contains(it) || !led.contains(it)).forEach(this::claim);
    outer.forEach(this::claim);
    states.forEach(
        state -> container(state).ifPresent(around -> heads.put(state, heads.get(around))));
  }

  /** The outermost unreached state that a state is in. */
  private Optional<String> container(String state) {
    return states.stream().filter(around -> state.startsWith(around + "/")).findFirst();
  }

  private void claim(String head) {
    if (heads.containsKey(head)) {
      return;
    }
    Deque<String> open = new ArrayDeque<>(List.of(head));
    while (!open.isEmpty()) {
      String state = open.remove();
      if (heads.putIfAbsent(state, head) == null) {
        open.addAll(successors.getOrDefault(state, List.of()));
      }
    }
  }

  /** Whether a missed point is part of one of these holes. */
  boolean covers(CoveredPoint point) {
    return headOf(point.point()).isPresent();
  }

  private Optional<String> headOf(CoveragePoint point) {
    String own = heads.get(point.state());
    return Optional.ofNullable(own)
        .or(() -> point.target().map(heads::get))
        .or(() -> headOfBranch(point))
        .or(() -> headOfRule(point));
  }

  private Optional<String> headOfBranch(CoveragePoint point) {
    return point.kind() != PointKind.BRANCH
        ? Optional.empty()
        : states.stream()
            .filter(state -> state.startsWith(point.key() + "/"))
            .findFirst()
            .map(heads::get);
  }

  /** A rule that has to hold for its transition, with the operands that then hold. */
  private Optional<String> headOfRule(CoveragePoint point) {
    boolean isRule = point.kind() == PointKind.CHOICE_RULE || point.kind() == PointKind.OPERAND;
    List<String> parts = Pointers.withinState(point);
    if (!isRule
        || !point.key().endsWith("#true")
        || parts.contains("Or")
        || parts.contains("Not")) {
      return Optional.empty();
    }
    return Optional.ofNullable(missing.get(Pointers.rule(point) + "/Next"))
        .flatMap(next -> next.point().target())
        .map(heads::get);
  }

  /** The holes, in the order of the definition. */
  List<Hole> holes() {
    Map<String, Set<String>> keys = new LinkedHashMap<>();
    states.forEach(
        state ->
            keys.computeIfAbsent(heads.get(state), head -> new LinkedHashSet<>(List.of(head)))
                .add(state));
    missing
        .values()
        .forEach(
            missed ->
                headOf(missed.point())
                    .ifPresent(
                        head ->
                            Objects.requireNonNull(keys.get(head), head)
                                .add(missed.point().key())));
    return keys.entrySet().stream().map(hole -> hole(hole.getKey(), hole.getValue())).toList();
  }

  private Hole hole(String head, Set<String> keys) {
    List<String> names =
        heads.entrySet().stream()
            .filter(entry -> entry.getValue().equals(head) && container(entry.getKey()).isEmpty())
            .map(Map.Entry::getKey)
            .toList();
    return new Hole(
        PointKind.STATE,
        List.copyOf(keys),
        Objects.requireNonNull(missing.get(head), head).lines(),
        HoleTitle.unreached(names));
  }
}
