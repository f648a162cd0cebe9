package io.stepunit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.stepunit.TestStateMachine;
import io.stepunit.internal.json.Json;
import io.stepunit.junit.Interleavings.Orders;
import io.stepunit.junit.testkit.Results;
import io.stepunit.junit.testkit.TestKit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class ShardsTest {
  private static Results run(Class<?> type, String shard) {
    return TestKit.run(type, Map.of("stepunit.shard", shard, FaultSweep.PRINT, "false"));
  }

  @Test
  void jobs_share_the_combinations_of_a_fault_matrix() {
    List<String> all = new ArrayList<>();
    for (int job = 1; job <= 5; job++) {
      all.addAll(run(MatrixTestCases.class, job + "/5").testNames());
    }

    assertThat(all)
        .containsExactlyInAnyOrderElementsOf(run(MatrixTestCases.class, "1/1").testNames())
        .hasSize(24);
  }

  @Test
  void jobs_share_seeded_interleavings() {
    assertThat(run(SeededTestCases.class, "2/3").testNames())
        .containsExactly("order 1", "order 4", "order 7");
    assertThat(run(SeededTestCases.class, "3/3").testNames()).containsExactly("order 2", "order 5");
  }

  @Test
  void orders_that_follow_from_one_another_are_not_shared() {
    assertThat(run(AllTestCases.class, "2/3")).hasOnlySucceeded(126);
  }

  @Test
  void a_test_of_which_other_jobs_do_all_is_skipped() {
    Results results = run(SeededTestCases.class, "9/9");

    assertThat(results).hasOnlySucceeded(0);
  }

  @Test
  void what_is_no_part_is_refused() {
    assertThat(run(MatrixTestCases.class, "9/8"))
        .failsAContainerWith()
        .contains(
            "The configuration parameter stepunit.shard is \"9/8\"; jobs are counted from 1 to their"
                + " number, so that of 8 there are 1/8 to 8/8.");
  }

  @Test
  void records_of_two_jobs_stand_side_by_side(@TempDir Path folder) throws IOException {
    List<String> tests = new ArrayList<>();
    for (int job = 1; job <= 2; job++) {
      tests.addAll(recordedTests(folder.resolve("job" + job), job + "/2"));
    }

    assertThat(tests).hasSize(24).doesNotHaveDuplicates();
  }

  private static List<String> recordedTests(Path folder, String shard) throws IOException {
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(MatrixTestCases.class))
                .configurationParameter("stepunit.report", folder.toString())
                .configurationParameter("stepunit.shard", shard)
                .configurationParameter(FaultSweep.PRINT, "false")
                .build());
    try (Stream<String> lines = Files.lines(folder.resolve("data/fork-1.jsonl"))) {
      return lines
          .map(Json::parse)
          .filter(record -> record.get("kind").asText().equals("sweep"))
          .flatMap(sweep -> sweep.get("cells").findValuesAsText("test").stream())
          .toList();
    }
  }

  @StateMachineTest("breakable.asl.json")
  static class MatrixTestCases {
    @FaultMatrix
    void ends(TestStateMachine order) {
      order.mock("Charge").returns(Map.of("paid", true));
      order.mock("TellCustomer").returns(Map.of());

      order.run(Map.of("id", 7));
    }
  }

  @StateMachineTest("race.asl.json")
  static class SeededTestCases {
    @Interleavings(8)
    void both_write(TestStateMachine race) {
      bothWrite(race);
    }
  }

  @StateMachineTest("race.asl.json")
  static class AllTestCases {
    @Interleavings(value = 126, orders = Orders.ALL)
    void both_write(TestStateMachine race) {
      bothWrite(race);
    }
  }

  private static void bothWrite(TestStateMachine race) {
    race.mock("WriteOne").returns(1);
    race.mock("WriteTwo").returns(2);

    race.run("{}");
  }
}
