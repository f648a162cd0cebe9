package io.stepunit.internal.junit;

import io.stepunit.internal.report.ReportPlace;
import io.stepunit.internal.sweep.Shard;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What a run of mutants is asked for.
 *
 * @param project the folder of the project
 * @param tests the folders of the test classes
 * @param output the folder of the report
 * @param definitions patterns of the files whose definitions get mistakes, relative to the project;
 *     none for all
 * @param excludes patterns of files that are left out
 * @param shard the part of the mutants that this run tries
 * @param atLeast how many per cent of them tests have to find
 */
record MutationSettings(
    Path project,
    List<Path> tests,
    Path output,
    List<String> definitions,
    List<String> excludes,
    Shard shard,
    Optional<Integer> atLeast) {

  /** Reads the settings that the command line or a build has written. */
  static MutationSettings read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return new MutationSettings(
        Path.of(properties.getProperty("project", "")).toAbsolutePath(),
        parts(properties, "tests", File.pathSeparator).map(Path::of).toList(),
        Path.of(properties.getProperty("output", "target/stepunit")),
        parts(properties, "definitions", ",").toList(),
        parts(properties, "excludes", ",").toList(),
        Optional.ofNullable(properties.getProperty("shard"))
            .map(text -> Shard.parse(text, "The part of the mutants"))
            .orElse(Shard.WHOLE),
        Optional.ofNullable(properties.getProperty("atLeast")).map(Integer::valueOf));
  }

  private static Stream<String> parts(Properties properties, String key, String separator) {
    return Arrays.stream(
            properties.getProperty(key, "").split(java.util.regex.Pattern.quote(separator), -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty());
  }

  /** Whether the definitions of a file get mistakes. */
  boolean includes(String file) {
    return (definitions.isEmpty() || matches(definitions, file)) && !matches(excludes, file);
  }

  private static boolean matches(List<String> patterns, String file) {
    Path path = Path.of(file);
    return patterns.stream().anyMatch(pattern -> matcher(pattern).matches(path));
  }

  /** A pattern that begins with two stars means the project's own folder, too. */
  private static PathMatcher matcher(String pattern) {
    String both =
        pattern.startsWith("**/") ? "{" + pattern + "," + pattern.substring(3) + "}" : pattern;
    return FileSystems.getDefault().getPathMatcher("glob:" + both);
  }

  /** What the project is called, as records of its tests call it. */
  String module() {
    return ReportPlace.at(output, project).module();
  }

  /** Where the result goes: the parts of several jobs stand side by side. */
  Path report() {
    String part = shard.isWhole() ? "" : "-" + shard.number() + "-of-" + shard.count();
    return project.resolve(output).resolve("mutation" + part + ".json");
  }
}
