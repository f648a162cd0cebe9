package io.stepunit.internal.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The directories whose files a template may refer to: its own; the working directory or the class
 * path's root, if it lies below; and that of its project, which is the nearest one under version
 * control or else the topmost one with a build file. Neither the root of the disk nor a home
 * directory is a project.
 */
record ProjectDirectories(Set<Path> directories) {
  private static final List<String> VERSION_CONTROL = List.of(".git", ".hg", ".svn", ".jj");

  private static final List<String> BUILD_FILES =
      List.of(
          "pom.xml",
          "settings.gradle",
          "settings.gradle.kts",
          "build.gradle",
          "build.gradle.kts",
          "build.sbt",
          "MODULE.bazel",
          "WORKSPACE",
          "package.json",
          "cdk.json",
          "samconfig.toml");

  /** Those of a file of the disk. */
  static ProjectDirectories of(Path file) {
    Set<Path> found = new LinkedHashSet<>();
    Path absolute = file.toAbsolutePath().normalize();
    add(absolute, found);
    add(real(absolute), found);
    return new ProjectDirectories(found);
  }

  /**
   * Those of a resource of the class path.
   *
   * @param name the resource's name, relative to the class path's root
   */
  static ProjectDirectories ofResource(Path file, Path name) {
    Path absolute = file.toAbsolutePath().normalize();
    Path within = name.normalize();
    Set<Path> found = new LinkedHashSet<>(of(file).directories());
    if (absolute.endsWith(within)) {
      Path root = absolute.resolve("../".repeat(within.getNameCount())).normalize();
      found.add(root);
      found.add(real(root));
    }
    return new ProjectDirectories(found);
  }

  /**
   * Whether a file lies in one of them.
   *
   * @param file absolute and normalized
   */
  boolean contain(Path file) {
    return directories.stream().anyMatch(file::startsWith);
  }

  private static void add(Path file, Set<Path> found) {
    Path own = file.getParent();
    if (own == null) {
      return;
    }
    found.add(own);
    Path working = Path.of("").toAbsolutePath();
    Stream.of(working, real(working))
        .filter(directory -> directory.getParent() != null && own.startsWith(directory))
        .forEach(found::add);
    Optional<Path> project =
        above(own).filter(directory -> holds(directory, VERSION_CONTROL)).findFirst();
    project
        .or(
            () ->
                above(own)
                    .filter(directory -> holds(directory, BUILD_FILES))
                    .reduce((nearer, farther) -> farther))
        .ifPresent(found::add);
  }

  private static Stream<Path> above(Path directory) {
    Path home = real(Path.of(System.getProperty("user.home", "")).toAbsolutePath().normalize());
    return Stream.iterate(directory, at -> at != null && at.getParent() != null, Path::getParent)
        .filter(at -> !at.equals(home));
  }

  private static boolean holds(Path directory, List<String> names) {
    return names.stream().anyMatch(name -> Files.exists(directory.resolve(name)));
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path;
    }
  }

  /** The outermost of them, for messages. */
  @Override
  public String toString() {
    return directories.stream()
        .filter(
            directory ->
                directories.stream()
                    .noneMatch(other -> !other.equals(directory) && directory.startsWith(other)))
        .map(Path::toString)
        .collect(Collectors.joining(" or "));
  }
}
