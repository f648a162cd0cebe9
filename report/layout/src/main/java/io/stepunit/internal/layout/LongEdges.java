package io.stepunit.internal.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Edges over many layers, such as those from each of 300 states to the one that handles all errors.
 * In a great graph they would take the layout most of its time and cover the rest, so there they
 * run in lanes on the right side: one lane for all that lead to the same node.
 */
final class LongEdges {
  /** Up to so many layers in sum, no edge is taken out. */
  private static final int ALLOWED = 300;

  /** Over how many layers an edge of a great graph may lead. */
  private static final int LONGEST = 6;

  private final Component component;
  private final Set<LayoutGraph.Edge> edges;

  private LongEdges(Component component, Set<LayoutGraph.Edge> edges) {
    this.component = component;
    this.edges = edges;
  }

  static LongEdges of(Component component) {
    Layers layers = Layers.of(component);
    if (component.edges().stream().mapToInt(layers::span).sum()
        <= ALLOWED + component.edges().size()) {
      return new LongEdges(component, Set.of());
    }
    Map<String, LayoutGraph.Edge> shortest = new HashMap<>();
    for (LayoutGraph.Edge edge : component.edges()) {
      shortest.merge(edge.to(), edge, (a, b) -> layers.span(b) < layers.span(a) ? b : a);
    }
    Set<LayoutGraph.Edge> edges = new HashSet<>();
    for (LayoutGraph.Edge edge : component.edges()) {
      // One edge to each node stays, so that it stands below what leads to it.
      if (layers.span(edge) > LONGEST && !edge.equals(shortest.get(edge.to()))) {
        edges.add(edge);
      }
    }
    return new LongEdges(component, edges);
  }

  /** The component without them. */
  Component others() {
    return new Component(
        component.nodes(),
        component.edges().stream().filter(edge -> !edges.contains(edge)).toList());
  }

  /** Adds them to what was placed without them. */
  Block route(Block block) {
    if (edges.isEmpty()) {
      return block;
    }
    Map<String, List<LayoutGraph.Edge>> byTarget = new LinkedHashMap<>();
    for (LayoutGraph.Edge edge : component.edges()) {
      if (edges.contains(edge)) {
        byTarget.computeIfAbsent(edge.to(), any -> new ArrayList<>()).add(edge);
      }
    }
    Lanes lanes = new Lanes(block);
    byTarget.forEach(lanes::add);
    return lanes.block();
  }
}
