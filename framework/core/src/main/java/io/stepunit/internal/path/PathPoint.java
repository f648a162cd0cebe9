package io.stepunit.internal.path;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that one path at least has to do.
 *
 * @param from the state that it does it in
 * @param target the transition that it takes; empty for a Retrier and for what is inside a state
 * @param retrier the Retrier that it uses
 * @param name what people call it: {@code Charge ✗ Payment.Declined → Release}
 */
record PathPoint(
    CoveragePoint point,
    State from,
    Optional<StateTarget> target,
    Optional<Retrier> retrier,
    String name) {
  /** All of a definition that can be reached, in its order. */
  static List<PathPoint> of(CompiledDefinition definition) {
    List<PathPoint> points = new ArrayList<>();
    for (CoveragePoint point : CoveragePoints.of(definition).all()) {
      if (point.isReachable()) {
        of(point, definition).ifPresent(points::add);
      }
    }
    return points;
  }

  private static Optional<PathPoint> of(CoveragePoint point, CompiledDefinition definition) {
    if (point.state().isEmpty()) {
      return Optional.empty();
    }
    State state = definition.findState(JsonPointers.lastName(point.state())).orElseThrow();
    return switch (point.kind()) {
      case TRANSITION, CATCHER ->
          targetOf(point, state)
              .map(
                  target ->
                      new PathPoint(
                          point,
                          state,
                          Optional.of(target),
                          Optional.empty(),
                          name(state, target)));
      case RETRIER -> {
        Retrier retrier = state.errorHandlers().retriers().get(index(point.pointer()));
        yield Optional.of(
            new PathPoint(
                point,
                state,
                Optional.empty(),
                Optional.of(retrier),
                state.name() + " ↻ " + retrier.errorEquals().get(0)));
      }
      case STATE -> inside(point, state, definition.graph());
      default -> Optional.empty();
    };
  }

  /** A state that others are inside of is gone through if the first of them is. */
  private static Optional<PathPoint> inside(CoveragePoint point, State state, StateGraph machine) {
    return machine
        .all()
        .filter(
            around ->
                around.scopes().stream()
                    .anyMatch(scope -> scope.states().get(scope.startAt()) == state))
        .findFirst()
        .map(
            around ->
                new PathPoint(
                    point,
                    around,
                    Optional.empty(),
                    Optional.empty(),
                    around.name() + " [" + state.name() + "]"));
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
        + PathName.THEN
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

  private static int index(String pointer) {
    return Integer.parseInt(pointer.substring(pointer.lastIndexOf('/') + 1));
  }

  String key() {
    return point.key();
  }

  /** What tells two paths apart that go by the same states. */
  Optional<String> rule() {
    return target.filter(to -> isOneOfSeveral(from, to)).map(to -> rule(to) + " of " + from.name());
  }

  /** Whether it takes an error to reach it. */
  boolean isByError() {
    return retrier.isPresent()
        || target.filter(StateTarget.OfCatcher.class::isInstance).isPresent();
  }

  /** Where it leads. */
  List<String> leadsTo() {
    return target
        .map(StateTarget::state)
        .or(
            () ->
                point.kind() == PointKind.STATE
                    ? Optional.of(JsonPointers.lastName(point.state()))
                    : Optional.empty())
        .stream()
        .toList();
  }

  Goal goal() {
    return new Goal(
        from,
        target,
        leadsTo().stream().findFirst().orElse(from.name()),
        run -> Hits.of(run).count(key()) > 0);
  }
}
