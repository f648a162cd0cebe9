package io.stepunit.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * JUnit's launcher, which Surefire fetches for the tests that it runs: few projects name it
 * themselves.
 */
final class TestLauncher {
  private static final String NAME = "junit-platform-launcher";
  private static final Pattern ENGINE = Pattern.compile("junit-platform-engine-(.+)\\.jar");

  private TestLauncher() {}

  /**
   * Its jar, which the local repository has beside the project's own jars of the JUnit Platform.
   *
   * @param classPath the class path of the tests
   * @throws MojoExecutionException if the project has no JUnit Platform, or no test has run yet
   */
  static Path beside(List<Path> classPath) throws MojoExecutionException {
    for (Path entry : classPath) {
      Matcher engine = ENGINE.matcher(String.valueOf(entry.getFileName()));
      if (engine.matches()) {
        return launcher(entry, engine.group(1));
      }
    }
    throw new MojoExecutionException("The tests of this project do not use the JUnit Platform.");
  }

  /** From {@code junit-platform-engine/1.14.4/junit-platform-engine-1.14.4.jar}. */
  private static Path launcher(Path engine, String version) throws MojoExecutionException {
    Path group = Objects.requireNonNull(engine.toAbsolutePath().getParent()).resolve("../..");
    Path jar =
        group.resolve(NAME).resolve(version).resolve(NAME + "-" + version + ".jar").normalize();
    if (!Files.isRegularFile(jar)) {
      throw new MojoExecutionException(
          "org.junit.platform:%s:%s is not in the local repository. Run the tests once by Surefire, which fetches it, or add it to the test dependencies."
              .formatted(NAME, version));
    }
    return jar;
  }
}
