package io.stepunit.cli;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.load.DefinitionSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Loads the machines that are there from the beginning. */
final class ServedMachines {
  private static final List<String> DEFINITIONS = List.of(".asl.json", ".asl.yaml", ".asl.yml");

  private final StepFunctionsEnvironment env;
  private final SourceOptions options;

  ServedMachines(StepFunctionsEnvironment env, SourceOptions options) {
    this.env = env;
    this.options = options;
  }

  /**
   * Loads all machines of files and folders.
   *
   * @throws io.stepunit.asl.InvalidDefinitionException if a definition is wrong
   * @throws io.stepunit.asl.DefinitionNotFoundException if a file is not there
   * @throws IllegalArgumentException if a folder has no definitions, or two machines have one name
   */
  void load(List<Path> paths) {
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        definitionsIn(path).forEach(file -> env.load(options.source(file)));
      } else {
        loadFile(path);
      }
    }
  }

  private void loadFile(Path file) {
    DefinitionSource source = options.source(file);
    List<String> ids = options.saysMachine() ? List.of() : source.ids();
    if (ids.isEmpty()) {
      env.load(source);
    }
    for (String id : ids) {
      bind(id, env.load(source.id(id)));
    }
  }

  /** What the other machines of a template call this one. */
  private static void bind(String id, TestStateMachine machine) {
    String name = id.substring(id.lastIndexOf('/') + 1);
    machine.boundTo("${" + name + "}").boundTo("${" + name + ".Arn}");
  }

  private static List<Path> definitionsIn(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> found =
          files.filter(ServedMachines::isDefinition).filter(Files::isRegularFile).sorted().toList();
      if (found.isEmpty()) {
        throw new IllegalArgumentException(
            "The folder %s has no definitions: no file's name ends with %s. Name templates and other files themselves."
                .formatted(folder, String.join(", ", DEFINITIONS)));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("The definitions in " + folder + " cannot be listed", e);
    }
  }

  private static boolean isDefinition(Path file) {
    String name = file.getFileName().toString();
    return DEFINITIONS.stream().anyMatch(name::endsWith);
  }
}
