package io.stepunit.internal.report.gate;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import io.stepunit.internal.report.data.DefinitionRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Points that no test has to reach yet: a team that starts with holes allows today's, and no new
 * ones. It is a JSON object of definitions, each with the keys of its points, sorted and one a
 * line, so that a review shows what changes.
 *
 * <p>A definition has the entry of its title, or one of its title and its file where other files
 * have a definition of that title. Neither changes with its content.
 *
 * @param holes the keys of points, by the entry of the definition
 */
public record Baseline(SortedMap<String, SortedSet<String>> holes) {
  /** No hole is allowed. */
  public static final Baseline NONE = new Baseline(new TreeMap<>());

  public Baseline {
    SortedMap<String, SortedSet<String>> copy = new TreeMap<>();
    holes.forEach(
        (definition, keys) -> {
          if (!keys.isEmpty()) {
            copy.put(definition, Collections.unmodifiableSortedSet(new TreeSet<>(keys)));
          }
        });
    holes = Collections.unmodifiableSortedMap(copy);
  }

  /**
   * Reads a baseline.
   *
   * @throws IllegalArgumentException if the file is no baseline
   */
  public static Baseline read(Path file) {
    JsonNode json;
    try {
      json = Json.parse(Files.readString(file));
    } catch (JsonTextException e) {
      throw new IllegalArgumentException(
          "The baseline %s is not JSON: %s".formatted(file, e.getMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException("The baseline " + file + " cannot be read.", e);
    }
    if (!isBaseline(json)) {
      throw new IllegalArgumentException(
          "The baseline %s is not an object whose members are arrays of texts.".formatted(file));
    }
    SortedMap<String, SortedSet<String>> holes = new TreeMap<>();
    json.fields()
        .forEachRemaining(
            member -> {
              SortedSet<String> keys = new TreeSet<>();
              member.getValue().forEach(key -> keys.add(key.textValue()));
              holes.put(member.getKey(), keys);
            });
    return new Baseline(holes);
  }

  private static boolean isBaseline(JsonNode json) {
    if (!json.isObject()) {
      return false;
    }
    for (JsonNode keys : json) {
      if (!keys.isArray()) {
        return false;
      }
      for (JsonNode key : keys) {
        if (!key.isTextual()) {
          return false;
        }
      }
    }
    return true;
  }

  /** Writes the baseline; folders above it are made. */
  public void write(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, toString());
    } catch (IOException e) {
      throw new UncheckedIOException("The baseline " + file + " cannot be written.", e);
    }
  }

  /** Whether a point of a definition need not be reached. */
  public boolean allows(DefinitionRecord definition, String key) {
    return names(definition).anyMatch(name -> hole(name, key));
  }

  private boolean hole(String name, String key) {
    Set<String> keys = holes.get(name);
    return keys != null && keys.contains(key);
  }

  private static Stream<String> names(DefinitionRecord definition) {
    return Stream.of(definition.title(), definition.titleWithFile()).distinct();
  }

  /**
   * What a new baseline calls a definition.
   *
   * @param all those that it is to tell apart
   */
  static String nameOf(DefinitionRecord definition, List<DefinitionRecord> all) {
    boolean isOnlyFile =
        all.stream()
            .filter(other -> other.title().equals(definition.title()))
            .allMatch(other -> other.file().equals(definition.file()));
    return isOnlyFile ? definition.title() : definition.titleWithFile();
  }

  /** The part of it that is for some definitions. */
  Baseline of(List<DefinitionRecord> definitions) {
    SortedMap<String, SortedSet<String>> some = new TreeMap<>(holes);
    some.keySet()
        .retainAll(definitions.stream().flatMap(Baseline::names).collect(Collectors.toSet()));
    return new Baseline(some);
  }

  /** How many points need not be reached. */
  public int size() {
    return holes.values().stream().mapToInt(Set::size).sum();
  }

  /** The text of the file. */
  @Override
  public String toString() {
    return holes.isEmpty()
        ? "{}\n"
        : holes.entrySet().stream().map(Baseline::member).collect(joining(",\n", "{\n", "\n}\n"));
  }

  private static String member(Map.Entry<String, SortedSet<String>> definition) {
    return definition.getValue().stream()
        .map(key -> "    " + quoted(key))
        .collect(joining(",\n", "  " + quoted(definition.getKey()) + ": [\n", "\n  ]"));
  }

  private static String quoted(String text) {
    return Json.text(TextNode.valueOf(text));
  }
}
