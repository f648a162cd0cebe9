package io.stepunit.internal.solve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.Want;
import io.stepunit.internal.expression.Wants;
import io.stepunit.internal.history.VisitRecord;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.ChoiceState;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.StateTarget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
    Optional<Wants> wants = wants(visit, goal);
    if (wants.isPresent() && visit.state() instanceof ChoiceState choice) {
      return origins.ofChosenInput(visit, choice.dataFlow(), wants.get());
    }
    if (visit.state() instanceof MapState map) {
      if (goal.move() instanceof Goal.Move.Enter) {
        return items(visit, map, 1).or(repairs(visit));
      }
      if (goal.move() instanceof Goal.Move.Iterate iterate) {
        return items(visit, map, iterate.items()).or(repairs(visit));
      }
    }
    return repairs(visit);
  }

  /** What the data of a Choice has to be like for the goal; empty if it is none of a Choice. */
  Optional<Wants> wants(VisitRecord visit, Goal goal) {
    if (!(visit.state() instanceof ChoiceState choice)) {
      return Optional.empty();
    }
    if (goal.move() instanceof Goal.Move.Test test) {
      return Optional.of(ChoiceWants.of(choice, choiceScope(visit, choice), test));
    }
    return goal.target()
        .map(
            target ->
                ChoiceWants.taking(
                    choice,
                    choiceScope(visit, choice),
                    target instanceof StateTarget.OfRule rule
                        ? rule.index()
                        : choice.choices().size()));
  }

  private Scope choiceScope(VisitRecord visit, ChoiceState choice) {
    return Flows.choiceScope(course.scope(visit), choice);
  }

  /** What it takes for a Map to have so many items, each like the first. */
  private Changes items(VisitRecord visit, MapState map, int count) {
    DataPath list = DataPath.of(DataPath.Source.INPUT);
    Optional<JsonNode> item =
        course.items(visit, map).filter(items -> !items.isEmpty()).map(items -> items.path(0));
    if (count == 0 || item.isPresent()) {
      ArrayNode items = Json.NODES.arrayNode();
      Collections.nCopies(count, item.orElseGet(Json.NODES::nullNode)).forEach(items::add);
      return origins.items(visit, map, Want.is(list, items));
    }
    Changes all = Changes.NONE;
    for (int index = 0; index < count; index++) {
      all = all.and(origins.items(visit, map, Want.some(list.item(index))));
    }
    return all;
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
        .mapToObj(taken -> ChoiceWants.taking(choice, choiceScope(visit, choice), taken))
        .map(wants -> origins.ofChosenInput(visit, choice.dataFlow(), wants))
        .reduce(Changes.IMPOSSIBLE, Changes::or);
  }
}
