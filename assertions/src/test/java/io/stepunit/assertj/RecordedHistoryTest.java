package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.Recording;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.recording.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An assertion and a replay judge the same recorded history alike. */
class RecordedHistoryTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`\"name\": \"Validate\"`, `\"name\": \"Validate\"`, true",
        "`\"name\": \"Validate\"`, `\"name\": \"Checked\"`, false",
        "`\"input\":`, `\"stateMachineAliasArn\": \"arn:alias\", \"input\":`, true",
        "`\"input\":`, `\"stateMachineVersionArn\": \"arn:version\", \"input\":`, true",
        "`\"roleArn\":`, `\"region\":`, true",
        "`\"input\":`, `\"taskCredentials\": {\"roleArn\": \"arn:r\"}, \"input\":`, true",
        "`\"input\":`, `\"timeoutInSeconds\": null, \"input\":`, true",
        "`\"input\":`, `\"timeoutInSeconds\": 5, \"input\":`, false",
        "`\"inputDetails\":`, `\"assignedVariablesDetails\":`, true",
        "`\"outputDetails\":`, `\"outputs\":`, false",
        "`\\\"ok\\\":true`, `\\\"ok\\\": true`, true",
        "`\\\"ok\\\":true`, `\\\"ok\\\":\\\"true\\\"`, false"
      })
  void has_the_same_verdict_from_an_assertion_and_from_a_replay(
      String written, String recorded, boolean same) throws IOException {
    Execution run = Runs.paid();
    Assertions.assertThat(run.historyJson()).contains(written);
    Path file =
        Files.writeString(
            directory.resolve("recorded.json"), run.historyJson().replace(written, recorded));

    Replay replay =
        Recording.ofHistory(file).replay(StepFunctionsEnvironment.create().load("order.asl.json"));

    Assertions.assertThat(replay.comparison().isSame())
        .as(replay.comparison().report())
        .isEqualTo(same);
    if (same) {
      assertThat(replay.execution()).matchesHistory(file);
    } else {
      Assertions.assertThat(Messages.of(() -> assertThat(replay.execution()).matchesHistory(file)))
          .contains("First difference ");
    }
  }
}
