package io.stepunit.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What Surefire adds to the class path of the tests that it runs: JUnit's launcher and engine,
 * which few projects name themselves.
 */
final class TestLauncher {
  private TestLauncher() {}

  /**
   * Its jars that the class path lacks. The local repository has them beside the project's own jars
   * of JUnit, as soon as Surefire has run a test.
   *
   * @param classPath the class path of the tests
   * @throws MojoExecutionException if the project has no JUnit Platform, or no test has run yet
   */
  static List<Path> beside(List<Path> classPath) throws MojoExecutionException {
    Jar platform =
        Jar.of("junit-platform-commons", classPath)
            .orElseThrow(
                () ->
                    new MojoExecutionException(
                        "The tests of this project do not use the JUnit Platform."));
    List<Path> missing = new ArrayList<>();
    for (String name : List.of("junit-platform-engine", "junit-platform-launcher")) {
      if (Jar.of(name, classPath).isEmpty()) {
        missing.add(platform.sibling(name));
      }
    }
    Optional<Jar> jupiter = Jar.of("junit-jupiter-api", classPath);
    if (jupiter.isPresent() && Jar.of("junit-jupiter-engine", classPath).isEmpty()) {
      missing.add(jupiter.get().sibling("junit-jupiter-engine"));
    }
    return missing;
  }

  /**
   * A jar of a repository, such as {@code junit-jupiter-api/5.14.4/junit-jupiter-api-5.14.4.jar}.
   */
  private record Jar(Path file, String version) {
    static Optional<Jar> of(String name, List<Path> classPath) {
      Pattern pattern = Pattern.compile(Pattern.quote(name) + "-(.+)\\.jar");
      return classPath.stream()
          .map(entry -> jar(entry, pattern.matcher(String.valueOf(entry.getFileName()))))
          .flatMap(Optional::stream)
          .findFirst();
    }

    private static Optional<Jar> jar(Path entry, Matcher matcher) {
      return matcher.matches() ? Optional.of(new Jar(entry, matcher.group(1))) : Optional.empty();
    }

    Path sibling(String name) throws MojoExecutionException {
      Path group = Objects.requireNonNull(file.toAbsolutePath().getParent()).resolve("../..");
      Path jar =
          group.resolve(name).resolve(version).resolve(name + "-" + version + ".jar").normalize();
      if (!Files.isRegularFile(jar)) {
        throw new MojoExecutionException(
            "%s %s is not in the local repository. Run the tests once by Surefire, which fetches it, or add it to the test dependencies."
                .formatted(name, version));
      }
      return jar;
    }
  }
}
