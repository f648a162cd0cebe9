package io.stepunit.internal.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Explains why a class path resource was not found, and what may have been meant. */
final class ClassPathSearch {
  private static final int DEPTH = 8;
  private static final int FILES = 5_000;

  private ClassPathSearch() {}

  static String notFound(String name, ClassLoader loader) {
    List<Path> roots = directories(loader);
    String where =
        roots.isEmpty()
            ? "no directory"
            : roots.stream().map(Path::toString).collect(Collectors.joining(", "));
    List<String> names = roots.stream().flatMap(ClassPathSearch::definitions).distinct().toList();
    return "No resource '"
        + name
        + "' on the class path; looked in "
        + where
        + ", and in its jars."
        + NearFiles.hint(name, names)
        + " Names are relative to the root of the class path, such as src/test/resources.";
  }

  private static List<Path> directories(ClassLoader loader) {
    List<Path> roots = new ArrayList<>();
    try {
      for (URL url : Collections.list(loader.getResources(""))) {
        if (url.getProtocol().equals("file")) {
          roots.add(Path.of(URI.create(url.toString())));
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      // The search only makes a message better; without it the message still names the resource.
      return roots;
    }
    return roots;
  }

  private static Stream<String> definitions(Path root) {
    try (Stream<Path> files = Files.walk(root, DEPTH)) {
      return files
          .limit(FILES)
          .filter(NearFiles::looksLikeDefinition)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .toList()
          .stream();
    } catch (IOException | UncheckedIOException e) {
      return Stream.empty();
    }
  }
}
