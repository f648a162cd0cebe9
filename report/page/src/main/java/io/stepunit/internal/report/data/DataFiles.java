package io.stepunit.internal.report.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of records: one for each test JVM, in the folders of modules and of CI's shards. */
public final class DataFiles {
  private static final String ENDING = ".jsonl";

  private DataFiles() {}

  /**
   * The files of these folders, at any depth, in an order that is the same on each machine: folder
   * by folder, by path. A folder that does not exist has none.
   */
  public static List<Path> in(List<Path> folders) {
    return folders.stream().flatMap(folder -> files(folder).stream()).distinct().toList();
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The records in " + folder + " cannot be listed.", e);
    }
  }
}
