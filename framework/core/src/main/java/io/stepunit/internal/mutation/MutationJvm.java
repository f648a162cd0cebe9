package io.stepunit.internal.mutation;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The JVM that tries mutants, with the class path of a project's tests: neither the command line
 * nor a build has its libraries in its own.
 *
 * @param classPath folders and jars, those of the tests among them
 * @param project the folder of the project, in which the tests run
 * @param settings what the run is asked for, as {@code MutationSettings} reads it
 */
public record MutationJvm(List<Path> classPath, Path project, Map<String, String> settings) {
  /** The exit code of a run that could not be carried out. */
  public static final int UNUSABLE = 2;

  private static final String MAIN = "io.stepunit.internal.junit.MutationMain";

  /**
   * Most of the code runs a few times for each mutant: compiling it better takes longer than it
   * saves, and so do threads that collect garbage.
   */
  private static final List<String> FEW_RUNS =
      List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private static final String LAUNCHER = "org/junit/platform/launcher/Launcher.class";

  /** Copies the list and the map. */
  public MutationJvm {
    classPath = List.copyOf(classPath);
    settings = Map.copyOf(settings);
  }

  /** Whether a jar or folder has JUnit's launcher. */
  public static boolean isLauncher(Path entry) {
    Path name = entry.getFileName();
    return name != null && name.toString().startsWith("junit-platform-launcher")
        || Files.exists(entry.resolve(LAUNCHER));
  }

  /**
   * Runs it to its end.
   *
   * @param lines takes each line that it prints
   * @return its exit code: 0 enough was found, 1 too little, 2 it could not be done
   */
  public int run(Consumer<String> lines) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("stepunit-mutants");
    Path file = folder.resolve("settings.properties");
    Path arguments = folder.resolve("arguments");
    try {
      write(file);
      Files.writeString(arguments, arguments(file), StandardCharsets.UTF_8);
      Process process =
          new ProcessBuilder(java(), "@" + arguments)
              .directory(project.toFile())
              .redirectErrorStream(true)
              .start();
      try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
        output.lines().forEach(lines);
      }
      return process.waitFor();
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(arguments);
      Files.deleteIfExists(folder);
    }
  }

  private void write(Path file) throws IOException {
    Properties properties = new Properties();
    properties.putAll(settings);
    properties.setProperty("project", project.toAbsolutePath().toString());
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      properties.store(writer, null);
    }
  }

  /** A class path may be longer than a command line. */
  private String arguments(Path settingsFile) {
    String path =
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    return String.join("\n", FEW_RUNS)
        + String.join("\n", "", "-cp", quoted(path), MAIN, quoted(settingsFile.toString()), "");
  }

  private static String quoted(String argument) {
    return "\"" + argument.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
