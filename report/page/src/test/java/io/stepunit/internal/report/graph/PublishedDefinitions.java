package io.stepunit.internal.report.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.graph.MachineGraph;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The definitions of the samples, and those that others published, where they are at hand. */
final class PublishedDefinitions {
  private PublishedDefinitions() {}

  static Stream<Path> files() {
    Path root = root();
    String given = System.getProperty("stepunit.definitions", "");
    Path published =
        given.isBlank() ? root.resolve("../shared/definitions") : root.resolve(given).normalize();
    return Stream.of(root.resolve("sample-projects"), published)
        .filter(Files::isDirectory)
        .flatMap(PublishedDefinitions::jsonIn)
        .filter(file -> machine(file).path("States").isObject())
        .filter(file -> isWhole(MachineGraph.of(machine(file))));
  }

  /** Some are there to be refused: they lead to states that do not exist. */
  private static boolean isWhole(MachineGraph machine) {
    Set<String> ids =
        machine.nodes().stream().map(MachineGraph.Node::id).collect(Collectors.toSet());
    return machine.edges().stream().allMatch(edge -> ids.contains(edge.to()));
  }

  /** The machine in a file: a definition, or a record that has one. */
  static JsonNode machine(Path file) {
    try {
      JsonNode json = Json.parse(Files.readString(file));
      return json.path("definition").isObject() ? json.path("definition") : json;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      return Json.NODES.nullNode();
    }
  }

  private static Stream<Path> jsonIn(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return List.copyOf(
          files
              .filter(file -> file.toString().endsWith(".json"))
              .filter(file -> !file.toString().contains("/target/"))
              .sorted()
              .toList())
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(at.resolve("framework"))) {
      at = at.getParent();
    }
    return at;
  }
}
