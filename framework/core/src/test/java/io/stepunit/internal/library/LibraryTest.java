package io.stepunit.internal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryTest {
  private static final String TEST = "org/junit/jupiter/api/Test.class";

  @TempDir Path directory;

  @Test
  void one_that_is_too_old_is_told_with_its_jar_and_how_to_raise_it() throws IOException {
    Path jar = jar(Map.of("Bundle-SymbolicName", "junit-jupiter-api", "Bundle-Version", "5.8.2"));

    assertThat(problem(jar))
        .hasValue(
            "StepUnit needs JUnit Jupiter 5.10 or later and found 5.8.2 ("
                + jar
                + "). Upgrade it, for instance with junit-bom.");
    assertThat(Path.of("../../docs/guide/troubleshooting.md"))
        .content()
        .contains(problem(jar).orElseThrow().replace(jar.toString(), "…"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.9.3", "5.9.0.RC1", "4.13.2", "5.2"})
  void each_before_the_oldest_is_too_old(String version) throws IOException {
    assertThat(problem(version)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.10.0", "5.10.0.M1", "5.10", "5.14.4", "6.0.0", "${version}", "5"})
  void the_oldest_and_later_and_those_without_numbers_are_fine(String version) throws IOException {
    assertThat(problem(version)).isEmpty();
  }

  @Test
  void nothing_is_said_of_classes_in_a_jar_of_the_project() throws IOException {
    Path jar = jar(Map.of("Bundle-SymbolicName", "orders", "Bundle-Version", "1.0"));

    assertThat(problem(jar)).isEmpty();
  }

  @Test
  void nothing_is_said_of_classes_in_a_jar_that_has_no_version() throws IOException {
    assertThat(problem(jar(Map.of("Created-By", "a build")))).isEmpty();
  }

  @Test
  void nothing_is_said_of_classes_in_a_directory() throws IOException {
    Path file = directory.resolve(TEST);
    Files.createDirectories(file.getParent());
    Files.createFile(file);

    assertThat(problem(directory)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Library.class)
  void nothing_is_said_of_a_library_that_is_not_there(Library library) throws IOException {
    try (URLClassLoader empty = new URLClassLoader(new URL[0], null)) {
      assertThat(library.problem(empty)).isEmpty();
    }
  }

  /** The build has each, so that a manifest that is written in another way shows here. */
  @ParameterizedTest
  @EnumSource(Library.class)
  void the_version_of_each_is_found_and_promised(Library library) {
    assertThat(library.version(getClass().getClassLoader())).isPresent();
    assertThatNoException().isThrownBy(() -> Library.require(library));
  }

  private Optional<String> problem(String version) throws IOException {
    return problem(
        jar(Map.of("Bundle-SymbolicName", "junit-jupiter-api", "Bundle-Version", version)));
  }

  private Optional<String> problem(Path jarOrDirectory) throws IOException {
    URL[] place = {jarOrDirectory.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(place, null)) {
      return Library.JUNIT.problem(loader);
    }
  }

  private Path jar(Map<String, String> attributes) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
    attributes.forEach(manifest.getMainAttributes()::putValue);
    Path jar = directory.resolve("some.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.putNextEntry(new JarEntry(TEST));
    }
    return jar;
  }
}
