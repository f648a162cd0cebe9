package io.stepunit.internal.report.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import io.stepunit.internal.mutation.MutantStatus;
import io.stepunit.internal.mutation.MutationOrigin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One file that a run of mutants has left. */
final class MutationDocument {
  /** {@code #Machine:DropCatcher/States/Charge/Catch/0}, behind the file's name. */
  private static final Pattern ID = Pattern.compile("(?:#([^:]*))?:(\\w*)(.*)", Pattern.DOTALL);

  private static final Pattern NUMBER = Pattern.compile("#\\d+$");

  private final Path file;
  private final MutationOrigin origin;
  private final Map<String, TriedTest> tests = new HashMap<>();
  private final List<DefinitionMutants> definitions = new ArrayList<>();

  private MutationDocument(Path file, MutationOrigin origin) {
    this.file = file;
    this.origin = origin;
  }

  /**
   * Reads a file; empty if another program has written it.
   *
   * @throws JsonTextException if it is no JSON
   */
  static Optional<MutationDocument> read(Path file) {
    try {
      JsonNode json = Json.parseData(Files.readString(file));
      return MutationOrigin.isOurs(json) ? Optional.of(of(file, json)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The mutants in " + file + " cannot be read.", e);
    }
  }

  private static MutationDocument of(Path file, JsonNode json) {
    MutationDocument document = new MutationDocument(file, MutationOrigin.of(json));
    json.path("testFiles").properties().forEach(it -> document.tests(it.getKey(), it.getValue()));
    json.path("files").properties().forEach(it -> document.file(it.getKey(), it.getValue()));
    return document;
  }

  private void tests(String testClass, JsonNode testFile) {
    Map<String, Integer> numbers = new HashMap<>();
    for (JsonNode test : testFile.path("tests")) {
      String name = test.path("name").asText();
      int number = numbers.merge(name, 1, Integer::sum);
      tests.put(test.path("id").asText(), new TriedTest(origin.module(), testClass, name, number));
    }
  }

  private void file(String name, JsonNode json) {
    String source = json.path("source").asText();
    List<String> lines =
        json.path("language").asText().equals("json") ? source.lines().toList() : List.of();
    Map<Optional<String>, List<TriedMutant>> machines = new LinkedHashMap<>();
    for (JsonNode mutant : json.path("mutants")) {
      String id = mutant.path("id").asText();
      Matcher parts = ID.matcher(id.startsWith(name) ? id.substring(name.length()) : id);
      boolean isKnown = parts.lookingAt();
      Optional<String> machine =
          isKnown ? Optional.ofNullable(parts.group(1)) : Optional.<String>empty();
      String pointer = isKnown ? NUMBER.matcher(parts.group(3)).replaceFirst("") : "";
      MutantStatus.ofSchemaName(mutant.path("status").asText())
          .ifPresent(
              status ->
                  machines
                      .computeIfAbsent(machine, any -> new ArrayList<>())
                      .add(mutant(mutant, status, pointer, lines)));
    }
    machines.forEach(
        (machine, mutants) ->
            definitions.add(
                new DefinitionMutants(origin.module(), name, machine, source, mutants)));
  }

  private TriedMutant mutant(
      JsonNode json, MutantStatus status, String pointer, List<String> lines) {
    SourcePlace place = SourcePlace.of(json.path("location"));
    return new TriedMutant(
        json.path("id").asText(),
        pointer,
        json.path("mutatorName").asText(),
        json.path("description").asText(),
        place,
        LineChange.of(lines, place, json.path("replacement").asText()),
        status,
        tests(json.path("coveredBy")),
        tests(json.path("killedBy")),
        json.path("statusReason").asText());
  }

  private List<TriedTest> tests(JsonNode ids) {
    List<TriedTest> named = new ArrayList<>();
    ids.forEach(id -> Optional.ofNullable(tests.get(id.asText())).ifPresent(named::add));
    return named;
  }

  Path file() {
    return file;
  }

  MutationOrigin origin() {
    return origin;
  }

  /** By file and machine, with the mutants in the order of the document. */
  List<DefinitionMutants> definitions() {
    return definitions;
  }
}
