package io.stepunit.internal.fault;

import io.stepunit.fault.FaultDeclaration;
import io.stepunit.fault.FaultKind;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.target.DeclaredAt;
import io.stepunit.internal.target.TaskTarget;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Counts the calls that a fault received, and how often it fired. Compared by identity. */
final class DeclaredFault implements FaultDeclaration {
  private final String target;
  private final TaskTarget tasks;
  private final String verb;
  private final FaultSpec spec;
  private final DeclaredAt place;
  private final RandomGenerator random;
  private final Map<String, Integer> callsByExecution = new HashMap<>();
  private final Set<String> watchedTokens = new HashSet<>();

  private Occurrence occurrence = new Occurrence.Every();
  private int calls;
  private int affected;
  private int fired;
  private boolean lenient;

  /**
   * @param target how a test says what it is on: {@code on("Charge")}
   * @param verb how a test says what goes wrong: {@code throttled()}
   * @param seed what its randomness derives from
   */
  DeclaredFault(
      String target, TaskTarget tasks, String verb, FaultSpec spec, DeclaredAt place, long seed) {
    this.target = target;
    this.tasks = tasks;
    this.verb = verb;
    this.spec = spec;
    this.place = place;
    this.random = new SplittableRandom(seed);
  }

  @Override
  public FaultKind kind() {
    return spec.kind();
  }

  @Override
  public int fired() {
    return fired;
  }

  @Override
  public boolean isProbabilistic() {
    return !occurrence.isDeterministic();
  }

  @Override
  public boolean lenient() {
    return lenient;
  }

  /**
   * Returns what was declared and where: {@code on("Charge").throttled() at OrderTest.java:41}. The
   * same line of a test gives the same text in each environment.
   */
  @Override
  public String toString() {
    return code() + " at " + place.text();
  }

  @Override
  public String code() {
    return target + "." + verb + occurrence.code();
  }

  @Override
  public String declaredAt() {
    return place.frame();
  }

  FaultSpec spec() {
    return spec;
  }

  RandomGenerator random() {
    return random;
  }

  boolean refusesAllCallsOf(String state) {
    return spec.refuses()
        && occurrence instanceof Occurrence.Every
        && tasks.tasks().stream().anyMatch(task -> task.name().equals(state));
  }

  void affects(Occurrence calls) {
    occurrence = calls;
  }

  void makeLenient() {
    lenient = true;
  }

  /** Whether the fault is for a call and can affect what it goes to. */
  boolean isFor(AttemptRequest request) {
    return tasks.matches(request)
        && FaultCatalogue.aws().entry(spec.kind(), request.resource()).applies();
  }

  /** Counts a call that the fault is for; tells whether it affects this one. */
  boolean affects(AttemptRequest request) {
    calls++;
    int call = callsByExecution.merge(request.topExecutionArn(), 1, Integer::sum);
    boolean included = occurrence.includes(call, random);
    affected += included ? 1 : 0;
    return included;
  }

  /** Takes note that it changed something, and says so for a timeline. */
  String fire(AttemptRequest request) {
    fired++;
    return "%s, call %s (%s), by %s"
        .formatted(
            spec.text(),
            callsByExecution.getOrDefault(request.topExecutionArn(), 0),
            occurrence.text(),
            place.text());
  }

  void watch(String token) {
    watchedTokens.add(token);
  }

  boolean watches(String token) {
    return watchedTokens.contains(token);
  }

  @Override
  public String whyUnfired() {
    if (calls == 0) {
      return "It received no call.";
    }
    if (affected == 0) {
      return "It received %s, but it is for %s."
          .formatted(calls == 1 ? "1 call" : calls + " calls", occurrence.text());
    }
    return switch (spec.kind()) {
      case DROPS_HEARTBEATS -> "No heartbeat was sent for its calls.";
      case LOSES_REPLY, LOSES_CALLBACK, DELAYS_CALLBACK, DUPLICATES_CALLBACK ->
          "Nobody sent SendTaskSuccess or SendTaskFailure for its calls.";
      case LATENCY -> "Its calls were never answered, or are executions that take their own time.";
      default -> "Its calls had no result that it could have changed.";
    };
  }
}
