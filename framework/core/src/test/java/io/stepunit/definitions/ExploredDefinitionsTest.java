package io.stepunit.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.CoverageConsistency;
import io.stepunit.explore.Exploration;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.recording.RecordingsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Explores every definition of {@link RealDefinitionsTest} that can be loaded: each execution comes
 * to an end, most states are reached, and of the others it is said why they are not. How many is in
 * {@code target/definitions/explored.json}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExploredDefinitionsTest {
  /** In percent; the whole folder gives 97.2. */
  private static final int REACHED = 97;

  private int machines;
  private int succeeded;
  private int states;
  private int reached;

  @TestFactory
  Stream<DynamicTest> runs_to_an_end_with_automatic_mocks() throws IOException {
    return PublishedDefinitions.testEach(this::explore);
  }

  private void explore(DefinitionRecord record) {
    Exploration exploration = PublishedDefinitions.machine(record).orElseThrow().explore();

    machines++;
    succeeded += exploration.executions(ExecutionStatus.SUCCEEDED).isEmpty() ? 0 : 1;
    states += exploration.reached().size() + exploration.missed().size();
    reached += exploration.reached().size();
    assertThat(exploration.executions())
        .isNotEmpty()
        .noneMatch(run -> run.status() == ExecutionStatus.RUNNING);
    assertThat(exploration.reasons().keySet()).isEqualTo(exploration.missed().keySet());
    assertThat(exploration.reasons().values()).doesNotContain("");
    CoverageConsistency.holdsForAll(exploration.executions());
  }

  @AfterAll
  void write_the_summary() throws IOException {
    if (machines > 0) {
      ObjectNode summary =
          Json.NODES
              .objectNode()
              .put("machines", machines)
              .put("with a success", succeeded)
              .put("states", states)
              .put("reached", reached);
      Path file = RecordingsFolder.checkout().resolve("framework/target/definitions/explored.json");
      Files.createDirectories(file.getParent());
      Files.writeString(file, Json.pretty(summary) + "\n");
      assertThat(reached * 100 / states)
          .as("percent of the states of published definitions that exploring reaches")
          .isGreaterThanOrEqualTo(REACHED);
    }
  }
}
