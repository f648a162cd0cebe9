package io.stepunit.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.report.RunFacts.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir private Path folder;

  private static RunFacts jvm(Tool tool, String starter, Duration after, String testClass) {
    return new RunFacts(starter, tool, Set.of(testClass), START.plus(after), "0.1.0", "17");
  }

  /** A JVM takes part, and writes its last record some time after the first JVM began. */
  private void joins(RunFacts jvm, Duration writtenAfter) throws IOException {
    new RunFolder(folder).join(jvm, "orders").close();
    for (Path file : files()) {
      Files.setLastModifiedTime(file, FileTime.from(START.plus(writtenAfter)));
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("data"))) {
      return files.sorted().toList();
    }
  }

  private List<String> names() throws IOException {
    return files().stream().map(file -> file.getFileName().toString()).toList();
  }

  @Test
  void forks_of_one_maven_build_belong_together() throws IOException {
    joins(jvm(Tool.MAVEN, "maven@1", Duration.ZERO, "A"), Duration.ofSeconds(5));
    joins(jvm(Tool.MAVEN, "maven@1", Duration.ofSeconds(6), "B"), Duration.ofSeconds(9));

    assertThat(names()).containsExactly("fork-1.jsonl", "fork-2.jsonl");
    assertThat(Files.readString(files().get(1)))
        .contains("\"run\":\"2026-03-01T10:00:00Z-maven@1\"", "\"fork\":\"fork-2\"");
  }

  @Test
  void a_test_that_maven_runs_again_belongs_to_the_run() throws IOException {
    joins(jvm(Tool.MAVEN, "maven@1", Duration.ZERO, "A"), Duration.ofSeconds(5));
    joins(jvm(Tool.MAVEN, "maven@1", Duration.ofSeconds(6), "A"), Duration.ofSeconds(9));

    assertThat(names()).hasSize(2);
  }

  @Test
  void integration_tests_of_the_same_build_belong_to_the_run_however_late() throws IOException {
    joins(jvm(Tool.MAVEN, "maven@1", Duration.ZERO, "A"), Duration.ofSeconds(5));
    joins(jvm(Tool.MAVEN, "maven@1", Duration.ofMinutes(10), "AIT"), Duration.ofMinutes(11));

    assertThat(names()).hasSize(2);
  }

  @Test
  void another_build_begins_anew() throws IOException {
    joins(jvm(Tool.MAVEN, "maven@1", Duration.ZERO, "A"), Duration.ofSeconds(5));
    joins(jvm(Tool.MAVEN, "maven@1", Duration.ofSeconds(6), "B"), Duration.ofSeconds(9));
    joins(jvm(Tool.MAVEN, "maven@2", Duration.ofSeconds(10), "B"), Duration.ofSeconds(12));

    assertThat(names()).containsExactly("fork-1.jsonl");
    assertThat(Files.readString(files().get(0))).contains("maven@2");
  }

  @Test
  void workers_of_a_gradle_daemon_belong_together_within_one_build() throws IOException {
    joins(jvm(Tool.GRADLE, "daemon@1", Duration.ZERO, "A"), Duration.ofSeconds(5));
    joins(jvm(Tool.GRADLE, "daemon@1", Duration.ofSeconds(6), "B"), Duration.ofSeconds(9));

    assertThat(names()).hasSize(2);
  }

  @Test
  void a_gradle_daemon_that_runs_a_class_again_begins_anew() throws IOException {
    joins(jvm(Tool.GRADLE, "daemon@1", Duration.ZERO, "A"), Duration.ofSeconds(5));
    joins(jvm(Tool.GRADLE, "daemon@1", Duration.ofSeconds(6), "A"), Duration.ofSeconds(9));

    assertThat(names()).hasSize(1);
  }

  @Test
  void a_gradle_daemon_that_was_idle_begins_anew() throws IOException {
    joins(jvm(Tool.GRADLE, "daemon@1", Duration.ZERO, "A"), Duration.ofSeconds(5));
    joins(jvm(Tool.GRADLE, "daemon@1", Duration.ofMinutes(2), "B"), Duration.ofMinutes(3));

    assertThat(names()).hasSize(1);
  }

  @Test
  void each_jvm_of_an_ide_is_a_run_of_its_own() throws IOException {
    joins(jvm(Tool.OTHER, "jvm@1", Duration.ZERO, "A"), Duration.ofSeconds(1));
    joins(jvm(Tool.OTHER, "jvm@1", Duration.ofSeconds(2), "B"), Duration.ofSeconds(3));

    assertThat(names()).hasSize(1);
  }
}
