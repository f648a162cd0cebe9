package io.stepunit.internal.reach;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.explore.ReadObject;
import io.stepunit.internal.explore.Samples;
import io.stepunit.internal.explore.Twist;
import io.stepunit.internal.explore.Variation;
import io.stepunit.internal.explore.Variations;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.model.ChoiceState;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.rehearsal.Answer;
import io.stepunit.internal.rehearsal.AnswerLog;
import io.stepunit.internal.rehearsal.ListedAnswers;
import io.stepunit.internal.rehearsal.Rehearsal;
import io.stepunit.internal.solve.Goal;
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
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The executions of a search, from which the plainest are chosen. */
public final class Pool {
  /** Executions with data that is made up before anything is worked out. */
  private static final int TRIALS = 64;

  /** So many in a row that reach nothing new: what is left is worked out. */
  private static final int IN_VAIN = 12;

  private static final int CONSTANT = 8;
  private static final List<Integer> LENGTHS = List.of(0, 1, 3);

  /** What a reader reads may tell the next one what to read. */
  private static final int READINGS = 4;

  /** Executions in all, so that a definition of any size takes a bounded time. */
  private static final int MOST = 2_500;

  /** Of loops that never end many events come. */
  private static final int EVENTS = 400_000;

  private final StateGraph machine;
  private final Samples samples;
  private final Rehearsal rehearsal;
  private final Solver solver;
  private final TaskDispatcher automatic;
  private final List<Candidate> all = new ArrayList<>();
  private Stored stored;
  private int runs;
  private int events;

  Pool(StateGraph machine, Samples samples, Rehearsal rehearsal) {
    this.machine = machine;
    this.samples = samples;
    this.rehearsal = rehearsal;
    this.stored = Stored.of(samples, Variation.nth(0));
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
            run(variation, Stored.of(samples, variation))
                .filter(candidate -> !candidate.cost().isBroken())
                .filter(candidate -> reached.addAll(candidate.hits()))
                .isPresent();
        inVain = isNew ? 0 : inVain + 1;
      }
    }
    run(Variation.nth(0), Stored.NOTHING);
  }

  private Optional<Candidate> run(Variation variation, Stored read) {
    return run(Script.of(samples.input(variation), samples.answers(variation)), read);
  }

  /** The solver knows of no objects: they are those of the pool meanwhile. */
  private Optional<Candidate> run(Script script, Stored read) {
    Stored usual = stored;
    stored = read;
    int before = all.size();
    solver.run(script);
    stored = usual;
    return all.size() > before ? Optional.of(all.get(all.size() - 1)) : Optional.empty();
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
    List<ReadObject> read = stored.objects();
    Optional<ExecutionRecord> run = run(script, tasks, read);
    for (int i = 0; i < READINGS && run.isPresent(); i++) {
      List<ReadObject> missing = stored.missing(run.get(), read, samples);
      if (missing.isEmpty()) {
        return run;
      }
      read = Stream.concat(read.stream(), missing.stream()).toList();
      run = run(script, tasks, read);
    }
    return run;
  }

  private Optional<ExecutionRecord> run(
      Script script, TaskDispatcher tasks, List<ReadObject> read) {
    if (isExhausted()) {
      return Optional.empty();
    }
    runs++;
    AnswerLog log = new AnswerLog(tasks);
    Optional<ExecutionRecord> run = rehearsal.run(script.input(), read, log);
    run.filter(it -> !it.path().isEmpty())
        .ifPresent(
            it -> {
              events += it.events().size();
              all.add(Candidate.of(script.input(), log.log(), read, it));
            });
    return run;
  }

  boolean isExhausted() {
    return runs >= MOST || events >= EVENTS;
  }

  /** How many executions there were. */
  public int runs() {
    return runs;
  }

  /**
   * Runs the machine with certain answers.
   *
   * @return what came of it; empty if it does not end
   */
  Optional<Candidate> run(
      JsonNode input, Map<String, List<Answer>> answers, List<ReadObject> read) {
    return run(Script.of(input, new ListedAnswers(answers, automatic)), stored.with(read));
  }

  /** Works out what takes an execution somewhere. */
  void solve(Goal goal) {
    solver.solve(goal);
  }

  /** What it knows of what kept executions from going somewhere. */
  Solver solver() {
    return solver;
  }

  /** Whether an execution reaches an aim. */
  public boolean reaches(Aim aim) {
    return all.stream().anyMatch(aim::isReachedBy);
  }

  /** Whether an execution visits a state. */
  public boolean visits(State state) {
    return all.stream().anyMatch(candidate -> candidate.visits(state));
  }

  /** The executions that visit a state, the plainest first. */
  List<Candidate> visiting(State state) {
    return plainest(candidate -> candidate.visits(state));
  }

  /** All executions, the plainest first. */
  public List<Candidate> plainest() {
    return plainest(candidate -> true);
  }

  /** The executions that reach an aim, the plainest first. */
  public List<Candidate> reaching(Aim aim) {
    return plainest(aim::isReachedBy);
  }

  private List<Candidate> plainest(Predicate<Candidate> of) {
    return all.stream().filter(of).sorted(Comparator.comparing(Candidate::cost)).toList();
  }

  /** All executions, in the order in which they were run. */
  public List<Candidate> all() {
    return List.copyOf(all);
  }
}
