package io.stepunit.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  @Test
  void is_found_beside_the_jars_of_the_platform() throws Exception {
    Files.createDirectories(jar("junit-platform-launcher").getParent());
    Files.createFile(jar("junit-platform-launcher"));

    Path found = TestLauncher.beside(List.of(jar("assertj-core"), jar("junit-platform-engine")));

    assertThat(found).isEqualTo(jar("junit-platform-launcher"));
  }

  @Test
  void is_asked_for_where_no_test_has_run_yet() {
    List<Path> classPath = List.of(jar("junit-platform-engine"));

    assertThatThrownBy(() -> TestLauncher.beside(classPath))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith(
            "org.junit.platform:junit-platform-launcher:1.14.4 is not in the local repository.");
  }

  @Test
  void needs_the_platform() {
    assertThatThrownBy(() -> TestLauncher.beside(List.of(jar("junit"))))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("The tests of this project do not use the JUnit Platform.");
  }
}
