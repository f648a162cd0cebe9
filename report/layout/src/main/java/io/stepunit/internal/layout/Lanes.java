package io.stepunit.internal.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Vertical lanes on the right of a block. Edges reach them between the layers. */
final class Lanes {
  private static final double SPACE = 8;

  /** How far from a layer an edge turns: nearer than those within the block. */
  private static final double TURN = 6;

  private final Block block;
  private final Map<String, PlacedGraph.Node> nodes = new HashMap<>();
  private final NavigableMap<Double, Double> layers = new TreeMap<>();
  private final List<List<Range>> lanes = new ArrayList<>();
  private final List<PlacedGraph.Edge> edges;

  Lanes(Block block) {
    this.block = block;
    edges = new ArrayList<>(block.edges());
    block.nodes().forEach(node -> nodes.put(node.id(), node));
    block.nodes().stream().sorted((a, b) -> Double.compare(a.y(), b.y())).forEach(this::addToLayer);
  }

  private void addToLayer(PlacedGraph.Node node) {
    double bottom = node.y() + node.height();
    Map.Entry<Double, Double> last = layers.lastEntry();
    if (last != null && node.y() < last.getValue()) {
      layers.put(last.getKey(), Math.max(last.getValue(), bottom));
    } else {
      layers.put(node.y(), bottom);
    }
  }

  /** Leads edges to their common target. */
  void add(String target, List<LayoutGraph.Edge> incoming) {
    PlacedGraph.Node to = ById.get(nodes, target);
    double end = layers.floorKey(to.y()) - TURN;
    double top = end;
    double bottom = end;
    for (LayoutGraph.Edge edge : incoming) {
      double start = start(ById.get(nodes, edge.from()));
      top = Math.min(top, start);
      bottom = Math.max(bottom, start);
    }
    double x = block.width() + SPACE * (1 + laneFor(new Range(top, bottom)));
    for (LayoutGraph.Edge edge : incoming) {
      PlacedGraph.Node from = ById.get(nodes, edge.from());
      double start = start(from);
      edges.add(
          new PlacedGraph.Edge(
              edge.id(),
              List.of(
                  new Point(rightPart(from), from.y() + from.height()),
                  new Point(rightPart(from), start),
                  new Point(x, start),
                  new Point(x, end),
                  new Point(rightPart(to), end),
                  new Point(rightPart(to), to.y()))));
    }
  }

  private double start(PlacedGraph.Node from) {
    return layers.floorEntry(from.y()).getValue() + TURN;
  }

  private static double rightPart(PlacedGraph.Node node) {
    return node.x() + Math.max(node.width() / 2, node.width() - 14);
  }

  private int laneFor(Range range) {
    for (int i = 0; i < lanes.size(); i++) {
      if (lanes.get(i).stream().noneMatch(range::touches)) {
        lanes.get(i).add(range);
        return i;
      }
    }
    lanes.add(new ArrayList<>(List.of(range)));
    return lanes.size() - 1;
  }

  Block block() {
    return new Block(
        block.width() + SPACE * (lanes.size() + 1), block.height(), block.nodes(), edges);
  }

  private record Range(double top, double bottom) {
    boolean touches(Range other) {
      return top <= other.bottom + SPACE && other.top <= bottom + SPACE;
    }
  }
}
