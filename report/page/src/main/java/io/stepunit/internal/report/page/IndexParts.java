package io.stepunit.internal.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import java.util.ArrayList;
import java.util.List;

/**
 * The index of a page in two parts: what is read as it opens, and what is only read when a view
 * shows it.
 *
 * @param first the index without the great parts of definitions, and without quotas
 * @param definitions those parts of each definition, by its id
 * @param quotas of all executions
 */
record IndexParts(JsonNode first, List<PageData.RecordText> definitions, JsonNode quotas) {
  private static final String QUOTAS = "quotas";
  private static final String COVERAGE = "coverage";
  private static final String POINTS = "points";

  /** What of a definition no list needs. */
  private static final List<String> LATER = List.of("text", "asl", "lines", "graph");

  static IndexParts of(JsonNode index) {
    ObjectNode first = Json.NODES.objectNode();
    index.properties().forEach(part -> first.set(part.getKey(), part.getValue()));
    first.remove(QUOTAS);
    first.put("hasQuotas", !index.path(QUOTAS).isEmpty());
    ArrayNode heads = first.putArray("definitions");
    List<PageData.RecordText> definitions = new ArrayList<>();
    for (JsonNode definition : index.path("definitions")) {
      heads.add(head((ObjectNode) definition));
      definitions.add(
          new PageData.RecordText(
              definition.path("id").asText(), Json.text(rest((ObjectNode) definition))));
    }
    return new IndexParts(first, definitions, index.path(QUOTAS));
  }

  private static ObjectNode head(ObjectNode definition) {
    ObjectNode head = Json.NODES.objectNode();
    head.setAll(definition);
    head.remove(LATER);
    if (definition.get(COVERAGE) instanceof ObjectNode coverage) {
      ObjectNode summary = head.putObject(COVERAGE);
      summary.setAll(coverage);
      summary.remove(POINTS);
    }
    return head;
  }

  private static ObjectNode rest(ObjectNode definition) {
    ObjectNode rest = Json.NODES.objectNode();
    for (String part : LATER) {
      if (definition.has(part)) {
        rest.set(part, definition.get(part));
      }
    }
    if (isTold(definition)) {
      rest.remove("asl");
    }
    JsonNode points = definition.path(COVERAGE).path(POINTS);
    return points.isMissingNode() ? rest : rest.set(POINTS, points);
  }

  /** Whether the text is the definition and nothing else: no template, no YAML. */
  private static boolean isTold(JsonNode definition) {
    try {
      return Json.parseData(definition.path("text").asText()).equals(definition.path("asl"));
    } catch (JsonTextException e) {
      return false;
    }
  }
}
