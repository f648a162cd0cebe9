package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.internal.graph.GraphMarks;
import io.stepunit.internal.graph.GraphMarks.StateMark;
import io.stepunit.internal.graph.GraphMarks.Status;
import io.stepunit.internal.report.ExecutionMarks;
import io.stepunit.load.DefinitionLoader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExecutionPictureTest {
  private static final String LINES =
      """
      {"StartAt": "Lines", "States": {
        "Lines": {"Type": "Map", "ItemsPath": "$.lines", "Next": "Done",
          "ItemProcessor": {"StartAt": "Reserve", "States": {
            "Reserve": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:reserve",
              "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 2}], "End": true}}},
          "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Sorry"}]},
        "Done": {"Type": "Succeed"},
        "Sorry": {"Type": "Fail"}}}
      """;

  private static Execution run(boolean fails) {
    TestStateMachine machine =
        StepFunctionsEnvironment.create()
            .register("orders", DefinitionLoader.fromText("orders.asl.json", LINES));
    if (fails) {
      machine.mock("Reserve").fails("Gone", "sold out");
    } else {
      machine.mock("Reserve").fails("Busy", "later").then().returns(Map.of());
    }
    return machine.run(Map.of("lines", List.of(1, 2)));
  }

  @Test
  void states_have_their_outcome_and_the_way_is_marked() {
    GraphMarks.Course marks = ExecutionMarks.of(run(false).internal());

    assertThat(marks.states())
        .containsEntry("/States/Lines", new StateMark(Status.SUCCEEDED, 0, 2, 0))
        .containsEntry("/States/Done", new StateMark(Status.SUCCEEDED, 0, 0, 0))
        .doesNotContainKey("/States/Sorry");
    assertThat(marks.states().get("/States/Lines/ItemProcessor/States/Reserve"))
        .isEqualTo(new StateMark(Status.SUCCEEDED, 2, 0, 0));
    assertThat(marks.taken())
        .containsKeys("/StartAt", "/States/Lines/Next", "/States/Done/End")
        .doesNotContainKey("/States/Lines/Catch/0");
  }

  @Test
  void what_failed_and_was_caught_is_told_apart() {
    GraphMarks.Course marks = ExecutionMarks.of(run(true).internal());

    assertThat(marks.states().get("/States/Lines").status()).isEqualTo(Status.CAUGHT);
    assertThat(marks.states().get("/States/Lines").failed()).isPositive();
    assertThat(marks.states().get("/States/Sorry").status()).isEqualTo(Status.FAILED);
    assertThat(marks.taken())
        .containsKeys("/States/Lines/Catch/0", "/States/Sorry/End")
        .doesNotContainKey("/States/Lines/Next");
  }

  @Test
  void a_distributed_Map_shows_what_its_child_executions_did() {
    TestStateMachine machine =
        StepFunctionsEnvironment.create()
            .register(
                "orders",
                DefinitionLoader.fromText(
                    "orders.asl.json",
                    LINES.replace(
                        "\"ItemProcessor\": {",
                        """
                        "ToleratedFailureCount": 1, "ItemProcessor": {
                          "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                        """)));
    machine
        .mock("Reserve")
        .answers(
            call -> {
              if (call.input().asInt() == 2) {
                throw new TaskFailure("Gone", "sold out");
              }
              return Map.of();
            });

    GraphMarks.Course marks =
        ExecutionMarks.of(machine.run(Map.of("lines", List.of(1, 2, 3))).internal());

    String reserve = "/States/Lines/ItemProcessor/States/Reserve";
    assertThat(marks.states())
        .containsEntry("/States/Lines", new StateMark(Status.SUCCEEDED, 0, 3, 1))
        .containsEntry(reserve, new StateMark(Status.FAILED, 1, 0, 0));
    assertThat(marks.taken())
        .containsEntry(reserve, 3L)
        .containsEntry(reserve + "/End", 2L)
        .containsKey("/States/Lines/ItemProcessor/StartAt");
  }

  @Test
  void Mermaid_has_the_outcomes_as_classes() {
    assertThat(run(true).toMermaid())
        .contains("class s0 caught", "class s3 failed", "class s2 unreached");
  }

  @Test
  void without_the_jar_that_draws_the_message_names_it() {
    assertThatThrownBy(() -> run(false).toSvg())
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("io.stepunit:stepunit-report");
  }
}
