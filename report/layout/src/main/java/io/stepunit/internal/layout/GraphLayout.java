package io.stepunit.internal.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays out graphs from top to bottom, with edges of horizontal and vertical lines. The same graph
 * gets the same places everywhere.
 *
 * <pre>{@code
 * PlacedGraph placed = GraphLayout.place(new LayoutGraph(nodes, edges));
 * }</pre>
 */
public final class GraphLayout {
  private static final Insets MARGIN = new Insets(12, 12);

  /** Room for the title of a frame. */
  private static final Insets FRAME = new Insets(40, 12);

  private final Map<Optional<String>, List<LayoutGraph.Node>> nodesByFrame = new HashMap<>();
  private final Map<Optional<String>, List<LayoutGraph.Edge>> edgesByFrame = new HashMap<>();

  private GraphLayout(LayoutGraph graph) {
    Map<String, LayoutGraph.Node> nodes = new HashMap<>();
    for (LayoutGraph.Node node : graph.nodes()) {
      nodes.put(node.id(), node);
      nodesByFrame.computeIfAbsent(node.frame(), frame -> new ArrayList<>()).add(node);
    }
    for (LayoutGraph.Edge edge : graph.edges()) {
      edgesByFrame.computeIfAbsent(frameOf(edge, nodes), frame -> new ArrayList<>()).add(edge);
    }
  }

  private static Optional<String> frameOf(
      LayoutGraph.Edge edge, Map<String, LayoutGraph.Node> nodes) {
    LayoutGraph.Node from = nodes.get(edge.from());
    LayoutGraph.Node to = nodes.get(edge.to());
    if (from == null || to == null || !from.frame().equals(to.frame())) {
      throw new IllegalArgumentException(
          "The edge '%s' must connect two nodes of the same frame; it connects %s and %s."
              .formatted(edge.id(), from, to));
    }
    return from.frame();
  }

  /**
   * Finds a place for all nodes and edges.
   *
   * @throws IllegalArgumentException if an edge does not connect two nodes of the same frame
   */
  public static PlacedGraph place(LayoutGraph graph) {
    Block whole = new GraphLayout(graph).inside(Optional.empty()).within(MARGIN);
    return Rounding.of(whole, graph);
  }

  private Block inside(Optional<String> frame) {
    List<LayoutGraph.Node> sized = new ArrayList<>();
    Map<String, Block> contents = new HashMap<>();
    for (LayoutGraph.Node node : nodesByFrame.getOrDefault(frame, List.of())) {
      Optional<String> id = Optional.of(node.id());
      if (!nodesByFrame.containsKey(id)) {
        sized.add(node);
        continue;
      }
      Block content = inside(id).within(FRAME);
      contents.put(node.id(), content);
      sized.add(
          new LayoutGraph.Node(
              node.id(),
              Math.max(node.width(), content.width()),
              Math.max(node.height(), content.height()),
              node.frame(),
              node.rank()));
    }
    List<LayoutGraph.Edge> edges = edgesByFrame.getOrDefault(frame, List.of());
    Block placed =
        Block.inRows(Component.of(sized, edges).stream().map(Component::placed).toList());
    return placed.filled(contents);
  }
}
