package io.stepunit.internal.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Rounds to tenths of pixels, so that texts of places are short and always the same. */
final class Rounding {
  private Rounding() {}

  /** The block in the order of the graph that it was made of. */
  static PlacedGraph of(Block block, LayoutGraph graph) {
    Map<String, PlacedGraph.Node> nodes = new HashMap<>();
    block.nodes().forEach(node -> nodes.put(node.id(), rounded(node)));
    Map<String, PlacedGraph.Edge> edges = new HashMap<>();
    block.edges().forEach(edge -> edges.put(edge.id(), rounded(edge)));
    return new PlacedGraph(
        rounded(block.width()),
        rounded(block.height()),
        graph.nodes().stream().map(node -> Objects.requireNonNull(nodes.get(node.id()))).toList(),
        graph.edges().stream().map(edge -> Objects.requireNonNull(edges.get(edge.id()))).toList());
  }

  /** Both borders are rounded, not the size: what touches the border touches it still. */
  private static PlacedGraph.Node rounded(PlacedGraph.Node node) {
    double x = rounded(node.x());
    double y = rounded(node.y());
    return new PlacedGraph.Node(
        node.id(),
        x,
        y,
        rounded(rounded(node.x() + node.width()) - x),
        rounded(rounded(node.y() + node.height()) - y));
  }

  private static PlacedGraph.Edge rounded(PlacedGraph.Edge edge) {
    List<Point> points =
        edge.points().stream()
            .map(point -> new Point(rounded(point.x()), rounded(point.y())))
            .toList();
    return new PlacedGraph.Edge(edge.id(), points);
  }

  private static double rounded(double pixels) {
    return Math.rint(pixels * 10) / 10;
  }
}
