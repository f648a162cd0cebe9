package io.stepunit.internal.report.svg;

import io.stepunit.internal.graph.GraphMarks.Status;
import io.stepunit.internal.graph.MachineGraph;
import io.stepunit.internal.graph.MachineGraph.NodeKind;
import io.stepunit.internal.layout.PlacedGraph;
import io.stepunit.internal.layout.TextWidths;
import io.stepunit.internal.report.graph.NodeName;
import io.stepunit.internal.report.graph.PlacedMachine;
import io.stepunit.internal.report.svg.SvgLook.NodeLook;
import io.stepunit.internal.text.Printable;

/** The nodes and edges of one picture. */
final class SvgPicture {
  private final SvgText svg;
  private final PlacedMachine placed;
  private final SvgLook look;

  SvgPicture(SvgText svg, PlacedMachine placed, SvgLook look) {
    this.svg = svg;
    this.placed = placed;
    this.look = look;
  }

  void draw() {
    nodes(true);
    edges(false);
    edges(true);
    nodes(false);
  }

  /** Frames lie below edges, all else above. */
  private void nodes(boolean frames) {
    for (int i = 0; i < placed.machine().nodes().size(); i++) {
      MachineGraph.Node node = placed.machine().nodes().get(i);
      if (node.isFrame() == frames) {
        if (node.kind() == NodeKind.STATE) {
          state(node, placed.places().nodes().get(i));
        } else {
          dot(node, placed.places().nodes().get(i));
        }
      }
    }
  }

  private void edges(boolean taken) {
    for (int i = 0; i < placed.machine().edges().size(); i++) {
      MachineGraph.Edge edge = placed.machine().edges().get(i);
      if (look.isTaken(edge) == taken) {
        EdgePath path = new EdgePath(placed.places().edges().get(i).points());
        svg.open("g", "class", look.of(edge));
        if (!edge.label().isEmpty()) {
          svg.text("title", edge.label());
        }
        svg.empty("path", "class", "line", "d", path.line());
        svg.empty("path", "class", "arrow", "d", path.arrow());
        svg.close("g");
      }
    }
  }

  private void dot(MachineGraph.Node node, PlacedGraph.Node place) {
    double radius = place.width() / 2;
    boolean isEnd = node.kind() == NodeKind.END;
    if (isEnd) {
      circle("ring", place.x() + radius, place.y() + radius, radius - 0.75);
    }
    circle("dot", place.x() + radius, place.y() + radius, isEnd ? radius - 3.5 : radius - 0.5);
  }

  private void circle(String kind, double x, double y, double radius) {
    svg.empty(
        "circle",
        "class",
        kind,
        "cx",
        SvgText.number(x),
        "cy",
        SvgText.number(y),
        "r",
        SvgText.number(radius));
  }

  private void state(MachineGraph.Node node, PlacedGraph.Node place) {
    NodeLook looks = look.of(node);
    svg.open("g", "class", node.isFrame() ? "frame " + looks.kind() : looks.kind());
    svg.text("title", node.name());
    rect("box", place.x(), place.y(), place.width(), place.height(), node.isFrame() ? 10 : 8);
    SvgIcons.ofType(node.type()).draw(svg, place.x() + 10, place.y() + 9, 1);
    text(
        "name",
        NodeName.cut(Printable.line(node.name())),
        place.x() + 34,
        place.y() + 21.5,
        "start");
    double right = place.x() + place.width();
    if (!looks.count().isEmpty()) {
      text("count", looks.count(), right - 12, place.y() + 21.5, "end");
    }
    looks.status().ifPresent(status -> sign(status, right - 19, place.y() + 17));
    if (!looks.pill().isEmpty()) {
      pill(looks.pill(), right - 32, place.y());
    }
    svg.close("g");
  }

  private void sign(Status status, double x, double y) {
    svg.open("g", "class", "s");
    circle("disc", x, y, 9);
    SvgIcons.of(status).draw(svg, x - 7, y - 7, 0.875);
    svg.close("g");
  }

  private void pill(String words, double right, double y) {
    double width = 12 + TextWidths.of(words, 11);
    rect("p", right - width, y - 8, width, 16, 8);
    text("pill", words, right - width / 2, y + 4, "middle");
  }

  private void rect(String kind, double x, double y, double width, double height, int round) {
    svg.empty(
        "rect",
        "class",
        kind,
        "x",
        SvgText.number(x),
        "y",
        SvgText.number(y),
        "width",
        SvgText.number(width),
        "height",
        SvgText.number(height),
        "rx",
        Integer.toString(round));
  }

  private void text(String kind, String words, double x, double y, String anchor) {
    svg.text(
        "text",
        words,
        "class",
        kind,
        "x",
        SvgText.number(x),
        "y",
        SvgText.number(y),
        "text-anchor",
        anchor);
  }
}
