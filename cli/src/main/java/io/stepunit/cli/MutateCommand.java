package io.stepunit.cli;

import io.stepunit.internal.mutation.MutationJvm;
import io.stepunit.internal.sweep.Shard;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mutate}: puts small mistakes into definitions, and tells which of them no test finds. */
@Command(
    name = "mutate",
    description = "Puts small mistakes into definitions, and tells which of them no test finds.",
    mixinStandardHelpOptions = true)
final class MutateCommand implements Callable<Integer> {
  @Option(
      names = {"--class-path", "-cp"},
      paramLabel = "PATH",
      required = true,
      description = "The class path of the tests, with JUnit's launcher.")
  private String classPath = "";

  @Option(
      names = "--tests",
      paramLabel = "FOLDER",
      description = "A folder of test classes. May be repeated. Default: target/test-classes.")
  private List<Path> tests = List.of(Path.of("target", "test-classes"));

  @Option(
      names = "--project",
      paramLabel = "FOLDER",
      defaultValue = "",
      description = "The folder of the project, in which the tests run. Default: this one.")
  private Path project = Path.of("");

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      defaultValue = "target/stepunit",
      description = "The folder for mutation.json. Default: ${DEFAULT-VALUE}.")
  private Path output = Path.of("");

  @Mixin private MutantOptions mutants = new MutantOptions();

  @Option(
      names = "--at-least",
      paramLabel = "PERCENT",
      description = "How many per cent of the mutants tests have to find.")
  private Optional<Integer> atLeast = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Path> entries = entries();
    if (entries.stream().noneMatch(MutationJvm::isLauncher)) {
      throw new IllegalArgumentException(
          "The class path has no JUnit launcher. Add junit-platform-launcher in the version of the"
              + " other jars of the JUnit Platform.");
    }
    try {
      return new MutationJvm(entries, project.toAbsolutePath(), settings())
          .run(
              line -> {
                out.println(line);
                out.flush();
              });
    } catch (IOException e) {
      throw new UncheckedIOException("The JVM of the mutants cannot be run.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return StepUnitCommand.UNUSABLE;
    }
  }

  /** As for Java's own option, a star stands for all jars of a folder. */
  private List<Path> entries() {
    List<Path> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      if (entry.endsWith("*")) {
        entries.addAll(jars(Path.of(entry.substring(0, entry.length() - 1))));
      } else if (!entry.isBlank()) {
        entries.add(Path.of(entry).toAbsolutePath());
      }
    }
    return entries;
  }

  private static List<Path> jars(Path folder) {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .map(Path::toAbsolutePath)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new IllegalArgumentException("There is no folder %s of jars.".formatted(folder), e);
    }
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>(mutants.settings());
    settings.put(
        "tests",
        tests.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    settings.put("output", output.toString());
    atLeast.ifPresent(percent -> settings.put("atLeast", String.valueOf(percent)));
    return settings;
  }

  /** Which mutants are tried. */
  static final class MutantOptions {
    @Option(
        names = "--definition",
        paramLabel = "PATTERN",
        description =
            "Which definitions get mistakes: their files, relative to the project, such as"
                + " **/order.asl.json. May be repeated. Default: all that tests run.")
    private List<String> definitions = List.of();

    @Option(
        names = "--exclude",
        paramLabel = "PATTERN",
        description = "Files that are left out. May be repeated. Default: src/test/**.")
    private List<String> excludes = List.of("src/test/**");

    @Option(
        names = "--shard",
        paramLabel = "3/8",
        description = "The part of the mutants that this job tries: the third of eight, say.")
    private Optional<String> shard = Optional.empty();

    Map<String, String> settings() {
      Map<String, String> settings = new LinkedHashMap<>();
      settings.put("definitions", String.join(",", definitions));
      settings.put("excludes", String.join(",", excludes));
      shard.ifPresent(text -> settings.put("shard", Shard.parse(text, "--shard").toString()));
      return settings;
    }
  }
}
