package io.stepunit.property;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.history.StateVisit;
import io.stepunit.internal.json.JsonDifference;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Data meets a condition.
 *
 * @param state whose output it is; empty for that of executions
 */
record DataRule(Optional<String> state, Predicate<JsonNode> condition) implements Rule {
  @Override
  public String code() {
    return state
        .map(name -> "dataAt(" + Property.literals(List.of(name)) + ", json -> …)")
        .orElse("output(json -> …)");
  }

  @Override
  public boolean isSource() {
    return false;
  }

  @Override
  public List<String> states() {
    return state.stream().toList();
  }

  @Override
  public Optional<String> violation(Course course) {
    return data(course).flatMap(json -> refusal(json).stream()).findFirst();
  }

  private Stream<JsonNode> data(Course course) {
    return course.executions().stream()
        .flatMap(
            run -> state.map(name -> outputs(run, name)).orElseGet(() -> run.output().stream()));
  }

  private static Stream<JsonNode> outputs(Execution run, String state) {
    Stream<StateVisit> ofChildren =
        run.mapRuns().stream()
            .flatMap(mapRun -> mapRun.children().stream())
            .flatMap(child -> child.visits(state).stream());
    return Stream.concat(run.visits(state).stream(), ofChildren)
        .flatMap(visit -> visit.output().stream());
  }

  private Optional<String> refusal(JsonNode json) {
    String where = state.map(name -> "the output of " + name).orElse("the output");
    try {
      return condition.test(json.deepCopy())
          ? Optional.empty()
          : Optional.of(where + " is " + JsonDifference.shortened(json) + ".");
    } catch (AssertionError e) {
      return Optional.of(
          "%s is %s: %s".formatted(where, JsonDifference.shortened(json), e.getMessage()));
    }
  }

  @Override
  public Optional<String> unreached(Course course) {
    return data(course).findAny().isPresent()
        ? Optional.empty()
        : Optional.of(
            state.map(name -> name + " never had an output").orElse("no execution succeeded"));
  }
}
