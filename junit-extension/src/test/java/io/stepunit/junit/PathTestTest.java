package io.stepunit.junit;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.property.Property.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.json.Json;
import io.stepunit.junit.testkit.Results;
import io.stepunit.junit.testkit.TestKit;
import io.stepunit.path.PathCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class PathTestTest {
  private static final String WELL = "Charge → Ship";
  private static final String REFUNDED =
      "Charge → Ship ✗ Unexpected.Error → Refund ↻ Unexpected.Error";

  @Test
  void each_path_is_a_test_named_after_it() {
    Results results = TestKit.run(SagaTestCases.class);

    assertThat(results).hasOnlySucceeded(2);
    assertThat(results.testNames()).containsExactlyInAnyOrder(WELL, REFUNDED);
  }

  @StateMachineTest("saga.asl.json")
  static class SagaTestCases {
    @BeforeEach
    void all_goes_well(TestStateMachine order) {
      order.mock("Charge").returns(Map.of("by", "the test"));
    }

    @PathTest
    void no_money_is_lost(PathCase path, TestStateMachine order) {
      Execution run = path.run(order);

      assertThat(path.isTakenBy(run)).isTrue();
      assertThat(order).holds(after("Charge").eventually("Ship", "Refund"));
    }
  }

  @Test
  void a_path_on_which_an_assertion_fails_fails_alone() {
    assertThat(TestKit.run(FailingTestCases.class)).hasFailed(1).hasSucceeded(1);
  }

  @StateMachineTest("saga.asl.json")
  static class FailingTestCases {
    @PathTest
    void is_shipped(PathCase path, TestStateMachine order) {
      assertThat(path.run(order)).neverVisited("Refund");
    }
  }

  @Test
  void nested_classes_take_the_machine_of_the_class_around() {
    assertThat(TestKit.run(AroundTestCases.class)).hasOnlySucceeded(2);
  }

  @StateMachineTest("saga.asl.json")
  static class AroundTestCases {
    @Nested
    class Inside {
      @PathTest
      void ends(PathCase path, TestStateMachine order) {
        assertThat(path.run(order)).isEnded();
      }
    }
  }

  @Test
  void jobs_share_the_paths() {
    Results second = TestKit.run(SagaTestCases.class, Map.of("stepunit.shard", "2/2"));
    Results third = TestKit.run(SagaTestCases.class, Map.of("stepunit.shard", "3/3"));

    assertThat(second.testNames()).containsExactly(REFUNDED);
    assertThat(third).hasOnlySucceeded(0);
  }

  @Test
  void the_records_have_all_transitions(@TempDir Path folder) throws IOException {
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(SagaTestCases.class))
                .configurationParameter("stepunit.report", folder.toString())
                .build());

    List<String> records;
    try (Stream<String> lines = Files.lines(folder.resolve("data/fork-1.jsonl"))) {
      records = lines.toList();
    }
    assertThat(records.stream().map(Json::parse))
        .filteredOn(record -> record.path("generatedBy").asText().equals("PATHS"))
        .hasSize(2);
    assertThat(String.join("\n", records))
        .contains("/States/Charge/Next", "/States/Ship/Catch/0", "/States/Refund/Retry/0#used");
  }

  @Test
  void what_no_path_takes_fails_a_test_that_says_what_is_missing() {
    assertThat(TestKit.run(UnsolvedTestCases.class))
        .failsATestWith()
        .contains("No path was found that takes Same? → Behind: Same? needs $.hash to be \"abc\"")
        .contains("Behind it, and not tried either: Behind → Done")
        .contains("@PathTest(unsolved = \"Same? → Behind\")");
  }

  @StateMachineTest("hashed.asl.json")
  static class UnsolvedTestCases {
    @PathTest
    void ends(PathCase path, TestStateMachine hashed) {
      assertThat(path.run(hashed)).isEnded();
    }
  }

  @Test
  void what_is_known_to_be_missing_is_skipped() {
    assertThat(TestKit.run(KnownTestCases.class)).hasFailed(0).hasSucceeded(1);
  }

  @StateMachineTest("hashed.asl.json")
  static class KnownTestCases {
    @PathTest(unsolved = "Same? → Behind")
    void ends(PathCase path, TestStateMachine hashed) {
      assertThat(path.run(hashed)).isEnded();
    }
  }

  @Test
  void what_is_not_missing_cannot_be_known_to_be() {
    assertThat(TestKit.run(SolvedTestCases.class))
        .failsAContainerWith()
        .contains("sets unsolved = \"Same? → Done\", which is not missing. Remove it.")
        .contains("Missing are: Same? → Behind.");
  }

  @StateMachineTest("hashed.asl.json")
  static class SolvedTestCases {
    @PathTest(unsolved = "Same? → Done")
    void ends(PathCase path, TestStateMachine hashed) {
      assertThat(path.run(hashed)).isEnded();
    }
  }

  @Test
  void a_method_without_a_path_is_refused() {
    assertThat(TestKit.run(WithoutPathTestCases.class))
        .failsAContainerWith()
        .contains(
            "WithoutPathTestCases.ends takes no PathCase, so that it does not know its path. Let it be ends(PathCase path, TestStateMachine machine)");
  }

  @StateMachineTest("saga.asl.json")
  static class WithoutPathTestCases {
    @PathTest
    void ends(TestStateMachine order) {
      order.mocks().automatic();
      assertThat(order.run("{}")).isEnded();
    }
  }

  @Test
  void fewer_than_no_loops_are_refused() {
    assertThat(TestKit.run(NegativeTestCases.class))
        .failsAContainerWith()
        .contains("allows -1 loops; expected 0 or more.");
  }

  @StateMachineTest("saga.asl.json")
  static class NegativeTestCases {
    @PathTest(loops = -1)
    void ends(PathCase path, TestStateMachine order) {
      assertThat(path.run(order)).isEnded();
    }
  }

  @Test
  void a_test_that_does_not_run_its_path_fails() {
    assertThat(TestKit.run(IdleTestCases.class, Map.of("stepunit.shard", "1/2")))
        .failsATestWith()
        .contains("The test did not run its path. Begin it with path.run(machine)");
  }

  @StateMachineTest("saga.asl.json")
  static class IdleTestCases {
    @PathTest
    void does_nothing(PathCase path) {
      assertThat(path.name()).isNotEmpty();
    }
  }

  @Test
  void a_class_without_a_machine_is_refused() {
    assertThat(TestKit.run(NoMachineTestCases.class))
        .failsAContainerWith()
        .contains("names no state machine before its tests run. Put @StateMachineTest");
  }

  static class NoMachineTestCases {
    @PathTest
    void ends(PathCase path) {
      assertThat(path.name()).isNotEmpty();
    }
  }
}
