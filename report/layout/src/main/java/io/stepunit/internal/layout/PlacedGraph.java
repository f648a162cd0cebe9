package io.stepunit.internal.layout;

import java.util.List;

/**
 * A graph with places, in pixels from the upper left corner, rounded to tenths.
 *
 * @param width of the whole
 * @param height of the whole
 * @param nodes in the order of {@link LayoutGraph#nodes}
 * @param edges in the order of {@link LayoutGraph#edges}
 */
public record PlacedGraph(double width, double height, List<Node> nodes, List<Edge> edges) {
  /** Makes a graph of copies of the lists. */
  public PlacedGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** A node; {@code x} and {@code y} are its upper left corner. */
  public record Node(String id, double x, double y, double width, double height) {}

  /**
   * An edge.
   *
   * @param points from the border of the one node to that of the other; neighbours differ in {@code
   *     x} or in {@code y}, never in both
   */
  public record Edge(String id, List<Point> points) {
    /** Makes an edge of a copy of the points. */
    public Edge {
      points = List.copyOf(points);
    }
  }
}
