package io.stepunit.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
  private static final TestResult PASSED =
      new TestResult(
          "group", "OrderTest", "test", List.of(), TestResult.Status.PASSED, 1, Optional.empty());

  @TempDir private Path folder;

  private Recorder recorder() {
    RunFacts facts =
        new RunFacts(
            "ide@1",
            RunFacts.Tool.OTHER,
            Set.of("OrderTest"),
            Instant.parse("2026-03-01T10:00:00Z"),
            "0.1.0",
            "17");
    return new Recorder(new ReportPlace(folder, "orders"), facts, folder, true);
  }

  private static void runs(Recorder recorder, String test, FurtherRecord further) {
    TestRecording recording = recorder.begins(() -> test, Optional.empty());
    Optional<TestRecording> before = CurrentTest.recording();
    CurrentTest.begins(recording);
    try {
      TestStateMachine machine =
          StepFunctionsEnvironment.create()
              .define(
                  "order",
                  """
                  {"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}
                  """);
      recording.add(further);
      machine.run("{}");
    } finally {
      CurrentTest.ended(before);
    }
    recorder.ended(recording, () -> PASSED);
  }

  private List<String> kinds() throws IOException {
    return Files.readString(folder.resolve("data/fork-1.jsonl"))
        .lines()
        .map(line -> line.replaceFirst("^\\{\"kind\":\"(\\w+)\".*", "$1"))
        .toList();
  }

  @Test
  void records_the_next_test_whole_after_one_that_could_not_be_recorded() throws IOException {
    Recorder recorder = recorder();
    FurtherRecord failing =
        test -> {
          throw new IllegalStateException("a defect");
        };

    runs(recorder, "first", failing);
    runs(recorder, "second", test -> List.of());

    assertThat(recorder.finish(Optional.empty()))
        .contains(
            "StepUnit: not all of the report could be written:"
                + " java.lang.IllegalStateException: a defect");
    assertThat(kinds())
        .containsExactly(
            "run", "definition", "execution", "quotas", "coverage", "world", "test", "end");
  }

  @Test
  void records_the_next_test_after_one_that_is_no_json() throws IOException {
    String deep = "[".repeat(1_000) + "]".repeat(1_000);
    Recorder recorder = recorder();

    runs(recorder, "first", test -> List.of(Json.NODES.objectNode().set("kind", Json.parse(deep))));
    runs(recorder, "second", test -> List.of());

    recorder.finish(Optional.empty());
    assertThat(kinds()).endsWith("world", "test", "end");
  }
}
