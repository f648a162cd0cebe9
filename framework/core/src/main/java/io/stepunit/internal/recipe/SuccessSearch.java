package io.stepunit.internal.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.coverage.CoveragePoint;
import io.stepunit.internal.coverage.CoveragePoints;
import io.stepunit.internal.coverage.PointKind;
import io.stepunit.internal.explore.ReadObject;
import io.stepunit.internal.explore.Samples;
import io.stepunit.internal.explore.Variation;
import io.stepunit.internal.explore.Variations;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.model.ChoiceState;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.rehearsal.AnswerLog;
import io.stepunit.internal.rehearsal.CallsByPlace;
import io.stepunit.internal.rehearsal.Rehearsal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Searches for input and mocks with which a machine succeeds, by a way with many Tasks. */
final class SuccessSearch {
  private static final int TRIALS = 60;

  /** One recipe is all there is to do, and people are to read it. */
  private static final int SHRINKING_TRIALS = 600;

  private static final Comparator<Recipe> BETTER =
      Comparator.comparing((Recipe recipe) -> isSucceeded(recipe))
          .thenComparing(recipe -> -catchersTaken(recipe))
          .thenComparing(recipe -> recipe.answers().size())
          .thenComparing(recipe -> -recipe.execution().events().size());

  private final CompiledDefinition definition;
  private final Samples samples;
  private final List<ReadObject> objects;
  private final Rehearsal rehearsal;

  SuccessSearch(
      CompiledDefinition definition,
      Samples samples,
      List<ReadObject> objects,
      Rehearsal rehearsal) {
    this.definition = definition;
    this.samples = samples;
    this.objects = objects;
    this.rehearsal = rehearsal;
  }

  /** The best that was found; one that ends otherwise if none succeeds. */
  Optional<Recipe> find() {
    List<ChoiceState> choices =
        definition
            .graph()
            .all()
            .filter(ChoiceState.class::isInstance)
            .map(ChoiceState.class::cast)
            .toList();
    return new Variations(samples)
        .of(choices).stream()
            .limit(TRIALS)
            .flatMap(variation -> recipe(variation).stream())
            .reduce((best, next) -> BETTER.compare(next, best) > 0 ? next : best)
            .map(recipe -> Shrinking.smaller(rehearsal, recipe, SHRINKING_TRIALS));
  }

  private Optional<Recipe> recipe(Variation variation) {
    JsonNode input = samples.input(variation);
    AnswerLog answers = new AnswerLog(new CallsByPlace(samples.answers(variation)));
    return rehearsal
        .run(input, objects, answers)
        .flatMap(run -> rehearsal.replay(input, objects, answers.log()))
        .filter(run -> !run.path().isEmpty())
        .map(run -> new Recipe(List.of(end(run)), input, answers.log(), objects, run));
  }

  /** The last state that was reached. */
  private CoveragePoint end(ExecutionRecord run) {
    String last = run.path().get(run.path().size() - 1);
    return CoveragePoints.of(definition).all().stream()
        .filter(point -> point.kind() == PointKind.STATE)
        .filter(point -> TestName.state(point.state()).equals(last))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isSucceeded(Recipe recipe) {
    return recipe.execution().status() == ExecutionStatus.SUCCEEDED;
  }

  private static long catchersTaken(Recipe recipe) {
    return recipe.execution().visits().stream()
        .filter(visit -> visit.catcherTaken().isPresent())
        .count();
  }
}
