package io.stepunit.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import io.stepunit.internal.recording.RecordingsFolder;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Documents to start from: those of the project, and the corpora where they are at hand. */
final class Seeds {
  private static final int LARGEST = 40_000;

  private Seeds() {}

  static List<String> all() throws IOException {
    List<String> seeds = new ArrayList<>(ownTexts());
    addDefinitions(RecordingsFolder.configured("stepunit.recordings", "conformance"), seeds);
    addDefinitions(RecordingsFolder.configured("stepunit.definitions", "definitions"), seeds);
    return seeds;
  }

  private static List<String> ownTexts() throws IOException {
    Path root = RecordingsFolder.checkout();
    List<String> texts = new ArrayList<>(Grammar.MACHINES);
    for (String folder : List.of("sample-projects", "framework/core/src/test/resources", "docs")) {
      try (Stream<Path> files = Files.walk(root.resolve(folder))) {
        for (Path file : files.filter(Seeds::looksLikeOne).sorted().toList()) {
          texts.add(Files.readString(file));
        }
      }
    }
    return texts;
  }

  private static boolean looksLikeOne(Path file) {
    String name = file.getFileName().toString();
    boolean text = name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml");
    return text && !file.toString().contains("target") && file.toFile().length() < LARGEST;
  }

  private static void addDefinitions(RecordingsFolder folder, List<String> seeds)
      throws IOException {
    if (!folder.isPresent()) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder.path())) {
      for (Path file :
          files.filter(Files::isRegularFile).filter(Seeds::looksLikeOne).sorted().toList()) {
        add(file, seeds);
      }
    }
  }

  private static void add(Path file, List<String> seeds) throws IOException {
    try {
      String text = Files.readString(file);
      if (file.toString().contains(".raw.")) {
        seeds.add(text);
        return;
      }
      JsonNode definition = Json.parse(text).path("definition");
      if (definition.isObject()) {
        seeds.add(definition.toPrettyString());
      }
    } catch (JsonTextException | MalformedInputException e) {
      seeds.add("{}");
    }
  }
}
