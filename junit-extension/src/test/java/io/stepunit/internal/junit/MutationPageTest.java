package io.stepunit.internal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.assertj.StepUnitAssertions;
import io.stepunit.internal.mutation.MutationResult;
import io.stepunit.internal.mutation.MutationSummary;
import io.stepunit.internal.sweep.Progress;
import io.stepunit.internal.sweep.Shard;
import io.stepunit.junit.StateMachineTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/** What docs/guide/mutation.md shows is what its example leads to. */
class MutationPageTest {
  private static final Path PAGE = Path.of("../docs/guide/mutation.md");
  private static final Path DEFINITION = Path.of("src/test/resources/mutation/order.asl.json");

  @StateMachineTest("mutation/order.asl.json")
  static class OrderTest {
    @Test
    void tries_again(TestStateMachine order) {
      order.mock("Charge").fails("Busy").times(2).thenReturns(Map.of("paid", true));

      Execution run = order.run(Map.of("id", 7));

      StepUnitAssertions.assertThat(run).isSucceeded();
    }
  }

  private static MutationResult result() {
    MutationSettings settings =
        new MutationSettings(
            Path.of("").toAbsolutePath(),
            List.of(),
            Path.of("target/stepunit"),
            List.of(),
            List.of(),
            Shard.WHOLE,
            Optional.empty());
    return new MutationRun(settings, mutants -> Progress.untold())
        .run(List.of(DiscoverySelectors.selectClass(OrderTest.class)));
  }

  @Test
  void the_console_tells_what_the_page_shows() throws IOException {
    String page = Files.readString(PAGE);

    List<String> shown =
        MutationSummary.of(result()).stream()
            .filter(line -> !line.contains("mutants found"))
            .filter(line -> !line.contains("ErrorEquals of") && !line.contains("TimeoutSeconds"))
            .map(line -> line.replace("src/test/resources/mutation/", "src/main/resources/"))
            .map(line -> line.replace("MutationPageTest$OrderTest", "OrderTest"))
            .toList();

    assertThat(page).contains(String.join("\n", shown.subList(0, 6)));
  }

  @Test
  void the_definition_is_that_of_the_page() throws IOException {
    assertThat(Files.readString(PAGE)).contains(Files.readString(DEFINITION));
  }
}
