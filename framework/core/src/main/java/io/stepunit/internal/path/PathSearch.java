package io.stepunit.internal.path;

import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.explore.Samples;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.reach.Aim;
import io.stepunit.internal.reach.Candidate;
import io.stepunit.internal.reach.Pool;
import io.stepunit.internal.reach.Search;
import io.stepunit.internal.reach.Shorter;
import io.stepunit.internal.reach.WhatIsMissing;
import io.stepunit.internal.rehearsal.Rehearsal;
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
  /** Executions of which one has to go the same way with mocks. */
  private static final int CHOICES = 6;

  private static final Comparator<Candidate> HAPPIEST =
      Comparator.comparing((Candidate each) -> each.run().status() != ExecutionStatus.SUCCEEDED)
          .thenComparing(each -> each.cost().failures())
          .thenComparing(each -> each.cost().loops())
          .thenComparing(each -> -each.answers().size())
          .thenComparing(each -> -each.hits().size());

  private final List<Aim> aims;
  private final Search search;
  private final Pool pool;
  private final Finishing finishing;

  private PathSearch(CompiledDefinition definition, WorkflowType type, Instant start) {
    Rehearsal rehearsal = new Rehearsal(definition, type, start);
    this.search = new Search(definition, Samples.of(definition.graph()), rehearsal);
    this.aims = search.aims().stream().filter(PathSearch::isAsked).toList();
    this.pool = search.pool();
    this.finishing = new Finishing(definition, rehearsal);
  }

  /** A path has to take each transition, use each Retrier and go inside of what has states. */
  private static boolean isAsked(Aim aim) {
    return switch (aim.point().kind()) {
      case TRANSITION, CATCHER, STATE -> aim.move().isPresent();
      case RETRIER -> true;
      case EXHAUSTED_RETRIER, CHOICE_RULE, OPERAND, BRANCH, MAP_ITEMS, TIMEOUT, HEARTBEAT -> false;
    };
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
    search.reach(aims);
    Chosen chosen = choose(loops);
    return new MachinePaths(
        Naming.of(chosen.needed()),
        new MissingPaths(aims, pool, new WhatIsMissing(search), loops).of(chosen.missed()));
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
    for (Aim aim : aims) {
      if (!chosen.reaches(aim)) {
        solved(aim, loops).ifPresentOrElse(chosen::add, () -> chosen.miss(aim));
      }
    }
    return chosen;
  }

  private Optional<SolvedPath> solved(Aim aim, int loops) {
    Shorter shorter = new Shorter(pool);
    return pool.reaching(aim).stream()
        .limit(CHOICES)
        .map(candidate -> shorter.of(candidate, aim::isReachedBy))
        .filter(candidate -> candidate.cost().loops() <= loops)
        .sorted(Comparator.comparing(Candidate::cost))
        .flatMap(candidate -> finishing.of(candidate, reached(candidate)).stream())
        .filter(path -> path.reaches(aim))
        .findFirst();
  }

  private List<Aim> reached(Candidate candidate) {
    return aims.stream().filter(aim -> aim.isReachedBy(candidate)).toList();
  }

  /** The paths so far. */
  private static final class Chosen {
    private final List<SolvedPath> paths = new ArrayList<>();
    private final List<Aim> missed = new ArrayList<>();

    void add(SolvedPath path) {
      paths.add(path);
    }

    void miss(Aim aim) {
      missed.add(aim);
    }

    List<Aim> missed() {
      return missed;
    }

    boolean reaches(Aim aim) {
      return paths.stream().anyMatch(path -> path.reaches(aim));
    }

    /** Without those that later ones made needless; the first shows how all goes well. */
    List<SolvedPath> needed() {
      List<SolvedPath> needed = new ArrayList<>(paths);
      for (int i = paths.size() - 1; i > 0; i--) {
        SolvedPath path = paths.get(i);
        boolean isNeedless =
            path.aims().stream()
                .allMatch(
                    aim -> needed.stream().anyMatch(other -> other != path && other.reaches(aim)));
        if (isNeedless) {
          needed.remove(path);
        }
      }
      return needed;
    }
  }
}
