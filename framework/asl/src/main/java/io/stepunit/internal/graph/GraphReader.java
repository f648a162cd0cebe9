package io.stepunit.internal.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.graph.MachineGraph.Edge;
import io.stepunit.internal.graph.MachineGraph.EdgeKind;
import io.stepunit.internal.graph.MachineGraph.Node;
import io.stepunit.internal.graph.MachineGraph.NodeKind;
import io.stepunit.internal.json.JsonPointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads the graph of one scope: of a machine, of a branch, of an ItemProcessor. */
final class GraphReader {
  private final List<Node> nodes;
  private final List<Edge> edges;
  private final JsonNode scope;
  private final String pointer;
  private final Optional<String> frame;

  private GraphReader(
      List<Node> nodes, List<Edge> edges, JsonNode scope, String pointer, Optional<String> frame) {
    this.nodes = nodes;
    this.edges = edges;
    this.scope = scope;
    this.pointer = pointer;
    this.frame = frame;
  }

  static MachineGraph read(JsonNode asl) {
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    new GraphReader(nodes, edges, asl, "", Optional.empty()).read();
    return new MachineGraph(nodes, edges);
  }

  private void read() {
    String start = pointer + "/StartAt";
    String end = pointer + "/End";
    nodes.add(new Node(start, NodeKind.START, "", "", frame, false));
    add(start, EdgeKind.START, start, idOf(scope.path("StartAt")), "");
    int before = edges.size();
    for (Map.Entry<String, JsonNode> state : scope.path("States").properties()) {
      node(state.getKey(), state.getValue());
      transitions(idOf(state.getKey()), state.getValue(), end);
    }
    if (edges.subList(before, edges.size()).stream().anyMatch(edge -> edge.to().equals(end))) {
      nodes.add(new Node(end, NodeKind.END, "", "", frame, false));
    }
  }

  private void node(String name, JsonNode state) {
    String id = idOf(name);
    boolean isFrame = state.has("Branches") || processor(state).isPresent();
    nodes.add(new Node(id, NodeKind.STATE, name, state.path("Type").asText(), frame, isFrame));
    JsonNode branches = state.path("Branches");
    for (int i = 0; i < branches.size(); i++) {
      inside(id, branches.get(i), id + "/Branches/" + i);
    }
    processor(state).ifPresent(field -> inside(id, state.path(field), id + "/" + field));
  }

  private void inside(String id, JsonNode inner, String innerPointer) {
    new GraphReader(nodes, edges, inner, innerPointer, Optional.of(id)).read();
  }

  private static Optional<String> processor(JsonNode state) {
    return List.of("ItemProcessor", "Iterator").stream().filter(state::has).findFirst();
  }

  private void transitions(String id, JsonNode state, String end) {
    if (state.has("Next")) {
      add(id + "/Next", EdgeKind.NEXT, id, idOf(state.path("Next")), "");
    }
    JsonNode choices = state.path("Choices");
    for (int i = 0; i < choices.size(); i++) {
      JsonNode rule = choices.get(i);
      add(
          id + "/Choices/" + i + "/Next",
          EdgeKind.CHOICE,
          id,
          idOf(rule.path("Next")),
          RuleText.of(rule));
    }
    if (state.has("Default")) {
      add(id + "/Default", EdgeKind.DEFAULT, id, idOf(state.path("Default")), "otherwise");
    }
    JsonNode catchers = state.path("Catch");
    for (int i = 0; i < catchers.size(); i++) {
      JsonNode catcher = catchers.get(i);
      add(id + "/Catch/" + i, EdgeKind.CATCH, id, idOf(catcher.path("Next")), errors(catcher));
    }
    if (ends(state)) {
      add(id + "/End", EdgeKind.END, id, end, "");
    }
  }

  private static boolean ends(JsonNode state) {
    String type = state.path("Type").asText();
    return state.path("End").asBoolean() || type.equals("Succeed") || type.equals("Fail");
  }

  private static String errors(JsonNode catcher) {
    return StreamSupport.stream(catcher.path("ErrorEquals").spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }

  private void add(String id, EdgeKind kind, String from, String to, String label) {
    edges.add(new Edge(id, kind, from, to, label, frame.isPresent()));
  }

  private String idOf(JsonNode name) {
    return idOf(name.asText());
  }

  private String idOf(String name) {
    return JsonPointers.child(pointer + "/States", name);
  }
}
