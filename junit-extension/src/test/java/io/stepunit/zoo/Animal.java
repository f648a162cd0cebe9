package io.stepunit.zoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A machine with a planted mistake, and its right twin.
 *
 * @param name the folder's name
 * @param mistake what is wrong with the one
 * @param mustHold what holds for the other only
 * @param isInJsonata whether both are in JSONata
 */
record Animal(String name, String mistake, String mustHold, boolean isInJsonata) {
  private static final Path ZOO = Path.of("src/test/resources/io/stepunit/zoo");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** All animals, by their names. */
  static List<Animal> all() {
    try (Stream<Path> folders = Files.list(ZOO)) {
      return folders.sorted().map(Animal::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Animal read(Path folder) {
    try {
      JsonNode said = JSON.readTree(folder.resolve("animal.json").toFile());
      JsonNode right = JSON.readTree(folder.resolve("right.asl.json").toFile());
      return new Animal(
          folder.getFileName().toString(),
          said.required("mistake").asText(),
          said.required("mustHold").asText(),
          right.path("QueryLanguage").asText().equals("JSONata"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The definition with the mistake, as a name on the class path. */
  String wrong() {
    return "io/stepunit/zoo/" + name + "/wrong.asl.json";
  }

  /** The definition without it. */
  String right() {
    return "io/stepunit/zoo/" + name + "/right.asl.json";
  }

  @Override
  public String toString() {
    return name;
  }
}
