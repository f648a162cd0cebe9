package io.stepunit.internal.reach;

import io.stepunit.internal.explore.Samples;
import io.stepunit.internal.model.ChoiceState;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.rehearsal.Rehearsal;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Searches for executions that reach points of a definition: with data made from what it reads,
 * with Tasks that fail, and with what the solver works out. Deterministic and bounded.
 */
public final class Search {
  /** Executions that failures are tried in, for each aim. */
  private static final int BASES = 3;

  private final StateGraph machine;
  private final List<Aim> aims;
  private final Pool pool;
  private final Failing failing;

  /** What an aim was tried from: nothing else comes of the same once more. */
  private final Map<String, List<Candidate>> tried = new HashMap<>();

  private boolean hasVaried;

  /** A search in a definition. */
  public Search(CompiledDefinition definition, Samples samples, Rehearsal rehearsal) {
    this.machine = definition.graph();
    this.aims = Aim.of(definition);
    this.pool = new Pool(definition.graph(), samples, rehearsal);
    this.failing = new Failing(samples);
  }

  /** The executions so far. */
  public Pool pool() {
    return pool;
  }

  /** All that there is to go for, in the definition's order. */
  public List<Aim> aims() {
    return aims;
  }

  /** Goes for some aims, until all are reached or nothing new comes of it. */
  public void reach(Collection<Aim> wanted) {
    if (!hasVaried) {
      hasVaried = true;
      pool.tryVariations();
    }
    while (!pool.isExhausted() && reachMore(wanted)) {
      // What is reached now may lead on.
    }
  }

  /** Goes for one aim, and for what lies on the way. */
  public void reach(Aim wanted) {
    if (!pool.reaches(wanted)) {
      reach(leadingTo(wanted));
    }
  }

  /** The aims that may have to be reached for one, in the definition's order, that one last. */
  public List<Aim> leadingTo(Aim wanted) {
    Set<String> way = new HashSet<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    states(wanted).map(State::name).filter(seen::add).forEach(open::add);
    while (!open.isEmpty()) {
      String state = open.remove();
      for (Aim aim : aims) {
        if (aim.move().isPresent() && aim.leadsTo().filter(state::equals).isPresent()) {
          way.add(aim.key());
          aim.from().map(State::name).filter(seen::add).ifPresent(open::add);
        }
      }
    }
    way.remove(wanted.key());
    return Stream.concat(aims.stream().filter(aim -> way.contains(aim.key())), Stream.of(wanted))
        .toList();
  }

  /** The states of which one has to be visited. */
  private Stream<State> states(Aim aim) {
    return aim.from().map(Stream::of).orElseGet(machine::all);
  }

  /** Whether there was a way to something that was not reached. */
  private boolean reachMore(Collection<Aim> wanted) {
    boolean found = false;
    for (Aim aim : wanted) {
      if (!pool.isExhausted() && !pool.reaches(aim) && isNew(aim)) {
        tryFor(aim);
        found |= pool.reaches(aim);
      }
    }
    return found;
  }

  private boolean isNew(Aim aim) {
    List<Candidate> bases = bases(aim);
    return !bases.isEmpty() && !isSame(bases, tried.put(aim.key(), bases));
  }

  /** Executions are the same only as objects: to compare all of their data takes long. */
  private static boolean isSame(List<Candidate> bases, @Nullable List<Candidate> before) {
    return before != null
        && bases.size() == before.size()
        && IntStream.range(0, bases.size())
            .allMatch(i -> bases.get(i).run() == before.get(i).run());
  }

  private void tryFor(Aim aim) {
    if (aim.isByError()) {
      letFail(aim);
    }
    if (!pool.reaches(aim)) {
      aim.goal().ifPresent(pool::solve);
    }
    if (!pool.reaches(aim)) {
      letGoOnFailing(aim);
    }
  }

  private List<Candidate> bases(Aim aim) {
    List<Candidate> visiting = aim.from().map(pool::visiting).orElseGet(pool::plainest);
    return Stream.concat(visiting.stream().limit(BASES), failingBefore(aim, visiting)).toList();
  }

  /** Executions in which a Task fails before a Choice is visited, or beside it. */
  private static Stream<Candidate> failingBefore(Aim aim, List<Candidate> visiting) {
    boolean isChoice = aim.from().filter(ChoiceState.class::isInstance).isPresent();
    return isChoice
        ? visiting.stream().filter(each -> each.cost().failures() > 0).limit(BASES)
        : Stream.empty();
  }

  private void letFail(Aim aim) {
    for (Candidate base : bases(aim)) {
      for (var answers : failing.of(aim, tasks(aim, base), base.answers())) {
        if (pool.run(base.input(), answers, base.objects())
            .filter(aim::isReachedBy)
            .filter(it -> !it.cost().isBroken())
            .isPresent()) {
          return;
        }
      }
    }
  }

  /** A Choice may count failures, or look at the time: what has failed fails each time. */
  private void letGoOnFailing(Aim aim) {
    List<Candidate> visiting = aim.from().map(pool::visiting).orElse(List.of());
    for (Candidate base : failingBefore(aim, visiting).toList()) {
      for (var answers : Failing.goingOn(base.answers())) {
        pool.run(base.input(), answers, base.objects());
      }
    }
  }

  private Stream<TaskState> tasks(Aim aim, Candidate base) {
    return aim.from()
        .map(Failing::tasksOf)
        .orElseGet(
            () ->
                machine
                    .all()
                    .filter(base::visits)
                    .filter(TaskState.class::isInstance)
                    .map(TaskState.class::cast));
  }
}
