package io.stepunit.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The definitions and templates of a module, found by patterns. */
final class DefinitionFiles {
  private static final String GLOB = "glob:";
  private static final String POM = "pom.xml";

  private final Path module;
  private final List<PathMatcher> includes;
  private final List<PathMatcher> excludes;

  /**
   * @param module the folder of the module; what the patterns say is relative to it
   * @param includes such as {@code **}{@code /*.asl.json}
   * @param excludes what is left out of that
   */
  DefinitionFiles(Path module, List<String> includes, List<String> excludes) {
    this.module = module;
    this.includes = matchers(includes);
    this.excludes = matchers(excludes);
  }

  private List<PathMatcher> matchers(List<String> patterns) {
    return patterns.stream()
        .map(pattern -> module.getFileSystem().getPathMatcher(GLOB + pattern.strip()))
        .toList();
  }

  /** The files, by name. Other modules, what was built and hidden folders are left out. */
  List<Path> find() {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(module, new Finder(found));
    } catch (IOException e) {
      throw new UncheckedIOException("The definitions in " + module + " cannot be listed.", e);
    }
    return found.stream().sorted().toList();
  }

  private final class Finder extends SimpleFileVisitor<Path> {
    private final List<Path> found;

    Finder(List<Path> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return folder.equals(module) || isOurs(folder)
          ? FileVisitResult.CONTINUE
          : FileVisitResult.SKIP_SUBTREE;
    }

    private boolean isOurs(Path folder) {
      String name = String.valueOf(folder.getFileName());
      return !name.startsWith(".")
          && !folder.equals(module.resolve("target"))
          && !Files.exists(folder.resolve(POM));
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      Path relative = module.relativize(file);
      if (matches(includes, relative) && !matches(excludes, relative)) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    /** A pattern that begins with any folder takes in files that are in none. */
    private boolean matches(List<PathMatcher> patterns, Path relative) {
      Path inFolder = module.getFileSystem().getPath("-").resolve(relative);
      return patterns.stream()
          .anyMatch(pattern -> pattern.matches(relative) || pattern.matches(inFolder));
    }
  }
}
