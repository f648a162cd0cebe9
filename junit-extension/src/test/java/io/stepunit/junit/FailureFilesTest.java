package io.stepunit.junit;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.stepunit.TestStateMachine;
import io.stepunit.internal.library.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class FailureFilesTest {
  @TempDir Path folder;

  @StateMachineTest("pass.asl.json")
  static final class Fixture {
    @Test
    void fails(TestStateMachine machine) {
      assertThat(machine.run("{}")).isFailed();
    }

    @Test
    void passes(TestStateMachine machine) {
      assertThat(machine.run("{}")).isSucceeded();
    }
  }

  private Map<String, Path> attached(String asked) throws IOException {
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Fixture.class))
                .configurationParameters(
                    Map.of(
                        FailureFiles.PARAMETER,
                        asked,
                        "stepunit.report",
                        folder.resolve("report").toString(),
                        "junit.platform.reporting.output.dir",
                        folder.resolve("out").toString()))
                .build());
    try (Stream<Path> files = Files.walk(Files.createDirectories(folder.resolve("out")))) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      return all.stream()
          .collect(Collectors.toMap(file -> file.getFileName().toString(), file -> file));
    }
  }

  @Test
  void a_failed_test_has_timeline_picture_and_address_of_its_execution() throws IOException {
    assumeTrue(Library.JUNIT.isAtLeast(5, 12), "JUnit has no attachments before 5.12");

    Map<String, Path> files = attached("on");

    assertThat(files).containsOnlyKeys("execution-1.txt", "execution-1.svg", "report.txt");
    assertThat(files.get("execution-1.txt")).content().contains("ExecutionSucceeded");
    assertThat(files.get("execution-1.svg")).content().startsWith("<svg");
    assertThat(files.get("report.txt"))
        .content()
        .matches("execution-1: .*index\\.html#/execution/[0-9a-f]{10}-1\n");
  }

  @Test
  void nothing_is_attached_unless_it_is_asked_for() throws IOException {
    assertThat(attached("off")).isEmpty();
  }
}
