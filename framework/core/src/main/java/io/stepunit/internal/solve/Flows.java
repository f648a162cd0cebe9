package io.stepunit.internal.solve;

import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.history.VisitRecord;
import io.stepunit.internal.model.ChoiceState;
import io.stepunit.internal.model.DataFlow;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.ParallelState;
import io.stepunit.internal.model.PassState;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.SucceedState;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.model.WaitState;
import java.util.List;
import java.util.Optional;

/** Finds the fields by which data goes through states. */
final class Flows {
  private Flows() {}

  /** Those by which a visit was left. */
  static Optional<DataFlow> taken(VisitRecord visit, Course course) {
    State state = visit.state();
    if (visit.catcherTaken().isPresent()) {
      int index = visit.catchers().indexOf(visit.catcherTaken().get());
      return Optional.of(state.errorHandlers().catchers().get(Math.max(0, index)).dataFlow());
    }
    if (state instanceof ChoiceState choice) {
      int rule = rule(choice, choiceScope(course.scope(visit), choice));
      return Optional.of(rule < 0 ? choice.dataFlow() : choice.choices().get(rule).dataFlow());
    }
    return own(state);
  }

  /** What the rules of a Choice see. */
  static Scope choiceScope(Scope scope, ChoiceState choice) {
    try {
      return scope.withInput(choice.dataFlow().input(scope));
    } catch (EvaluationException e) {
      return scope;
    }
  }

  /** The first rule that holds, or -1. */
  private static int rule(ChoiceState choice, Scope scope) {
    List<ChoiceState.Rule> rules = choice.choices();
    for (int i = 0; i < rules.size(); i++) {
      try {
        if (rules.get(i).condition().test(scope)) {
          return i;
        }
      } catch (EvaluationException e) {
        return -1;
      }
    }
    return -1;
  }

  /** A state's own; empty for a Fail state, which leaves nothing behind. */
  static Optional<DataFlow> own(State state) {
    if (state instanceof TaskState task) {
      return Optional.of(task.dataFlow());
    } else if (state instanceof PassState pass) {
      return Optional.of(pass.dataFlow());
    } else if (state instanceof WaitState wait) {
      return Optional.of(wait.dataFlow());
    } else if (state instanceof ChoiceState choice) {
      return Optional.of(choice.dataFlow());
    } else if (state instanceof ParallelState parallel) {
      return Optional.of(parallel.dataFlow());
    } else if (state instanceof MapState map) {
      return Optional.of(map.dataFlow());
    }
    return state instanceof SucceedState succeed
        ? Optional.of(succeed.dataFlow())
        : Optional.empty();
  }
}
