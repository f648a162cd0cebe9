package io.stepunit.internal.report.make;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.mutation.MutantStatus;
import io.stepunit.internal.report.data.DefinitionRecord;
import io.stepunit.internal.report.data.ReportData;
import io.stepunit.internal.report.data.TestRecord;
import io.stepunit.internal.report.mutation.DefinitionMutants;
import io.stepunit.internal.report.mutation.MutationReport;
import io.stepunit.internal.report.mutation.TriedMutant;
import io.stepunit.internal.report.mutation.TriedTest;
import io.stepunit.internal.report.page.PageData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mutants as the page gets them. */
final class PageMutants {
  private final MutationReport report;
  private final ReportData records;
  private final Map<TriedTest, List<TestRecord>> tests = new HashMap<>();

  PageMutants(MutationReport report, ReportData records) {
    this.report = report;
    this.records = records;
    records
        .tests()
        .forEach(test -> tests.computeIfAbsent(tried(test), any -> new ArrayList<>()).add(test));
  }

  private static TriedTest tried(TestRecord test) {
    List<String> names = new ArrayList<>();
    test.json().path("containers").forEach(container -> names.add(container.asText()));
    names.add(test.name());
    return new TriedTest(test.module(), test.className(), String.join(" > ", names), 1);
  }

  /** What lists show: each definition with how its mutants ended. */
  ObjectNode index() {
    ObjectNode json = Json.NODES.objectNode();
    ArrayNode definitions = json.putArray("definitions");
    for (int i = 0; i < report.definitions().size(); i++) {
      definitions.add(head(report.definitions().get(i)).put("id", id(i)));
    }
    ArrayNode problems = json.putArray("problems");
    report.problems().forEach(problems::add);
    return json;
  }

  private static String id(int index) {
    return "m" + (index + 1);
  }

  private ObjectNode head(DefinitionMutants mutants) {
    ObjectNode json = Json.NODES.objectNode().put("title", mutants.title());
    json.put("file", mutants.file());
    mutants.machine().ifPresent(machine -> json.put("machine", machine));
    if (!mutants.module().isEmpty()) {
      json.put("module", mutants.module());
    }
    definition(mutants).ifPresent(record -> json.put("definition", record.id()));
    json.put("found", mutants.score().found()).put("all", mutants.score().all());
    json.put("score", mutants.score().toString());
    ObjectNode counts = json.putObject("counts");
    for (MutantStatus status : MutantStatus.values()) {
      counts.put(status.name(), mutants.count(status));
    }
    return json;
  }

  private Optional<DefinitionRecord> definition(DefinitionMutants mutants) {
    return records.definitions().stream()
        .filter(record -> record.text().equals(mutants.source()))
        .filter(record -> record.file().filter(mutants.file()::equals).isPresent())
        .filter(record -> record.machine().equals(mutants.machine()))
        .findFirst();
  }

  /** The mutants of each definition. */
  List<PageData.RecordText> texts() {
    List<PageData.RecordText> texts = new ArrayList<>();
    for (int i = 0; i < report.definitions().size(); i++) {
      texts.add(new PageData.RecordText(id(i), Json.text(whole(report.definitions().get(i)))));
    }
    return texts;
  }

  private ObjectNode whole(DefinitionMutants definition) {
    Map<TriedTest, Integer> numbers = new LinkedHashMap<>();
    ObjectNode json = Json.NODES.objectNode().put("text", definition.source());
    ArrayNode mutants = json.putArray("mutants");
    definition.mutants().forEach(mutant -> mutants.add(mutant(mutant, numbers)));
    ArrayNode named = json.putArray("tests");
    numbers.keySet().forEach(test -> named.add(test(test)));
    return json;
  }

  private static ObjectNode mutant(TriedMutant mutant, Map<TriedTest, Integer> numbers) {
    ObjectNode json = Json.NODES.objectNode();
    json.put("description", mutant.description()).put("operator", mutant.operator());
    json.put("pointer", mutant.pointer()).put("status", mutant.status().name());
    json.putArray("lines").add(mutant.place().line()).add(mutant.place().lastLine());
    ArrayNode removed = json.putArray("removed");
    mutant.change().removed().forEach(removed::add);
    ArrayNode added = json.putArray("added");
    mutant.change().added().forEach(added::add);
    numbers(json.putArray("coveredBy"), mutant.coveredBy(), numbers);
    numbers(json.putArray("killedBy"), mutant.killedBy(), numbers);
    if (!mutant.reason().isEmpty()) {
      json.put("reason", mutant.reason());
    }
    return json;
  }

  private static void numbers(
      ArrayNode array, List<TriedTest> tests, Map<TriedTest, Integer> numbers) {
    for (TriedTest test : tests) {
      int next = numbers.size();
      array.add(numbers.computeIfAbsent(test, any -> next));
    }
  }

  private ObjectNode test(TriedTest test) {
    ObjectNode json = Json.NODES.objectNode().put("class", test.testClass());
    json.put("name", test.name());
    List<TestRecord> recorded = tests.getOrDefault(test, List.of());
    if (recorded.size() == 1) {
      json.put("key", recorded.get(0).key());
    }
    return json;
  }
}
