package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.MapRun;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.history.ChildRetention;
import io.stepunit.junit.StateMachineTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The code of docs/guide/distributed-map.md. */
class DistributedMapExamplesTest {
  private static final String FOLDER = "src/test/resources/io/stepunit/docs/";

  @Nested
  @StateMachineTest("import.asl.json")
  class ImportTest {
    private static final Map<String, String> FILE = Map.of("bucket", "uploads", "key", "in.csv");

    @Test
    void saves_each_row(TestStateMachine machine, StepFunctionsEnvironment env) {
      env.bucket("uploads").put("in.csv", "id,price\nA-1,12\nA-2,7\n");
      machine.mock("Save").returns(Map.of());

      Execution run = machine.run(FILE);

      assertThat(run)
          .isSucceeded()
          .mapRun(
              "Import", rows -> rows.hasSucceededItems(2).child(1, child -> child.hasPath("Save")));
      MapRun rows = run.mapRuns().get(0);
      assertThat(rows.child(1).input().get("id").asText()).isEqualTo("A-2");
    }

    @Test
    void fails_where_too_many_rows_do(TestStateMachine machine, StepFunctionsEnvironment env) {
      env.bucket("uploads").put("in.csv", "id,price\nA-1,12\nA-2,free\n");
      machine.mock("Save").returns(Map.of());
      machine.mock("Import[1]/Save").fails("DynamoDB.ValidationException", "free is no number");

      Execution run = machine.run(FILE);

      assertThat(run).hasError("States.ExceedToleratedFailureThreshold");
      assertThat(run.mapRuns().get(0).failedChildren().get(0).error())
          .contains("DynamoDB.ValidationException");
    }

    @Test
    void writes_what_came_of_the_rows(TestStateMachine machine, StepFunctionsEnvironment env) {
      env.bucket("uploads").put("in.csv", "id,price\nA-1,12\n");
      machine.mock("Save").returns(Map.of());

      JsonNode written = machine.run(FILE).output().orElseThrow().get("ResultWriterDetails");

      JsonNode manifest = env.bucket("results").object(written.get("Key").asText()).json();
      String key = manifest.at("/ResultFiles/SUCCEEDED/0/Key").asText();
      assertThat(env.bucket("results").object(key).json()).hasSize(1);
    }
  }

  @Test
  void children_are_kept_as_asked() {
    StepFunctionsEnvironment env =
        StepFunctionsEnvironment.builder()
            .keepingChildren(ChildRetention.failed().andFirst(10).and(index -> index == 4711))
            .build();

    assertThat(env.load(Path.of(FOLDER + "import.asl.json")).name()).isEqualTo("import");
  }
}
