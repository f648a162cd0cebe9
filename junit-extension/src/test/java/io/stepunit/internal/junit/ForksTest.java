package io.stepunit.internal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForksTest {
  @TempDir private Path directory;

  @Test
  void forks_that_run_at_once_and_a_killed_one_are_one_run()
      throws IOException, InterruptedException {
    Process one = TestJvms.start(directory, TestJvms.One.class);
    Process other = TestJvms.start(directory, TestJvms.Other.class);
    TestJvms.awaitEnd(one);
    TestJvms.awaitEnd(other);
    TestJvms.awaitEnd(TestJvms.start(directory, TestJvms.Killed.class));

    RecordedRun run = RecordedRun.read(directory.resolve("stepunit"));
    assertThat(run.testNames())
        .containsExactlyInAnyOrder("runs()", "runs_too()", "a_test_that_ends()");
    assertThat(run.of("run").stream().map(each -> each.path("run").asText()).distinct()).hasSize(1);
    assertThat(run.of("run").stream().map(each -> each.path("fork").asText()))
        .containsExactly("fork-1", "fork-2", "fork-3");
    assertThat(run.of("end").stream().map(JsonNode::size)).hasSize(2);
  }
}
