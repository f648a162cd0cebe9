package io.stepunit.internal.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of contracts beside the report: a folder for each machine, a file for each Task.
 *
 * @param folder where they are
 */
public record ContractFolder(Path folder) {
  /** What it is called in the folder of the report. */
  public static final String NAME = "contracts";

  private static final int LEVELS = 2;

  /**
   * Writes contracts, and removes those that were there before; other files stay.
   *
   * @throws IOException if one cannot be written
   */
  public void write(List<Contract> contracts) throws IOException {
    Set<Path> written = new HashSet<>();
    for (Contract contract : contracts) {
      Path file = folder.resolve(contract.task().file());
      Files.createDirectories(file.getParent());
      Files.writeString(file, contract.text());
      written.add(file);
    }
    for (Path file : files()) {
      if (!written.contains(file) && Contract.isOne(Files.readString(file))) {
        Files.delete(file);
      }
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, LEVELS)) {
      return files
          .filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file))
          .toList();
    }
  }
}
