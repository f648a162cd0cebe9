package io.stepunit.internal.report;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/**
 * Where a project keeps its report.
 *
 * @param folder the folder of the report
 * @param module what the project is called
 */
public record ReportPlace(Path folder, String module) {
  private static final String NAME = "stepunit";

  /** A folder that was asked for. */
  public static ReportPlace at(Path folder, Path workingDirectory) {
    return new ReportPlace(
        workingDirectory.resolve(folder).normalize(), name(workingDirectory.toAbsolutePath()));
  }

  /**
   * The place that fits the build tool: {@code target/stepunit} in Maven, {@code build/stepunit} in
   * Gradle.
   *
   * @param classes where the classes of the tests are, if that is a folder
   * @param workingDirectory the absolute path of the working directory
   */
  public static ReportPlace of(Optional<Path> classes, Path workingDirectory) {
    Optional<Path> output = classes.flatMap(ReportPlace::output);
    if (output.isPresent()) {
      Path project = Optional.ofNullable(output.get().getParent()).orElse(workingDirectory);
      return new ReportPlace(output.get().resolve(NAME), name(project));
    }
    boolean gradle =
        Files.exists(workingDirectory.resolve("build.gradle"))
            || Files.exists(workingDirectory.resolve("build.gradle.kts"));
    String folder = gradle ? "build" : "target";
    return new ReportPlace(workingDirectory.resolve(folder).resolve(NAME), name(workingDirectory));
  }

  /** The folder that a class is in; empty if it is in a jar, or cannot be loaded. */
  public static Optional<Path> classesWith(Class<?> type) {
    try {
      CodeSource code = type.getProtectionDomain().getCodeSource();
      return code == null || code.getLocation() == null
          ? Optional.empty()
          : Optional.of(Path.of(code.getLocation().toURI())).filter(Files::isDirectory);
    } catch (RuntimeException | URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** {@code target} of {@code target/test-classes}, {@code build} of {@code build/classes/…}. */
  private static Optional<Path> output(Path classes) {
    if (isCalled(classes, "test-classes")) {
      return Optional.ofNullable(classes.getParent());
    }
    return Optional.ofNullable(classes.getParent())
        .flatMap(language -> Optional.ofNullable(language.getParent()))
        .filter(languages -> isCalled(languages, "classes"))
        .flatMap(languages -> Optional.ofNullable(languages.getParent()));
  }

  private static boolean isCalled(Path path, String name) {
    return path.getFileName() != null && path.getFileName().toString().equals(name);
  }

  private static String name(Path project) {
    return project.getFileName() == null ? "" : project.getFileName().toString();
  }

  /** The records of the forks. */
  public Path data() {
    return folder.resolve("data");
  }

  /** The page as messages name it: from the working directory, where it is below that. */
  public String page(Path workingDirectory) {
    Path page = folder.resolve("index.html");
    Path shown = page.startsWith(workingDirectory) ? workingDirectory.relativize(page) : page;
    return shown.toString().replace('\\', '/');
  }
}
