package io.stepunit.internal.report.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.graph.MachineGraph;
import io.stepunit.internal.layout.GraphLayout;
import io.stepunit.internal.layout.LayoutGraph;
import io.stepunit.internal.layout.PlacedGraph;
import io.stepunit.internal.layout.Point;
import io.stepunit.internal.layout.TextWidths;
import io.stepunit.internal.text.Printable;

/**
 * A machine with places.
 *
 * @param machine without the starts and ends inside of frames
 * @param places of the same nodes and edges, in the same order
 */
public record PlacedMachine(MachineGraph machine, PlacedGraph places) {
  private static final double NODE_HEIGHT = 34;
  private static final double LEAST_NODE_WIDTH = 112;

  /** For the icons on both sides of the name. */
  private static final double BESIDE_NAME = 72;

  private static final double NAME_SIZE = 13;
  private static final double DOT = 14;

  /**
   * Finds the places for a definition.
   *
   * @param asl the whole definition, which was valid when it was loaded
   */
  public static PlacedMachine of(JsonNode asl) {
    return of(MachineGraph.of(asl));
  }

  /** Finds the places for a machine. */
  public static PlacedMachine of(MachineGraph machine) {
    MachineGraph drawn = machine.withoutInnerDots();
    LayoutGraph graph =
        new LayoutGraph(
            drawn.nodes().stream().map(PlacedMachine::sized).toList(),
            drawn.edges().stream().map(PlacedMachine::weighed).toList());
    return new PlacedMachine(drawn, GraphLayout.place(graph));
  }

  private static LayoutGraph.Node sized(MachineGraph.Node node) {
    return switch (node.kind()) {
      case START -> new LayoutGraph.Node(node.id(), DOT, DOT, node.frame(), LayoutGraph.Rank.FIRST);
      case END -> new LayoutGraph.Node(node.id(), DOT, DOT, node.frame(), LayoutGraph.Rank.LAST);
      case STATE ->
          new LayoutGraph.Node(
              node.id(), width(node.name()), NODE_HEIGHT, node.frame(), LayoutGraph.Rank.BETWEEN);
    };
  }

  private static double width(String name) {
    double text = TextWidths.of(NodeName.cut(Printable.line(name)), NAME_SIZE);
    // Even, so that the middle of a node is a whole pixel.
    return Math.max(LEAST_NODE_WIDTH, 2 * Math.ceil((BESIDE_NAME + text) / 2));
  }

  /** What usually happens is a straight line, errors go around it. */
  private static LayoutGraph.Edge weighed(MachineGraph.Edge edge) {
    int weight =
        switch (edge.kind()) {
          case START, NEXT -> 10;
          case CHOICE, DEFAULT -> 4;
          case END -> 2;
          case CATCH -> 1;
        };
    return new LayoutGraph.Edge(edge.id(), edge.from(), edge.to(), weight);
  }

  /**
   * As the page gets it: {@code {"width", "height", "nodes": [{"id", …}], "edges": [{"id", …}]}}.
   */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("width", number(places.width()));
    json.set("height", number(places.height()));
    ArrayNode nodes = json.putArray("nodes");
    for (int i = 0; i < machine.nodes().size(); i++) {
      nodes.add(json(machine.nodes().get(i), places.nodes().get(i)));
    }
    ArrayNode edges = json.putArray("edges");
    for (int i = 0; i < machine.edges().size(); i++) {
      edges.add(json(machine.edges().get(i), places.edges().get(i)));
    }
    return json;
  }

  private static ObjectNode json(MachineGraph.Node node, PlacedGraph.Node place) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", node.id());
    switch (node.kind()) {
      case STATE -> json.put("name", node.name()).put("type", node.type());
      case START -> json.put("type", "START");
      case END -> json.put("type", "END");
    }
    json.set("x", number(place.x()));
    json.set("y", number(place.y()));
    json.set("width", number(place.width()));
    json.set("height", number(place.height()));
    node.frame().ifPresent(frame -> json.put("parent", frame));
    if (node.isFrame()) {
      json.put("frame", true);
    }
    return json;
  }

  private static ObjectNode json(MachineGraph.Edge edge, PlacedGraph.Edge place) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", edge.id())
            .put("from", edge.from())
            .put("to", edge.to())
            .put("kind", edge.kind().name());
    ArrayNode points = json.putArray("points");
    for (Point point : place.points()) {
      points.addArray().add(number(point.x())).add(number(point.y()));
    }
    if (!edge.label().isEmpty()) {
      json.put("label", edge.label());
    }
    return json;
  }

  /** Whole numbers without {@code .0}. */
  private static JsonNode number(double pixels) {
    return pixels == Math.rint(pixels)
        ? JsonNodeFactory.instance.numberNode((int) pixels)
        : JsonNodeFactory.instance.numberNode(pixels);
  }
}
