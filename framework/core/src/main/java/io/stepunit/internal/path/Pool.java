package io.stepunit.internal.path;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.explore.ReadObject;
import io.stepunit.internal.explore.Samples;
import io.stepunit.internal.explore.Twist;
import io.stepunit.internal.explore.Variation;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.model.ChoiceState;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.recipe.Answer;
import io.stepunit.internal.recipe.Rehearsal;
import io.stepunit.internal.recipe.Variations;
import io.stepunit.internal.solve.Goal;
import io.stepunit.internal.solve.Reading;
import io.stepunit.internal.solve.Script;
import io.stepunit.internal.solve.Solver;
import io.stepunit.internal.spi.TaskDispatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The executions of a search, from which its paths are chosen. */
final class Pool {
  /** Executions with data that is made up before anything is worked out. */
  private static final int TRIALS = 64;

  /** So many in a row that reach nothing new: what is left is worked out. */
  private static final int IN_VAIN = 12;

  private static final int CONSTANT = 8;
  private static final List<Integer> LENGTHS = List.of(0, 1, 3);

  /** Executions in all, so that a definition of any size takes a bounded time. */
  private static final int MOST = 2_500;

  /** An object may name others, and those again. */
  private static final int MISSING = 3;

  /** Of loops that never end many events come. */
  private static final int EVENTS = 400_000;

  private final StateGraph machine;
  private final Samples samples;
  private final Rehearsal rehearsal;
  private final Solver solver;
  private final TaskDispatcher automatic;
  private final List<Candidate> all = new ArrayList<>();
  private List<ReadObject> objects;
  private int runs;
  private int events;
  private boolean isEmptyHanded;

  Pool(StateGraph machine, Samples samples, Rehearsal rehearsal) {
    this.machine = machine;
    this.samples = samples;
    this.rehearsal = rehearsal;
    this.objects = samples.objects(Variation.nth(0));
    this.automatic = samples.answers(Variation.nth(0).with(Twist.SAME_ANSWERS));
    this.solver = new Solver(machine, samples.values(), this::run);
  }

  /** Runs the machine with data made from what it reads. */
  void tryVariations() {
    Set<List<Object>> made = new HashSet<>();
    Set<String> reached = new HashSet<>();
    int inVain = 0;
    for (Variation variation : variations()) {
      if (made.size() < TRIALS && inVain < IN_VAIN && made.add(samples.data(variation))) {
        boolean isNew =
            run(variation, samples.objects(variation))
                .filter(candidate -> !candidate.cost().isBroken())
                .filter(candidate -> reached.addAll(candidate.hits()))
                .isPresent();
        inVain = isNew ? 0 : inVain + 1;
      }
    }
    isEmptyHanded = true;
    run(Variation.nth(0), List.of());
    isEmptyHanded = false;
  }

  private Optional<Candidate> run(Variation variation, List<ReadObject> read) {
    return run(Script.of(samples.input(variation), samples.answers(variation)), read);
  }

  /** The solver knows of no objects: they are those of the pool meanwhile. */
  private Optional<Candidate> run(Script script, List<ReadObject> read) {
    List<ReadObject> usual = objects;
    objects = read;
    int before = all.size();
    solver.run(script);
    objects = usual;
    return all.size() > before ? Optional.of(all.get(before)) : Optional.empty();
  }

  private List<Variation> variations() {
    List<ChoiceState> choices =
        machine.all().filter(ChoiceState.class::isInstance).map(ChoiceState.class::cast).toList();
    List<Variation> variations = new ArrayList<>();
    for (int n = 0; n < CONSTANT; n++) {
      variations.add(Variation.nth(n).with(Twist.SAME_ANSWERS));
    }
    LENGTHS.forEach(
        items -> variations.add(Variation.nth(0).withLength(items).with(Twist.SAME_ANSWERS)));
    variations.addAll(new Variations(samples).of(choices));
    for (int n = 0; n < CONSTANT; n++) {
      variations.add(Variation.nth(n));
    }
    return variations;
  }

  private Optional<ExecutionRecord> run(Script script, TaskDispatcher tasks) {
    List<ReadObject> stored = objects;
    Optional<ExecutionRecord> run = run(script, tasks, stored);
    for (int again = 0; again < MISSING && run.isPresent() && !isEmptyHanded; again++) {
      List<ReadObject> missing = missing(run.get(), stored);
      if (missing.isEmpty()) {
        return run;
      }
      stored = Stream.concat(stored.stream(), missing.stream()).toList();
      run = run(script, tasks, stored);
    }
    return run;
  }

  private Optional<ExecutionRecord> run(
      Script script, TaskDispatcher tasks, List<ReadObject> stored) {
    if (isExhausted()) {
      return Optional.empty();
    }
    runs++;
    AnswerLog log = new AnswerLog(tasks);
    Optional<ExecutionRecord> run = rehearsal.run(script.input(), stored, log);
    run.filter(it -> !it.path().isEmpty())
        .ifPresent(
            it -> {
              events += it.events().size();
              all.add(Candidate.of(script.input(), log.log(), stored, it));
            });
    return run;
  }

  /** What item readers asked for, whose names the execution has made up. */
  private List<ReadObject> missing(ExecutionRecord run, List<ReadObject> stored) {
    return Reading.in(run).stream()
        .flatMap(reading -> samples.objects(reading).stream())
        .filter(object -> stored.stream().noneMatch(other -> isSame(other, object)))
        .distinct()
        .toList();
  }

  private static boolean isSame(ReadObject one, ReadObject other) {
    return one.bucket().equals(other.bucket()) && one.key().equals(other.key());
  }

  boolean isExhausted() {
    return runs >= MOST || events >= EVENTS;
  }

  int runs() {
    return runs;
  }

  /**
   * Runs the machine with certain answers.
   *
   * @return what came of it; empty if it does not end
   */
  Optional<Candidate> run(
      JsonNode input, Map<String, List<Answer>> answers, List<ReadObject> read) {
    return run(Script.of(input, new ListedAnswers(answers, automatic)), read);
  }

  /** Works out what takes an execution somewhere. */
  void solve(Goal goal) {
    solver.solve(goal);
  }

  Solver solver() {
    return solver;
  }

  boolean reaches(PathPoint point) {
    return all.stream().anyMatch(candidate -> candidate.reaches(point));
  }

  boolean visits(String state) {
    return all.stream().anyMatch(candidate -> candidate.visits(state));
  }

  /** The executions that visit a state, the plainest first. */
  List<Candidate> visiting(String state) {
    return all.stream()
        .filter(candidate -> candidate.visits(state))
        .sorted(Comparator.comparing(Candidate::cost))
        .toList();
  }

  /** The executions that reach a point, the plainest first. */
  List<Candidate> reaching(PathPoint point) {
    return all.stream()
        .filter(candidate -> candidate.reaches(point))
        .sorted(Comparator.comparing(Candidate::cost))
        .toList();
  }

  List<Candidate> all() {
    return List.copyOf(all);
  }
}
