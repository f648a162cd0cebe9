package io.stepunit.internal.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nodes that edges connect, directly or by others: a branch of a frame, for example. */
record Component(List<LayoutGraph.Node> nodes, List<LayoutGraph.Edge> edges) {
  /** The components of a graph, in the order of their first nodes. */
  static List<Component> of(List<LayoutGraph.Node> nodes, List<LayoutGraph.Edge> edges) {
    Unions unions = new Unions();
    edges.forEach(edge -> unions.join(edge.from(), edge.to()));
    Map<String, Component> components = new LinkedHashMap<>();
    for (LayoutGraph.Node node : nodes) {
      components
          .computeIfAbsent(
              unions.of(node.id()), any -> new Component(new ArrayList<>(), new ArrayList<>()))
          .nodes
          .add(node);
    }
    for (LayoutGraph.Edge edge : edges) {
      ById.get(components, unions.of(edge.from())).edges.add(edge);
    }
    return List.copyOf(components.values());
  }

  Block placed() {
    if (nodes.size() == 1 && edges.isEmpty()) {
      LayoutGraph.Node node = nodes.get(0);
      return new Block(
          node.width(),
          node.height(),
          List.of(new PlacedGraph.Node(node.id(), 0, 0, node.width(), node.height())),
          List.of());
    }
    LongEdges longEdges = LongEdges.of(this);
    return longEdges.route(new ElkLayout(longEdges.others()).placed());
  }

  /** Sets of ids, of which each has one member that stands for it. */
  private static final class Unions {
    private final Map<String, String> parents = new HashMap<>();

    String of(String id) {
      String top = id;
      for (String up = parents.get(top); up != null; up = parents.get(top)) {
        top = up;
      }
      // The next search is short.
      if (!top.equals(id)) {
        parents.put(id, top);
      }
      return top;
    }

    void join(String one, String other) {
      String top = of(one);
      String otherTop = of(other);
      if (!top.equals(otherTop)) {
        parents.put(otherTop, top);
      }
    }
  }
}
