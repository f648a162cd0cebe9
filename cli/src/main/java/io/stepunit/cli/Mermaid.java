package io.stepunit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws a definition as a flow chart in Mermaid's language. */
final class Mermaid {
  private final StringBuilder text = new StringBuilder("flowchart TD\n");
  private final Map<String, String> ids = new LinkedHashMap<>();
  private int scopes;

  private Mermaid() {}

  static String of(JsonNode definition) {
    Mermaid mermaid = new Mermaid();
    mermaid.scope(definition, "  ");
    return mermaid.text.toString();
  }

  private void scope(JsonNode scope, String indent) {
    int number = scopes++;
    line(indent, "start%d((\" \")) --> %s".formatted(number, id(scope.path("StartAt").asText())));
    for (Map.Entry<String, JsonNode> state : scope.path("States").properties()) {
      node(state.getKey(), state.getValue(), indent);
    }
    for (Map.Entry<String, JsonNode> state : scope.path("States").properties()) {
      edges(state.getKey(), state.getValue(), indent, "end" + number);
    }
  }

  private void node(String name, JsonNode state, String indent) {
    List<JsonNode> inner = inner(state);
    if (inner.isEmpty()) {
      line(indent, id(name) + shape(state.path("Type").asText(), quoted(name)));
      return;
    }
    line(indent, "subgraph " + id(name) + "[" + quoted(name) + "]");
    inner.forEach(scope -> scope(scope, indent + "  "));
    line(indent, "end");
  }

  private static List<JsonNode> inner(JsonNode state) {
    List<JsonNode> inner = new ArrayList<>();
    state.path("Branches").forEach(inner::add);
    for (String field : List.of("ItemProcessor", "Iterator")) {
      if (state.has(field)) {
        inner.add(state.get(field));
      }
    }
    return inner;
  }

  private static String shape(String type, String label) {
    return switch (type) {
      case "Choice" -> "{" + label + "}";
      case "Wait" -> "[/" + label + "/]";
      case "Succeed", "Fail" -> "([" + label + "])";
      case "Pass" -> "(" + label + ")";
      default -> "[" + label + "]";
    };
  }

  private void edges(String name, JsonNode state, String indent, String end) {
    edge(name, "-->", state.path("Next"), indent);
    edge(name, "-->|otherwise|", state.path("Default"), indent);
    int rule = 0;
    for (JsonNode choice : state.path("Choices")) {
      rule++;
      edge(name, "-->|" + quoted("rule " + rule) + "|", choice.path("Next"), indent);
    }
    for (JsonNode catcher : state.path("Catch")) {
      List<String> errors = new ArrayList<>();
      catcher.path("ErrorEquals").forEach(error -> errors.add(error.asText()));
      edge(name, "-.->|" + quoted(String.join(", ", errors)) + "|", catcher.path("Next"), indent);
    }
    if (state.path("End").asBoolean() || state.path("Type").asText().equals("Succeed")) {
      line(indent, id(name) + " --> " + end + "((\" \"))");
    }
  }

  private void edge(String from, String arrow, JsonNode to, String indent) {
    if (to.isTextual()) {
      line(indent, id(from) + " " + arrow + " " + id(to.asText()));
    }
  }

  private void line(String indent, String line) {
    text.append(indent).append(line).append('\n');
  }

  /** Names of states are unique in a machine, and may hold what Mermaid takes for its own. */
  private String id(String state) {
    return ids.computeIfAbsent(state, name -> "s" + ids.size());
  }

  private static String quoted(String text) {
    return "\"" + text.replace("&", "#amp;").replace("\"", "#quot;").replace("<", "#lt;") + "\"";
  }
}
