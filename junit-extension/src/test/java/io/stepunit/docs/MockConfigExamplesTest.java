package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.MockCase;
import io.stepunit.junit.MockConfigTest;
import io.stepunit.junit.StateMachineTest;
import io.stepunit.load.DefinitionLoader;
import io.stepunit.mock.MockConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The code of docs/guide/mock-config.md. */
class MockConfigExamplesTest {
  private static final String FOLDER = "src/test/resources/io/stepunit/docs/";

  @Nested
  @StateMachineTest("order.asl.json")
  class OrderTest {

    @MockConfigTest("MockConfigFile.json")
    void every_case_ships_the_order(MockCase mocked, TestStateMachine order) {
      assertThat(mocked.run(order, Map.of("id", 7))).isSucceeded().hasPath("Charge", "Ship");
    }
  }

  @Test
  void without_JUnit() {
    StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
    TestStateMachine order = env.load(Path.of(FOLDER + "order.asl.json"));

    MockConfigFile file = MockConfigFile.load(Path.of(FOLDER + "MockConfigFile.json"));
    file.testCase("OrderMachine", "GatewayIsBusy").mockIn(order::mock);

    assertThat(order.run("{}"))
        .isSucceeded()
        .state("Charge", charge -> charge.hasRetryDelays(ofSeconds(2), ofSeconds(4)));
  }

  @Test
  void from_clients() {
    StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
    TestStateMachine order =
        env.register("OrderMachine", DefinitionLoader.fromFile(Path.of(FOLDER + "order.asl.json")));

    env.mockConfig(MockConfigFile.load(Path.of(FOLDER + "MockConfigFile.json")));

    String arn = env.api().startExecution(order.arn() + "#GatewayIsBusy", Map.of("id", 7));

    env.runToEnd();
    assertThat(env.api().describeExecution(arn))
        .isSucceeded()
        .state("Charge", charge -> charge.hasAttempts(3));
  }

  @Test
  void the_file_that_the_page_shows_is_the_one_that_is_run() throws IOException {
    List<CodeBlock> shown =
        CodeBlock.in(Path.of("../docs/guide/mock-config.md")).stream()
            .filter(block -> block.language().equals("json"))
            .toList();

    assertThat(shown).hasSize(1);
    assertThat(shown.get(0).text())
        .isEqualTo(Files.readString(Path.of(FOLDER + "MockConfigFile.json")));
  }
}
