package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.stepunit.internal.coverage.CoveragePoint;
import io.stepunit.internal.coverage.CoveragePoints;
import io.stepunit.internal.coverage.Hits;
import io.stepunit.internal.coverage.PointKind;
import io.stepunit.internal.history.ExecutionRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each kind of point: a definition, runs of it, and what they reach. */
class CoverageTest {
  private static final String TASK =
      "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\"";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private TestStateMachine machine(String definition) {
    return env.define("covered", definition.replace("TASK", TASK));
  }

  private static List<String> keys(TestStateMachine machine) {
    return points(machine).map(CoveragePoint::key).toList();
  }

  private static List<String> keys(TestStateMachine machine, PointKind... kinds) {
    return points(machine)
        .filter(point -> List.of(kinds).contains(point.kind()))
        .map(CoveragePoint::key)
        .toList();
  }

  private static Map<String, String> unreachable(TestStateMachine machine) {
    return points(machine)
        .filter(point -> !point.isReachable())
        .collect(
            Collectors.toMap(CoveragePoint::key, point -> point.unreachable().orElseThrow()));
  }

  private static Stream<CoveragePoint> points(TestStateMachine machine) {
    return CoveragePoints.of(machine.definition()).all().stream();
  }

  private static Hits hits(Execution... executions) {
    List<ExecutionRecord> records = Stream.of(executions).map(Execution::internal).toList();
    Hits hits = Hits.of(records);
    CoveragePoints points = CoveragePoints.of(executions[0].definition());
    assertThat(hits.counts().keySet()).allMatch(key -> points.find(key).isPresent());
    return hits;
  }

  /** What was reached beside the states. */
  private static Map<String, Long> besideStates(Execution... executions) {
    CoveragePoints points = CoveragePoints.of(executions[0].definition());
    return hits(executions).counts().entrySet().stream()
        .filter(hit -> points.find(hit.getKey()).orElseThrow().kind() != PointKind.STATE)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Nested
  class StatesAndTransitions {
    private final TestStateMachine machine =
        machine(
            """
            {"StartAt": "A", "States": {
              "A": {TASK, "Next": "B", "Catch": [
                {"ErrorEquals": ["Known"], "Next": "B"}, {"ErrorEquals": ["States.ALL"], "Next": "C"}]},
              "B": {"Type": "Pass", "Next": "C"},
              "C": {"Type": "Succeed"}}}
            """);

    @Test
    void points_are_in_the_order_of_the_definition() {
      assertThat(keys(machine))
          .containsExactly(
              "/States/A",
              "/States/A/Next",
              "/States/A/Catch/0",
              "/States/A/Catch/1",
              "/States/B",
              "/States/B/Next",
              "/States/C");
    }

    @Test
    void visits_and_transitions_are_counted() {
      machine.mock("A").returns(Map.of());

      assertThat(hits(machine.run("{}"), machine.run("{}")))
          .isEqualTo(
              new Hits(
                  2,
                  new TreeMap<>(
                      Map.of(
                          "/States/A", 2L,
                          "/States/A/Next", 2L,
                          "/States/B", 2L,
                          "/States/B/Next", 2L,
                          "/States/C", 2L))));
    }

    @Test
    void next_and_catchers_to_the_same_state_are_told_apart() {
      machine.mock("A").fails("Known", "why");

      assertThat(besideStates(machine.run("{}"))).containsOnly(
          entry("/States/A/Catch/0", 1L), entry("/States/B/Next", 1L));

      machine.mock("A").fails("Other", "why");

      assertThat(besideStates(machine.run("{}"))).containsOnly(entry("/States/A/Catch/1", 1L));
    }
  }
}
