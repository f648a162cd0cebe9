package io.stepunit.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Programs in JVMs of their own. */
final class Jvm {
  private Jvm() {}

  /** Runs a program in an empty directory and returns the lines that it printed. */
  static List<String> run(Class<?> program, List<String> options, String... args) {
    try {
      Path directory = Files.createTempDirectory("stepunit");
      try {
        return run(command(program, options, args), directory);
      } finally {
        delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<String> command(Class<?> program, List<String> options, String... args) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return Stream.of(
            Stream.of(java),
            options.stream(),
            Stream.of("-cp", System.getProperty("java.class.path"), program.getName()),
            Stream.of(args))
        .flatMap(part -> part)
        .toList();
  }

  private static List<String> run(List<String> command, Path directory)
      throws IOException, InterruptedException {
    Path output = directory.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int code = process.waitFor();
    List<String> lines = Files.readAllLines(output);
    if (code != 0) {
      throw new IllegalStateException(command + " ended with " + code + ": " + lines);
    }
    return lines;
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
