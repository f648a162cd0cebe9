package io.stepunit.internal.report.graph;

import io.stepunit.internal.graph.MachineGraph;
import io.stepunit.internal.layout.PlacedGraph;
import io.stepunit.internal.layout.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What has to hold of each layout, so that it can be read. */
final class LayoutRules {
  private final PlacedMachine placed;
  private final Map<String, PlacedGraph.Node> places = new HashMap<>();
  private final Map<String, Optional<String>> frames = new HashMap<>();
  private final List<String> broken = new ArrayList<>();

  private LayoutRules(PlacedMachine placed) {
    this.placed = placed;
    placed.places().nodes().forEach(node -> places.put(node.id(), node));
    placed.machine().nodes().forEach(node -> frames.put(node.id(), node.frame()));
  }

  /** The rules that a layout breaks. */
  static List<String> brokenBy(PlacedMachine placed) {
    LayoutRules rules = new LayoutRules(placed);
    rules.nodes();
    rules.edges();
    return rules.broken;
  }

  private void nodes() {
    List<MachineGraph.Node> nodes = placed.machine().nodes();
    for (int i = 0; i < nodes.size(); i++) {
      PlacedGraph.Node place = place(nodes.get(i).id());
      if (place.x() < 0
          || place.y() < 0
          || place.x() + place.width() > placed.places().width()
          || place.y() + place.height() > placed.places().height()) {
        broken.add(place + " stands out of the picture");
      }
      nodes
          .get(i)
          .frame()
          .filter(frame -> !contains(place(frame), place))
          .ifPresent(frame -> broken.add(place + " stands out of its frame " + place(frame)));
      for (int j = 0; j < i; j++) {
        PlacedGraph.Node other = place(nodes.get(j).id());
        if (nodes.get(i).frame().equals(nodes.get(j).frame()) && overlap(place, other)) {
          broken.add(place + " overlaps " + other);
        }
      }
    }
  }

  private void edges() {
    for (int i = 0; i < placed.machine().edges().size(); i++) {
      MachineGraph.Edge edge = placed.machine().edges().get(i);
      List<Point> points = placed.places().edges().get(i).points();
      if (!isOnBorder(points.get(0), place(edge.from()))) {
        broken.add(edge.id() + " does not begin at its state: " + points);
      }
      if (!isOnBorder(points.get(points.size() - 1), place(edge.to()))) {
        broken.add(edge.id() + " does not end at its state: " + points);
      }
      for (int j = 1; j < points.size(); j++) {
        line(edge, points.get(j - 1), points.get(j));
      }
    }
  }

  private void line(MachineGraph.Edge edge, Point from, Point to) {
    if (from.x() != to.x() && from.y() != to.y()) {
      broken.add(edge.id() + " has a slanting line: " + from + " " + to);
    }
    for (PlacedGraph.Node node : places.values()) {
      if (frames.get(node.id()).equals(frames.get(edge.from())) && crosses(from, to, node)) {
        broken.add(edge.id() + " crosses " + node);
      }
    }
  }

  private PlacedGraph.Node place(String id) {
    return Objects.requireNonNull(places.get(id));
  }

  private static boolean contains(PlacedGraph.Node frame, PlacedGraph.Node node) {
    return frame.x() < node.x()
        && frame.y() < node.y()
        && node.x() + node.width() < frame.x() + frame.width()
        && node.y() + node.height() < frame.y() + frame.height();
  }

  private static boolean overlap(PlacedGraph.Node a, PlacedGraph.Node b) {
    return a.x() < b.x() + b.width()
        && b.x() < a.x() + a.width()
        && a.y() < b.y() + b.height()
        && b.y() < a.y() + a.height();
  }

  private static boolean isOnBorder(Point point, PlacedGraph.Node node) {
    boolean within =
        point.x() >= node.x()
            && point.x() <= right(node)
            && point.y() >= node.y()
            && point.y() <= bottom(node);
    boolean onSide = isSame(point.x(), node.x()) || isSame(point.x(), right(node));
    return within && (onSide || isSame(point.y(), node.y()) || isSame(point.y(), bottom(node)));
  }

  private static boolean crosses(Point from, Point to, PlacedGraph.Node node) {
    return Math.min(from.x(), to.x()) < right(node)
        && Math.max(from.x(), to.x()) > node.x()
        && Math.min(from.y(), to.y()) < bottom(node)
        && Math.max(from.y(), to.y()) > node.y();
  }

  private static double right(PlacedGraph.Node node) {
    return Math.rint((node.x() + node.width()) * 10) / 10;
  }

  private static double bottom(PlacedGraph.Node node) {
    return Math.rint((node.y() + node.height()) * 10) / 10;
  }

  private static boolean isSame(double a, double b) {
    return Math.abs(a - b) < 0.05;
  }
}
