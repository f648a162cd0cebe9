package io.stepunit.internal.reach;

import io.stepunit.internal.coverage.CoveragePoint;
import io.stepunit.internal.coverage.CoveragePoints;
import io.stepunit.internal.coverage.Hits;
import io.stepunit.internal.coverage.PointKind;
import io.stepunit.internal.json.JsonPointers;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.Retrier;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.model.StateTarget;
import io.stepunit.internal.solve.Goal;
import io.stepunit.internal.solve.Goal.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A point of a definition as something to go for.
 *
 * @param from the state that has to be visited for it; empty for the machine's own
 * @param move what brings an execution there from that state; empty if no data does
 * @param retrier the Retrier that is to be used
 * @param name what people call it: {@code Charge ✗ Payment.Declined → Release}
 */
public record Aim(
    CoveragePoint point,
    Optional<State> from,
    Optional<Move> move,
    Optional<Retrier> retrier,
    String name) {
  /** Stands between two states. */
  public static final String THEN = " → ";

  /** All of a definition that can be reached, in its order. */
  public static List<Aim> of(CompiledDefinition definition) {
    List<Aim> aims = new ArrayList<>();
    for (CoveragePoint point : CoveragePoints.of(definition).all()) {
      if (point.isReachable()) {
        aims.add(of(point, definition));
      }
    }
    return aims;
  }

  /** A point of a definition. */
  public static Aim of(CoveragePoint point, CompiledDefinition definition) {
    if (point.state().isEmpty()) {
      return new Aim(point, Optional.empty(), Optional.empty(), Optional.empty(), "the machine");
    }
    State state = definition.findState(JsonPointers.lastName(point.state())).orElseThrow();
    return switch (point.kind()) {
      case TRANSITION, CATCHER ->
          targetOf(point, state)
              .map(target -> moving(point, state, new Move.Take(target), name(state, target)))
              .orElseGet(() -> staying(point, state));
      case RETRIER, EXHAUSTED_RETRIER -> {
        Retrier retrier = state.errorHandlers().retriers().get(lastIndex(point.pointer()));
        yield new Aim(
            point,
            Optional.of(state),
            Optional.empty(),
            Optional.of(retrier),
            state.name() + " ↻ " + retrier.errorEquals().get(0));
      }
      case STATE -> inside(point, state, definition.graph());
      case CHOICE_RULE, OPERAND -> moving(point, state, test(point), state.name());
      case MAP_ITEMS -> moving(point, state, new Move.Iterate(items(point)), state.name());
      case BRANCH -> moving(point, state, new Move.Enter(), state.name());
      case TIMEOUT, HEARTBEAT -> staying(point, state);
    };
  }

  private static Aim moving(CoveragePoint point, State from, Move move, String name) {
    return new Aim(point, Optional.of(from), Optional.of(move), Optional.empty(), name);
  }

  private static Aim staying(CoveragePoint point, State state) {
    return new Aim(point, Optional.of(state), Optional.empty(), Optional.empty(), state.name());
  }

  /** A state that others are inside of is gone through if the first of them is. */
  private static Aim inside(CoveragePoint point, State state, StateGraph machine) {
    return machine
        .all()
        .filter(
            around ->
                around.scopes().stream()
                    .anyMatch(scope -> scope.states().get(scope.startAt()) == state))
        .findFirst()
        .map(
            around ->
                moving(point, around, new Move.Enter(), around.name() + " [" + state.name() + "]"))
        .orElseGet(() -> staying(point, state));
  }

  /** {@code /Choices/0/And/1#true} of the state. */
  private static Move test(CoveragePoint point) {
    String[] names = point.pointer().substring(point.state().length() + 1).split("/", 3);
    return new Move.Test(
        Integer.parseInt(names[1]),
        names.length > 2 ? names[2] : "",
        point.key().endsWith("#true"));
  }

  private static int items(CoveragePoint point) {
    if (point.key().endsWith("#none")) {
      return 0;
    }
    return point.key().endsWith("#one") ? 1 : 2;
  }

  private static Optional<StateTarget> targetOf(CoveragePoint point, State state) {
    String place = point.key().substring(point.state().length());
    return state.targets().stream().filter(target -> placeOf(target).equals(place)).findFirst();
  }

  private static String placeOf(StateTarget target) {
    return target.choose(
        new StateTarget.Cases<>() {
          @Override
          public String next(StateTarget.Next next) {
            return "/Next";
          }

          @Override
          public String byDefault(StateTarget.Default other) {
            return "/Default";
          }

          @Override
          public String byRule(StateTarget.OfRule rule) {
            return "/Choices/" + rule.index() + "/Next";
          }

          @Override
          public String byCatcher(StateTarget.OfCatcher catcher) {
            return "/Catch/" + catcher.index();
          }
        });
  }

  private static String name(State state, StateTarget target) {
    String error =
        target instanceof StateTarget.OfCatcher taken
            ? " ✗ " + taken.catcher().errorEquals().get(0)
            : "";
    return state.name()
        + error
        + THEN
        + target.state()
        + (isOneOfSeveral(state, target) ? " (" + rule(target) + ")" : "");
  }

  /** Whether another rule of a Choice, or its Default, leads to the same state. */
  private static boolean isOneOfSeveral(State state, StateTarget target) {
    return !(target instanceof StateTarget.OfCatcher)
        && state.targets().stream()
                .filter(other -> !(other instanceof StateTarget.OfCatcher))
                .filter(other -> other.state().equals(target.state()))
                .count()
            > 1;
  }

  private static String rule(StateTarget target) {
    return target instanceof StateTarget.OfRule rule ? "rule " + (rule.index() + 1) : "Default";
  }

  private static int lastIndex(String pointer) {
    return Integer.parseInt(pointer.substring(pointer.lastIndexOf('/') + 1));
  }

  /** The transition that is to be taken. */
  public Optional<StateTarget> target() {
    return move.flatMap(Move::target);
  }

  String key() {
    return point.key();
  }

  /** Whether an execution does it. */
  public boolean isReachedBy(Candidate candidate) {
    return candidate.hits().contains(key())
        && (point.kind() != PointKind.RETRIER || overcomesAnError(candidate));
  }

  /** A retry in vain is seen where a Catcher is taken after it; here one has to help. */
  private boolean overcomesAnError(Candidate candidate) {
    return candidate.steps().stream()
        .flatMap(PathStep::all)
        .anyMatch(step -> isFrom(step.state()) && !step.errors().isEmpty() && !step.failed());
  }

  private boolean isFrom(String state) {
    return from.filter(it -> it.name().equals(state)).isPresent();
  }

  /** What tells two paths apart that go by the same states. */
  public Optional<String> rule() {
    return from.flatMap(
        state ->
            target()
                .filter(to -> isOneOfSeveral(state, to))
                .map(to -> rule(to) + " of " + state.name()));
  }

  /** Whether it takes an error to reach it. */
  public boolean isByError() {
    return switch (point.kind()) {
      case RETRIER, EXHAUSTED_RETRIER, CATCHER, TIMEOUT, HEARTBEAT -> true;
      case STATE, TRANSITION, CHOICE_RULE, OPERAND, BRANCH, MAP_ITEMS -> false;
    };
  }

  /** The state that it leads to. */
  public Optional<String> leadsTo() {
    return point.kind() == PointKind.STATE
        ? Optional.of(JsonPointers.lastName(point.state()))
        : target().map(StateTarget::state);
  }

  /** The same for the solver; empty if no data leads there. */
  Optional<Goal> goal() {
    return from.flatMap(
        state ->
            move.map(
                it ->
                    new Goal(
                        state,
                        it,
                        leadsTo().orElse(state.name()),
                        run -> Hits.of(run).count(key()) > 0)));
  }
}
