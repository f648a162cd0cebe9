package io.stepunit.internal.solve;

import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.Want;
import io.stepunit.internal.expression.Wants;
import io.stepunit.internal.history.VisitRecord;
import io.stepunit.internal.model.ChoiceState;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.StateTarget;
import java.util.List;

/** Finds out what kept an execution from going somewhere, and what has to be given instead. */
final class Obstacles {
  private final Course course;
  private final Origins origins;

  Obstacles(Course course, ScriptedCalls calls) {
    this.course = course;
    this.origins = new Origins(course, calls);
  }

  /** What has to be given for a visit to be left as the goal says. */
  Changes of(VisitRecord visit, Goal goal) {
    if (visit.state() instanceof ChoiceState choice && goal.target().isPresent()) {
      return choice(visit, choice, goal.target().get());
    }
    if (goal.target().isEmpty() && visit.state() instanceof MapState map) {
      Want items = Want.some(DataPath.of(DataPath.Source.INPUT).item(0));
      return origins.items(visit, map, items).or(repairs(visit));
    }
    return repairs(visit);
  }

  private Changes choice(VisitRecord visit, ChoiceState choice, StateTarget target) {
    Scope scope = Flows.choiceScope(course.scope(visit), choice);
    List<ChoiceState.Rule> rules = choice.choices();
    int taken = target instanceof StateTarget.OfRule rule ? rule.index() : rules.size();
    Wants wants =
        taken < rules.size() ? rules.get(taken).condition().wants(scope, true) : Wants.FULFILLED;
    for (int i = 0; i < taken; i++) {
      wants = wants.and(rules.get(i).condition().wants(scope, false));
    }
    return origins.ofChosenInput(visit, choice.dataFlow(), wants);
  }

  /** A state that was entered and not left has failed, or what is inside of it. */
  private Changes repairs(VisitRecord visit) {
    if (visit.output().isPresent() && visit.catcherTaken().isEmpty()) {
      return Changes.IMPOSSIBLE;
    }
    VisitRecord failed = visit;
    for (VisitRecord other : course.visits()) {
      if (other.output().isEmpty() && other.path().startsWith(visit.path())) {
        failed = other;
      }
    }
    return new Repairs(course, origins).of(failed);
  }
}
