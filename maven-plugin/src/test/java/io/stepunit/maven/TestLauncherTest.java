package io.stepunit.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestLauncherTest {
  @TempDir Path repository;

  private Path jar(String name) {
    return repository.resolve(name).resolve("1.14.4").resolve(name + "-1.14.4.jar");
  }

  private Path fetched(String name) throws IOException {
    Files.createDirectories(jar(name).getParent());
    return Files.createFile(jar(name));
  }

  @Test
  void is_found_with_its_engines_beside_the_jars_of_junit() throws Exception {
    Path launcher = fetched("junit-platform-launcher");
    Path engine = fetched("junit-platform-engine");
    Path jupiter = fetched("junit-jupiter-engine");

    List<Path> found =
        TestLauncher.beside(
            List.of(jar("assertj-core"), jar("junit-jupiter-api"), jar("junit-platform-commons")));

    assertThat(found).containsExactly(engine, launcher, jupiter);
  }

  @Test
  void is_not_added_to_what_the_project_names_itself() throws Exception {
    Path launcher = fetched("junit-platform-launcher");

    List<Path> found =
        TestLauncher.beside(List.of(jar("junit-platform-commons"), jar("junit-platform-engine")));

    assertThat(found).containsExactly(launcher);
  }

  @Test
  void is_asked_for_where_no_test_has_run_yet() {
    List<Path> classPath = List.of(jar("junit-platform-commons"), jar("junit-platform-engine"));

    assertThatThrownBy(() -> TestLauncher.beside(classPath))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("junit-platform-launcher 1.14.4 is not in the local repository.");
  }

  @Test
  void needs_the_platform() {
    assertThatThrownBy(() -> TestLauncher.beside(List.of(jar("junit"))))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("The tests of this project do not use the JUnit Platform.");
  }
}
