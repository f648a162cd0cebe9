package io.stepunit.internal.reach;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.coverage.Hits;
import io.stepunit.internal.explore.ReadObject;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.model.State;
import io.stepunit.internal.rehearsal.Answer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An execution from which tests may be made.
 *
 * @param answers the answers of each Task that is called, in the order of its calls
 * @param objects what Maps in distributed mode read
 * @param hits the keys of the points that it reaches
 * @param visited the names of the states that it visits, in child executions too
 */
public record Candidate(
    JsonNode input,
    Map<String, List<Answer>> answers,
    List<ReadObject> objects,
    ExecutionRecord run,
    Set<String> hits,
    Set<String> visited,
    List<PathStep> steps,
    PathCost cost) {
  /** Copies the answers. */
  public Candidate {
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
        steps.stream()
            .flatMap(PathStep::all)
            .map(PathStep::state)
            .collect(Collectors.toUnmodifiableSet()),
        steps,
        PathCost.of(run, steps));
  }

  boolean visits(State state) {
    return visited.contains(state.name());
  }
}
