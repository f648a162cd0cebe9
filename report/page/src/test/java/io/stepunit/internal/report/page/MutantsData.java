package io.stepunit.internal.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.function.IntFunction;

/** Mutants of the definition of {@link Fixtures#orderSaga}, put into that report. */
final class MutantsData {
  private static final String[] STATUSES = {"SURVIVED", "KILLED", "NO_COVERAGE", "TIMEOUT"};

  private final ObjectNode index = (ObjectNode) Fixtures.orderSaga().index().deepCopy();
  private final ObjectNode whole = Json.NODES.objectNode();

  private MutantsData(int mutants, IntFunction<String> texts) {
    JsonNode definition = index.at("/definitions/0");
    whole.put("text", definition.path("text").asText());
    ArrayNode all = whole.putArray("mutants");
    for (int i = 0; i < mutants; i++) {
      all.add(mutant(i, texts.apply(i)));
    }
    ArrayNode tests = whole.putArray("tests");
    JsonNode recorded = index.at("/tests/0");
    tests
        .addObject()
        .put("class", recorded.path("class").asText())
        .put("name", texts.apply(0))
        .put("key", recorded.path("key").asText());
    tests.addObject().put("class", "com.example.OrderTest").put("name", texts.apply(1));
    ObjectNode json = index.putObject("mutants");
    json.putArray("definitions").add(head(definition, mutants));
    json.putArray("problems");
  }

  /** So many mutants: the first survived, the second was killed by the second of two tests. */
  static PageData of(int mutants) {
    return new MutantsData(mutants, i -> "Change " + (i + 1) + " of CheckOrder").data();
  }

  /** A mutant of each hostile text, with a problem of each. */
  static PageData hostile() {
    MutantsData data = new MutantsData(HostileTexts.ALL.size(), HostileTexts.ALL::get);
    ObjectNode mutants = (ObjectNode) data.index.path("mutants");
    HostileTexts.ALL.forEach(((ArrayNode) mutants.path("problems"))::add);
    ((ObjectNode) mutants.at("/definitions/0")).put("file", HostileTexts.ALL.get(0));
    return data.data();
  }

  /** Mutants with something that does not fit together. */
  static PageData contradicting(String problem) {
    MutantsData data = new MutantsData(2, i -> "Change " + (i + 1));
    ((ArrayNode) data.index.at("/mutants/problems")).add(problem);
    return data.data();
  }

  private PageData data() {
    return new PageData(
        index, List.of(), List.of(), List.of(new PageData.RecordText("m1", Json.text(whole))));
  }

  private static ObjectNode head(JsonNode definition, int mutants) {
    ObjectNode head = Json.NODES.objectNode().put("id", "m1").put("title", "order-saga");
    head.put("file", definition.path("file").asText());
    head.put("definition", definition.path("id").asText());
    int found = mutants / 2;
    head.put("found", found).put("all", mutants).put("score", "50.0 %");
    ObjectNode counts = head.putObject("counts");
    for (int i = 0; i < STATUSES.length; i++) {
      counts.put(STATUSES[i], (mutants + STATUSES.length - 1 - i) / STATUSES.length);
    }
    return head;
  }

  private static ObjectNode mutant(int number, String text) {
    String status = STATUSES[number % STATUSES.length];
    ObjectNode mutant =
        Json.NODES.objectNode().put("description", text).put("operator", "DropRule");
    mutant.put("pointer", "/States/CheckOrder/Choices/0").put("status", status);
    int line = 11 + number / 2;
    mutant.putArray("lines").add(line).add(line);
    mutant.putArray("removed").add(text);
    mutant.putArray("added").add(text + "!");
    ArrayNode covering = mutant.putArray("coveredBy");
    if (!status.equals("NO_COVERAGE")) {
      covering.add(0).add(1);
    }
    ArrayNode killers = mutant.putArray("killedBy");
    if (status.equals("KILLED")) {
      killers.add(1);
      mutant.put("reason", "\n" + text);
    }
    return mutant;
  }
}
