package io.stepunit.internal.path;

import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.explore.Samples;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.recipe.Rehearsal;
import io.stepunit.path.MachinePaths;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Searches for the paths of a definition: as few as together do all that its points ask for, each
 * as plain as can be. Deterministic and bounded.
 *
 * <pre>{@code
 * PathSearch.of(definition, WorkflowType.STANDARD, start).paths(MachinePaths.LOOPS)
 * }</pre>
 */
public final class PathSearch {
  /** Executions that failures are tried in, for each Retrier and Catcher. */
  private static final int BASES = 3;

  /** Executions of which one has to go the same way with mocks. */
  private static final int CHOICES = 6;

  private static final Comparator<Candidate> HAPPIEST =
      Comparator.comparing((Candidate each) -> each.run().status() != ExecutionStatus.SUCCEEDED)
          .thenComparing(each -> each.cost().failures())
          .thenComparing(each -> each.cost().loops())
          .thenComparing(each -> -each.answers().size())
          .thenComparing(each -> -each.hits().size());

  private final List<PathPoint> points;
  private final Pool pool;
  private final Failing failing;
  private final Finishing finishing;

  private PathSearch(CompiledDefinition definition, WorkflowType type, Instant start) {
    Samples samples = Samples.of(definition.graph());
    Rehearsal rehearsal = new Rehearsal(definition, type, start);
    this.points = PathPoint.of(definition);
    this.pool = new Pool(definition.graph(), samples, rehearsal);
    this.failing = new Failing(samples);
    this.finishing = new Finishing(definition, rehearsal);
  }

  /**
   * A search in a definition.
   *
   * @param start the virtual time at which executions start
   */
  public static PathSearch of(StateMachineDefinition definition, WorkflowType type, Instant start) {
    return new PathSearch(CompiledDefinition.of(definition), type, start);
  }

  /**
   * The paths.
   *
   * @param loops how often a path comes back to a state at most
   */
  public MachinePaths paths(int loops) {
    pool.tryVariations();
    while (!pool.isExhausted() && reachMore()) {
      // What is reached now may lead on.
    }
    Chosen chosen = choose(loops);
    return new MachinePaths(
        Naming.of(chosen.needed()), new WhatIsMissing(points, pool, loops).of(chosen.missed()));
  }

  /** Looks for ways to points that were not reached; whether there was one. */
  private boolean reachMore() {
    boolean found = false;
    for (PathPoint point : points) {
      if (!pool.isExhausted() && !pool.reaches(point) && pool.visits(point.from().name())) {
        letFail(point);
        if (!pool.reaches(point) && point.retrier().isEmpty()) {
          pool.solve(point.goal());
        }
        found |= pool.reaches(point);
      }
    }
    return found;
  }

  private void letFail(PathPoint point) {
    for (Candidate base : pool.visiting(point.from().name()).stream().limit(BASES).toList()) {
      for (var answers : failing.of(point, base.answers())) {
        if (pool.run(base.input(), answers, base.objects())
            .filter(it -> it.reaches(point))
            .filter(it -> !it.cost().isBroken())
            .isPresent()) {
          return;
        }
      }
    }
  }

  private Chosen choose(int loops) {
    Chosen chosen = new Chosen();
    pool.all().stream()
        .filter(candidate -> candidate.cost().loops() <= loops)
        .sorted(HAPPIEST)
        .limit(CHOICES)
        .flatMap(candidate -> finishing.of(candidate, reached(candidate)).stream())
        .findFirst()
        .ifPresent(chosen::add);
    for (PathPoint point : points) {
      if (!chosen.reaches(point)) {
        solved(point, loops).ifPresentOrElse(chosen::add, () -> chosen.miss(point));
      }
    }
    return chosen;
  }

  private Optional<SolvedPath> solved(PathPoint point, int loops) {
    Shorter shorter = new Shorter(pool);
    return pool.reaching(point).stream()
        .limit(CHOICES)
        .map(candidate -> shorter.of(candidate, point))
        .filter(candidate -> candidate.cost().loops() <= loops)
        .sorted(Comparator.comparing(Candidate::cost))
        .flatMap(candidate -> finishing.of(candidate, reached(candidate)).stream())
        .filter(path -> path.reaches(point))
        .findFirst();
  }

  private List<PathPoint> reached(Candidate candidate) {
    return points.stream().filter(candidate::reaches).toList();
  }

  /** The paths so far. */
  private static final class Chosen {
    private final List<SolvedPath> paths = new ArrayList<>();
    private final List<PathPoint> missed = new ArrayList<>();

    void add(SolvedPath path) {
      paths.add(path);
    }

    void miss(PathPoint point) {
      missed.add(point);
    }

    List<PathPoint> missed() {
      return missed;
    }

    boolean reaches(PathPoint point) {
      return paths.stream().anyMatch(path -> path.reaches(point));
    }

    /** Without those that later ones made needless; the first shows how all goes well. */
    List<SolvedPath> needed() {
      List<SolvedPath> needed = new ArrayList<>(paths);
      for (int i = paths.size() - 1; i > 0; i--) {
        SolvedPath path = paths.get(i);
        boolean isNeedless =
            path.points().stream()
                .allMatch(
                    point ->
                        needed.stream().anyMatch(other -> other != path && other.reaches(point)));
        if (isNeedless) {
          needed.remove(path);
        }
      }
      return needed;
    }
  }
}
