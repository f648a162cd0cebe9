package io.stepunit.internal.mutation;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The result in the schema that reports of mutation testing share: {@code
 * mutation-testing-report-schema}, version 3 of the package. Viewers of Stryker and others show it.
 */
public final class MutationJson {
  /** The version that the documents of that package have. */
  private static final String SCHEMA_VERSION = "2.0";

  private static final int HIGH = 80;
  private static final int LOW = 60;

  private final MutationResult result;
  private final Map<String, String> testNumbers = new LinkedHashMap<>();

  private MutationJson(MutationResult result) {
    this.result = result;
    for (MutationResult.TestName test : result.tests()) {
      testNumbers.put(test.id(), String.valueOf(testNumbers.size() + 1));
    }
  }

  /**
   * The text of the document.
   *
   * @param origin where the result comes from
   */
  public static String text(MutationResult result, MutationOrigin origin) {
    return Json.pretty(new MutationJson(result).document(origin)) + "\n";
  }

  private ObjectNode document(MutationOrigin origin) {
    ObjectNode json = Json.NODES.objectNode();
    json.put("schemaVersion", SCHEMA_VERSION);
    json.putObject("thresholds").put("high", HIGH).put("low", LOW);
    json.putObject("framework")
        .put("name", MutationOrigin.FRAMEWORK)
        .put("version", origin.version());
    json.set("config", origin.config());
    ObjectNode files = json.putObject("files");
    for (MutatedDefinition definition : result.definitions()) {
      ArrayNode mutants = mutants(files, definition);
      SourcePlaces places = definition.places();
      definition.results().forEach(each -> mutants.add(mutant(definition, places, each)));
    }
    ObjectNode testFiles = json.putObject("testFiles");
    new TreeMap<>(result.tests().stream().collect(groupingBy(MutationResult.TestName::testClass)))
        .forEach((testClass, tests) -> tests(testFiles.putObject(testClass), tests));
    return json;
  }

  /** Machines of one template are in one file. */
  private static ArrayNode mutants(ObjectNode files, MutatedDefinition definition) {
    JsonNode known = files.path(definition.file()).path("mutants");
    if (known instanceof ArrayNode mutants) {
      return mutants;
    }
    ObjectNode file = files.putObject(definition.file());
    String name = definition.file();
    boolean isYaml = name.endsWith(".yaml") || name.endsWith(".yml");
    file.put("language", isYaml ? "yaml" : "json");
    file.put("source", definition.text().content());
    return file.putArray("mutants");
  }

  private ObjectNode mutant(MutatedDefinition definition, SourcePlaces places, MutantResult each) {
    Mutant mutant = each.mutant();
    ObjectNode json = Json.NODES.objectNode();
    json.put("id", definition.name() + ":" + mutant.id());
    json.put("mutatorName", mutant.operator().mutatorName());
    json.put("description", mutant.description());
    place(json, definition, places, mutant);
    json.put("status", each.status().schemaName());
    if (!each.reason().isEmpty()) {
      json.put("statusReason", each.reason());
    }
    json.put("testsCompleted", each.completed());
    numbers(json.putArray("coveredBy"), each.coveredBy());
    if (each.killedBy().isPresent()) {
      numbers(json.putArray("killedBy"), List.of(each.killedBy().get()));
    }
    return json;
  }

  /** What is not there yet is shown as a change of what is around it. */
  private static void place(
      ObjectNode json, MutatedDefinition definition, SourcePlaces places, Mutant mutant) {
    if (!places.knowsValues()) {
      range(json, places.member(mutant.pointer()));
      json.put("replacement", mutant.replacement().map(Json::text).orElse(""));
    } else if (mutant.replacement().isEmpty()) {
      range(json, places.member(mutant.pointer()));
      json.put("replacement", "");
    } else {
      String pointer =
          places.value(mutant.pointer()).isPresent()
              ? mutant.pointer()
              : Pointers.parent(mutant.pointer());
      range(json, places.value(pointer).orElseGet(() -> places.member(pointer)));
      json.put("replacement", Json.text(mutant.in(definition.definition().source()).at(pointer)));
    }
  }

  private static void range(ObjectNode json, SourceRange range) {
    ObjectNode location = json.putObject("location");
    location.putObject("start").put("line", range.line()).put("column", range.column());
    location.putObject("end").put("line", range.endLine()).put("column", range.endColumn());
  }

  private void numbers(ArrayNode array, List<String> ids) {
    ids.forEach(id -> array.add(testNumbers.getOrDefault(id, id)));
  }

  private void tests(ObjectNode file, List<MutationResult.TestName> tests) {
    ArrayNode array = file.putArray("tests");
    for (MutationResult.TestName test : tests) {
      array
          .addObject()
          .put("id", testNumbers.getOrDefault(test.id(), test.id()))
          .put("name", test.name());
    }
  }
}
