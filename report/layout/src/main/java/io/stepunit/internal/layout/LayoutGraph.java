package io.stepunit.internal.layout;

import java.util.List;
import java.util.Optional;

/**
 * A graph whose nodes have sizes but no places yet.
 *
 * @param nodes the order decides what stands on top and on the left
 * @param edges between nodes of the same frame
 */
public record LayoutGraph(List<Node> nodes, List<Edge> edges) {
  /** Makes a graph of copies of the lists. */
  public LayoutGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * A node. One that others name as their {@link #frame} grows until they fit.
   *
   * @param id unique among the nodes
   * @param width in pixels; of a frame the least
   * @param height in pixels; of a frame the least
   * @param frame the id of the node around it
   * @param rank where in its frame it stands
   */
  public record Node(String id, double width, double height, Optional<String> frame, Rank rank) {}

  /** Where in its frame a node stands. */
  public enum Rank {
    /** Above all others. */
    FIRST,
    /** Where its edges put it. */
    BETWEEN,
    /** Below all others. */
    LAST
  }

  /**
   * An edge.
   *
   * @param id unique among the edges
   * @param from the id of the node that it leaves
   * @param to the id of the node that it reaches
   * @param weight how much it should be short and straight, from 1
   */
  public record Edge(String id, String from, String to, int weight) {}
}
