package io.stepunit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.junit.ReplayTest.OnDifference;
import io.stepunit.junit.testkit.ResultsAssert;
import io.stepunit.junit.testkit.TestKit;
import io.stepunit.recording.Replay;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
class ReplaysTest {
  private static final String RECORDING = "/io/stepunit/docs/failed-execution.json";
  private static final String RECORDED = "/io/stepunit/docs/order.asl.json";
  private static final String CHANGED = "/io/stepunit/docs/order-refund.asl.json";
  private static final String REPORT =
      RECORDING + ": The replay differs from the recording from event 9 (ExecutionFailed) on:\n";

  @Test
  void a_replay_of_the_recorded_definition_is_a_test_by_itself() {
    String printed =
        printedBy(RecordedTestCases.class, Map.of(), results -> results.hasOnlySucceeded(3));

    assertThat(printed).isEmpty();
  }

  @StateMachineTest(value = RECORDED, startTime = "2001-01-01T00:00:00Z")
  static class RecordedTestCases {
    @ReplayTest(RECORDING)
    void fails_as_recorded() {}

    @ReplayTest(RECORDING)
    void has_the_world_of_the_recording(
        Replay replay, StepFunctionsEnvironment environment, Clock clock) {
      assertThat(replay.comparison().isSame()).isTrue();
      assertThat(environment.executions()).hasSize(1);
      assertThat(replay.execution().startedAt())
          .isEqualTo(Instant.parse("2026-03-06T09:15:27.413Z"));
      assertThat(replay.execution().arn())
          .startsWith("arn:aws:states:eu-west-1:444455556666:execution:order:");
      assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-06T09:15:29.722Z"));
    }

    @Test
    void other_tests_have_the_time_of_the_class(Clock clock) {
      assertThat(clock.instant()).isEqualTo(Instant.parse("2001-01-01T00:00:00Z"));
    }
  }

  @Test
  void a_replay_of_a_changed_definition_fails_with_the_report_and_the_timeline() {
    assertThat(TestKit.run(ChangedTestCases.class))
        .failsATestPrinting()
        .contains(REPORT, "recorded: FAILED", "replayed: SUCCEEDED")
        .contains("let the method take a Replay")
        .contains("Suppressed: StepUnit: the seed was 42", "SucceedStateExited");
  }

  @StateMachineTest(CHANGED)
  static class ChangedTestCases {
    @ReplayTest(RECORDING)
    void fails_as_recorded() {}
  }

  @Test
  void a_method_that_takes_the_replay_asserts_by_itself_and_the_report_is_printed() {
    String printed =
        printedBy(AssertingTestCases.class, Map.of(), results -> results.hasOnlySucceeded(1));

    assertThat(printed).startsWith("AssertingTestCases > is_refused\n" + REPORT);
  }

  @StateMachineTest(CHANGED)
  static class AssertingTestCases {
    @ReplayTest(RECORDING)
    void is_refused(Replay replay) {
      assertThat(replay.execution().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(replay.comparison().firstEvent().orElseThrow().event()).hasValue(9);
    }
  }

  @Test
  void the_annotation_decides_what_a_difference_means() {
    assertThat(TestKit.run(FailingTestCases.class)).failsATestWith().startsWith(REPORT);
    assertThat(TestKit.run(ReportingTestCases.class)).hasOnlySucceeded(1);
  }

  @StateMachineTest(CHANGED)
  static class FailingTestCases {
    @ReplayTest(value = RECORDING, onDifference = OnDifference.FAIL)
    void must_not_differ(Replay replay) {
      throw new IllegalStateException("ran although the replay differs: " + replay);
    }
  }

  @StateMachineTest(CHANGED)
  static class ReportingTestCases {
    @ReplayTest(value = RECORDING, onDifference = OnDifference.REPORT)
    void may_differ() {}
  }

  @Test
  void the_configuration_decides_for_methods_that_do_not_say() {
    String printed =
        printedBy(
            ChangedTestCases.class,
            Map.of("stepunit.replay.onDifference", "report"),
            results -> results.hasOnlySucceeded(1));

    assertThat(printed).contains(REPORT);
    assertThat(
            TestKit.run(AssertingTestCases.class, Map.of("stepunit.replay.onDifference", "fail")))
        .failsATestWith()
        .startsWith(REPORT);
    assertThat(TestKit.run(ChangedTestCases.class, Map.of("stepunit.replay.onDifference", "no")))
        .failsATestPrinting()
        .contains(
            "The configuration parameter stepunit.replay.onDifference is \"no\"; expected fail or"
                + " report.");
  }

