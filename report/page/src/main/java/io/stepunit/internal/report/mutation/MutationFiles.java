package io.stepunit.internal.report.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that runs of mutants have left: {@code mutation.json}, or one of each CI job. */
public final class MutationFiles {
  private static final Pattern NAME = Pattern.compile("mutation(-[\\w-]+)?\\.json");

  /** Where test JVMs leave their records: what came of mutants lies beside it. */
  private static final String DATA = "data";

  private MutationFiles() {}

  /**
   * The files in these folders, at any depth, and right beside one that is called {@code data}; in
   * an order that is the same on each machine.
   */
  public static List<Path> in(List<Path> folders) {
    Map<Path, Path> files = new LinkedHashMap<>();
    for (Path folder : folders) {
      Path absolute = folder.toAbsolutePath().normalize();
      if (absolute.endsWith(DATA)) {
        find(absolute.resolveSibling("."), 1, files);
      }
      find(folder, Integer.MAX_VALUE, files);
    }
    return List.copyOf(files.values());
  }

  private static void find(Path folder, int depth, Map<Path, Path> files) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> found = Files.walk(folder, depth)) {
      found
          .map(Path::normalize)
          .filter(file -> NAME.matcher(String.valueOf(file.getFileName())).matches())
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(file -> files.putIfAbsent(file.toAbsolutePath(), file));
    } catch (IOException e) {
      throw new UncheckedIOException("The files in " + folder + " cannot be listed.", e);
    }
  }
}
