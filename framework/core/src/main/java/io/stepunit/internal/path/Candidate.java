package io.stepunit.internal.path;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.coverage.Hits;
import io.stepunit.internal.explore.ReadObject;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.recipe.Answer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An execution that may become a path.
 *
 * @param answers the answers of each Task that is called, in the order of its calls
 * @param objects what Maps in distributed mode read
 * @param hits the keys of the points that it reaches
 */
record Candidate(
    JsonNode input,
    Map<String, List<Answer>> answers,
    List<ReadObject> objects,
    ExecutionRecord run,
    Set<String> hits,
    List<PathStep> steps,
    PathCost cost) {
  Candidate {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }

  static Candidate of(
      JsonNode input,
      Map<String, List<Answer>> answers,
      List<ReadObject> objects,
      ExecutionRecord run) {
    List<PathStep> steps = PathSteps.of(run);
    return new Candidate(
        input,
        answers,
        objects,
        run,
        Set.copyOf(Hits.of(run).counts().keySet()),
        steps,
        PathCost.of(run, steps));
  }

  boolean reaches(PathPoint point) {
    return hits.contains(point.key())
        && (point.retrier().isEmpty() || overcomesAnErrorOf(point.from().name()));
  }

  /** A retry in vain is seen where a Catcher is taken after it; here one has to help. */
  private boolean overcomesAnErrorOf(String state) {
    return steps.stream()
        .flatMap(PathStep::all)
        .anyMatch(step -> step.state().equals(state) && !step.errors().isEmpty() && !step.failed());
  }

  boolean visits(String state) {
    return steps.stream().flatMap(PathStep::all).anyMatch(step -> step.state().equals(state));
  }
}
