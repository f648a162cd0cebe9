package io.stepunit.internal.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A report in which each free text became a hostile one; equal texts became equal ones. */
final class HostileCopy {
  private static final Set<String> FREE =
      Set.of(
          "name",
          "class",
          "state",
          "states",
          "fault",
          "path",
          "input",
          "answer",
          "machine",
          "error",
          "cause",
          "resource",
          "message",
          "request",
          "text",
          "detail",
          "obstacles",
          "what",
          "service",
          "value",
          "at",
          "mock",
          "formula",
          "output",
          "result",
          "cut",
          "title");

  private final Map<String, String> texts = new HashMap<>();

  private HostileCopy() {}

  static PageData of(PageData data) {
    HostileCopy copy = new HostileCopy();
    return new PageData(
        copy.copy("", data.index()),
        copy.records(data.executions()),
        copy.records(data.worlds()),
        copy.records(data.mutants()));
  }

  private List<PageData.RecordText> records(Iterable<PageData.RecordText> records) {
    List<PageData.RecordText> copies = new ArrayList<>();
    records.forEach(
        one ->
            copies.add(
                new PageData.RecordText(one.id(), Json.text(copy("", Json.parse(one.json()))))));
    return copies;
  }

  private JsonNode copy(String member, JsonNode value) {
    if (value.isObject()) {
      ObjectNode object = Json.NODES.objectNode();
      value
          .properties()
          .forEach(one -> object.set(one.getKey(), copy(one.getKey(), one.getValue())));
      return object;
    }
    if (value.isArray()) {
      ArrayNode array = Json.NODES.arrayNode();
      value.forEach(element -> array.add(copy(member, element)));
      return array;
    }
    return value.isTextual() && FREE.contains(member) && !isInstant(value.asText())
        ? Json.NODES.textNode(texts.computeIfAbsent(value.asText(), any -> next()))
        : value;
  }

  private static boolean isInstant(String text) {
    return text.matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
  }

  private String next() {
    int number = texts.size();
    int count = HostileTexts.ALL.size();
    return HostileTexts.ALL.get(number % count) + (number < count ? "" : " " + number / count);
  }
}
