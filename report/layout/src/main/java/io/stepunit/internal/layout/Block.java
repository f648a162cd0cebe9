package io.stepunit.internal.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Nodes and edges that have their places among each other, in no order. */
record Block(
    double width, double height, List<PlacedGraph.Node> nodes, List<PlacedGraph.Edge> edges) {
  private static final double GAP = 18;

  /** Wider rows are broken. */
  private static final double WIDEST_ROW = 1000;

  /** Side by side, and below each other where that would be too wide. */
  static Block inRows(List<Block> blocks) {
    if (blocks.size() == 1) {
      return blocks.get(0);
    }
    List<PlacedGraph.Node> nodes = new ArrayList<>();
    List<PlacedGraph.Edge> edges = new ArrayList<>();
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    for (Block block : blocks) {
      if (x > 0 && x + block.width > WIDEST_ROW) {
        x = 0;
        y = height + GAP;
      }
      block.addTo(nodes, edges, x, y);
      width = Math.max(width, x + block.width);
      height = Math.max(height, y + block.height);
      x += block.width + GAP;
    }
    return new Block(width, height, nodes, edges);
  }

  /** The same with room around it. */
  Block within(Insets insets) {
    List<PlacedGraph.Node> movedNodes = new ArrayList<>();
    List<PlacedGraph.Edge> movedEdges = new ArrayList<>();
    addTo(movedNodes, movedEdges, insets.others(), insets.top());
    return new Block(
        width + 2 * insets.others(),
        height + insets.top() + insets.others(),
        movedNodes,
        movedEdges);
  }

  /** The same with what is inside of some of its nodes, by their ids, in the middle of each. */
  Block filled(Map<String, Block> contents) {
    List<PlacedGraph.Node> allNodes = new ArrayList<>(nodes);
    List<PlacedGraph.Edge> allEdges = new ArrayList<>(edges);
    for (PlacedGraph.Node node : nodes) {
      Block content = contents.get(node.id());
      if (content != null) {
        double left = (node.width() - content.width()) / 2;
        content.addTo(allNodes, allEdges, node.x() + left, node.y());
      }
    }
    return new Block(width, height, allNodes, allEdges);
  }

  private void addTo(
      List<PlacedGraph.Node> allNodes, List<PlacedGraph.Edge> allEdges, double x, double y) {
    for (PlacedGraph.Node node : nodes) {
      allNodes.add(
          new PlacedGraph.Node(node.id(), node.x() + x, node.y() + y, node.width(), node.height()));
    }
    for (PlacedGraph.Edge edge : edges) {
      allEdges.add(
          new PlacedGraph.Edge(
              edge.id(),
              edge.points().stream()
                  .map(point -> new Point(point.x() + x, point.y() + y))
                  .toList()));
    }
  }
}
