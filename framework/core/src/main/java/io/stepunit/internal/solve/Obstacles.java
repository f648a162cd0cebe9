package io.stepunit.internal.solve;

import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.Want;
import io.stepunit.internal.expression.Wants;
import io.stepunit.internal.history.VisitRecord;
import io.stepunit.internal.model.ChoiceState;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.StateTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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
    int rules = choice.choices().size();
    return choice(visit, choice, target instanceof StateTarget.OfRule rule ? rule.index() : rules);
  }

  /** What it takes for a rule to be taken, or the Default, whose index comes after the rules'. */
  private Changes choice(VisitRecord visit, ChoiceState choice, int taken) {
    return origins.ofChosenInput(visit, choice.dataFlow(), wants(visit, choice, taken));
  }

  /** What the data of a Choice has to be like for it to go there. */
  Wants wants(VisitRecord visit, ChoiceState choice, int taken) {
    Scope scope = Flows.choiceScope(course.scope(visit), choice);
    List<ChoiceState.Rule> rules = choice.choices();
    Wants wants =
        taken < rules.size() ? rules.get(taken).condition().wants(scope, true) : Wants.FULFILLED;
    for (int i = 0; i < taken; i++) {
      wants = wants.and(rules.get(i).condition().wants(scope, false));
    }
    return wants;
  }

  /** A state that was entered and not left has failed, or what is inside of it. */
  private Changes repairs(VisitRecord visit) {
    if (visit.output().isPresent() && visit.catcherTaken().isEmpty()) {
      return Changes.IMPOSSIBLE;
    }
    List<Changes> known = new ArrayList<>();
    for (VisitRecord other : course.visits()) {
      if (other.output().isEmpty() && other.path().startsWith(visit.path())) {
        Changes changes = repair(other);
        if (!changes.equals(Changes.IMPOSSIBLE) && !changes.equals(Changes.NONE)) {
          known.add(0, changes);
        }
      }
    }
    // Iterations fail for the same reason, each for its own item.
    Changes all = known.stream().reduce(Changes::and).orElse(Changes.IMPOSSIBLE);
    return known.stream().reduce(all, Changes::or);
  }

  private Changes repair(VisitRecord failed) {
    return failed.state() instanceof ChoiceState choice
        ? any(failed, choice)
        : new Repairs(course, origins, failed).all();
  }

  /** A Choice has failed: what it takes for it to be left anyhow. */
  private Changes any(VisitRecord visit, ChoiceState choice) {
    return IntStream.rangeClosed(0, choice.choices().size())
        .mapToObj(taken -> choice(visit, choice, taken))
        .reduce(Changes.IMPOSSIBLE, Changes::or);
  }
}
