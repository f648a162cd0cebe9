package io.stepunit.internal.expression.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.stepunit.internal.budget.WorkBudgets;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each case has a JVM of its own: SLF4J looks for a provider once in the life of one. */
class QuietSlf4jTest {
  /** What the JVM of each case runs. */
  static class EvaluatesAPath {
    public static void main(String[] arguments) {
      QueryPath.compile("$.orders[?(@.id > 1)]")
          .find(JsonNodeFactory.instance.objectNode(), WorkBudgets.STANDARD);
      System.out.println("verbosity: " + System.getProperty("slf4j.internal.verbosity"));
    }
  }

  @TempDir Path directory;

  @Test
  void nothing_is_printed_where_there_is_no_provider() throws Exception {
    String printed = run(List.of());

    assertThat(printed).isEqualTo("verbosity: null");
  }

  @Test
  void slf4j_is_left_alone_where_there_is_a_provider() throws Exception {
    Path provider =
        directory.resolve("META-INF").resolve("services/org.slf4j.spi.SLF4JServiceProvider");
    Files.createDirectories(provider.getParent());
    Files.writeString(provider, "com.example.BrokenProvider");

    String printed = run(List.of());

    assertThat(printed)
        .contains("com.example.BrokenProvider", "No SLF4J providers were found")
        .endsWith("verbosity: null");
  }

  @Test
  void slf4j_prints_what_the_project_says_that_it_may() throws Exception {
    String printed = run(List.of("-Dslf4j.internal.verbosity=WARN"));

    assertThat(printed).contains("No SLF4J providers were found").endsWith("verbosity: WARN");
  }

  private String run(List<String> options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(directory + File.pathSeparator + System.getProperty("java.class.path"));
    command.add(EvaluatesAPath.class.getName());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"));

    Process process = builder.start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }
}
