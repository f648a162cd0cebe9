package io.stepunit.internal.report;

import io.stepunit.internal.model.DefinitionText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a project that its definitions come from.
 *
 * @param project the folder that the tests run in
 */
public record ProjectSources(Path project) {
  private static final List<String> RESOURCES =
      List.of("", "src/main/resources", "src/test/resources");

  /** The last part of a file's name. */
  static String name(String file) {
    return file.substring(file.replace('\\', '/').lastIndexOf('/') + 1);
  }

  /**
   * The path of a file in the project, by which a code review finds it: a resource of the class
   * path is looked for where builds keep them. What is not found is called as it was asked for.
   */
  public String file(DefinitionText text) {
    try {
      String asked = text.file().startsWith("/") ? text.file().substring(1) : text.file();
      return Stream.concat(Stream.of(Path.of(text.file())), candidates(asked))
          .map(path -> project.resolve(path).normalize())
          .filter(path -> path.startsWith(project) && holds(path, text.content()))
          .findFirst()
          .map(path -> project.relativize(path).toString().replace('\\', '/'))
          .orElse(text.file());
    } catch (InvalidPathException e) {
      return text.file();
    }
  }

  private static Stream<Path> candidates(String asked) {
    return RESOURCES.stream().map(folder -> Path.of(folder, asked));
  }

  private static boolean holds(Path path, String content) {
    return content(path).filter(content::equals).isPresent();
  }

  private static Optional<String> content(Path path) {
    try {
      return Files.isRegularFile(path) ? Optional.of(Files.readString(path)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