  @Test
  void mocks_that_a_replay_does_not_use_are_no_failure() {
    assertThat(TestKit.run(MockingTestCases.class)).hasOnlySucceeded(1);
  }

  @StateMachineTest(RECORDED)
  static class MockingTestCases {
    @BeforeEach
    void everything_works(TestStateMachine order) {
      order.mock("Charge").returns("{}");
      order.mock("Ship").returns("{}");
    }

    @ReplayTest(RECORDING)
    void fails_as_recorded(TestStateMachine order) {
      order.mock("Ship").returns("{}");
    }
  }

  @Test
  void a_mock_that_another_test_of_the_class_ought_to_use_still_fails_the_class() {
    assertThat(TestKit.run(MixedTestCases.class))
        .failsAContainerWith()
        .contains("used by none of them");
  }

  @StateMachineTest(RECORDED)
  static class MixedTestCases {
    @BeforeEach
    void everything_works(TestStateMachine order) {
      order.mock("Charge").fails("Card.Declined");
      order.mock("Ship").returns("{}");
    }

    @ReplayTest(RECORDING)
    void fails_as_recorded() {}

    @Test
    void is_declined(TestStateMachine order) {
      order.run("{}");
    }
  }

  @Test
  void replays_work_with_an_extension_in_nested_classes_and_by_annotations_of_users() {
    assertThat(TestKit.run(ProgrammaticTestCases.class)).hasOnlySucceeded(2);
  }

  @Retention(RetentionPolicy.RUNTIME)
  @ReplayTest(RECORDING)
  @interface FridaysFailure {}

  static class ProgrammaticTestCases {
    @RegisterExtension
    static final StateMachineExtension ORDER = StateMachineExtension.load(RECORDED).build();

    @ReplayTest(RECORDING)
    void fails_as_recorded() {}

    @Nested
    class Within {
      @FridaysFailure
      void fails_as_recorded(Replay replay) {
        assertThat(replay.comparison().isSame()).isTrue();
      }
    }
  }

  @Test
  void a_missing_recording_is_named_with_the_places_where_it_was_looked_for() {
    assertThat(TestKit.run(MissingTestCases.class))
        .failsATestPrinting()
        .contains(
            "No recording \"no-such.json\", named by @ReplayTest(\"no-such.json\") on"
                + " io.stepunit.junit.ReplaysTest$MissingTestCases.never_runs. Looked for\n"
                + "  class path: io/stepunit/junit/no-such.json\n");
  }

  @StateMachineTest(RECORDED)
  static class MissingTestCases {
    @ReplayTest("no-such.json")
    void never_runs() {}
  }

  @Test
  void a_file_that_is_no_history_is_refused_with_what_it_is() {
    assertThat(TestKit.run(NoHistoryTestCases.class))
        .failsATestPrinting()
        .contains(
            "@ReplayTest(\"order.asl.json\") on io.stepunit.junit.ReplaysTest$NoHistoryTestCases"
                + ".never_runs cannot be replayed.",
            "expected an object with the array 'events'");
  }

  @StateMachineTest(RECORDED)
  static class NoHistoryTestCases {
    @ReplayTest("order.asl.json")
    void never_runs() {}
  }

  @Test
  void a_class_without_a_machine_is_told_what_to_do() {
    assertThat(TestKit.run(NoMachineTestCases.class))
        .failsATestWith()
        .contains(
            "NoMachineTestCases.never_runs has no state machine to run. Put @StateMachineTest");
  }

  static class NoMachineTestCases {
    @ReplayTest(RECORDING)
    void never_runs() {}
  }

  @Test
  void a_test_that_is_no_replay_has_no_replay_to_take() {
    assertThat(TestKit.run(NoReplayTestCases.class))
        .failsATestPrinting()
        .contains("takes a Replay, which only the method of a @ReplayTest can take");
  }

  @StateMachineTest(RECORDED)
  static class NoReplayTestCases {
    @Test
    void never_runs(Replay replay) {}
  }

  private static String printedBy(
      Class<?> testClass, Map<String, String> configuration, Consumer<ResultsAssert> check) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Map<String, String> withoutWarnings = new HashMap<>(configuration);
      withoutWarnings.put("stepunit.warnings.print", "false");
      check.accept(assertThat(TestKit.run(testClass, withoutWarnings)));
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
