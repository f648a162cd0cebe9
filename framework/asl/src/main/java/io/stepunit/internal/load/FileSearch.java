package io.stepunit.internal.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Explains why a definition's file could not be read, and what may have been meant. */
final class FileSearch {
  private static final int FILES = 5_000;

  private FileSearch() {}

  static String notFound(Path file, IOException problem) {
    Path absolute = file.toAbsolutePath();
    if (!(problem instanceof NoSuchFileException)) {
      return "The file '" + absolute + "' could not be read: " + problem;
    }
    Path directory = absolute.getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      return "No file '" + absolute + "': its directory does not exist";
    }
    return "No file '"
        + absolute
        + "'."
        + NearFiles.hint(file.getFileName().toString(), in(directory));
  }

  private static List<String> in(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .limit(FILES)
          .filter(NearFiles::looksLikeDefinition)
          .map(file -> file.getFileName().toString())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
