package io.stepunit.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A reader copies the definition and the first test out of the README into an empty project. */
class FirstTestTest {
  private static final Path README = Path.of("..", "README.md");

  /** Charge has one error of its own to fail with, Ship none; see {@code FaultPlan}. */
  private static final int COMBINATIONS = 20;

  @Test
  void the_first_test_of_the_readme_compiles_and_passes(@TempDir Path project) throws Exception {
    Files.writeString(project.resolve("order.asl.json"), first("json"));
    Path source = Files.writeString(project.resolve("OrderTest.java"), first("java"));

    compile(source, project);

    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {project.toUri().toURL()}, before)) {
      Thread.currentThread().setContextClassLoader(loader);
      EngineTestKit.engine("junit-jupiter")
          .selectors(selectClass(loader.loadClass("OrderTest")))
          .execute()
          .testEvents()
          .assertStatistics(tests -> tests.started(COMBINATIONS + 1).succeeded(COMBINATIONS + 1));
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static String first(String language) {
    return CodeBlock.in(README).stream()
        .filter(block -> block.language().equals(language))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private static void compile(Path source, Path target) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-d", target.toString(), "-cp", System.getProperty("java.class.path"));
      boolean compiled =
          compiler
              .getTask(null, files, null, options, null, files.getJavaFileObjects(source))
              .call();
      assertThat(compiled).as("the first java block of the README compiles").isTrue();
    }
  }
}
