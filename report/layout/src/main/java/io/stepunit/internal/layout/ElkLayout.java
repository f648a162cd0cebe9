package io.stepunit.internal.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** The layout of a component by the Eclipse Layout Kernel. */
final class ElkLayout {
  /** From so many nodes on, the more beautiful strategies take too long. */
  private static final int GREAT = 100;

  private static final double DOT = 20;

  private final Component component;
  private final ElkNode root = ElkGraphUtil.createGraph();
  private final Map<String, ElkNode> nodes = new HashMap<>();
  private final Map<String, ElkEdge> edges = new HashMap<>();

  ElkLayout(Component component) {
    this.component = component;
    settings();
    component.nodes().forEach(this::add);
    component.edges().forEach(this::add);
  }

  private void settings() {
    root.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
    root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(LayeredOptions.PADDING, new ElkPadding(0));
    root.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, false);
    root.setProperty(
        LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
    root.setProperty(
        LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.GREEDY_MODEL_ORDER);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE, 18.0);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 24.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 12.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 12.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 8.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 8.0);
    boolean great = component.nodes().size() >= GREAT;
    root.setProperty(
        LayeredOptions.NODE_PLACEMENT_STRATEGY,
        great ? NodePlacementStrategy.LINEAR_SEGMENTS : NodePlacementStrategy.NETWORK_SIMPLEX);
    root.setProperty(
        LayeredOptions.LAYERING_STRATEGY,
        great ? LayeringStrategy.LONGEST_PATH_SOURCE : LayeringStrategy.NETWORK_SIMPLEX);
  }

  private void add(LayoutGraph.Node node) {
    ElkNode elk = ElkGraphUtil.createNode(root);
    elk.setDimensions(node.width(), node.height());
    switch (node.rank()) {
      case FIRST ->
          elk.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.FIRST);
      case LAST -> elk.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.LAST);
      case BETWEEN -> {}
    }
    nodes.put(node.id(), elk);
  }

  private void add(LayoutGraph.Edge edge) {
    ElkEdge elk =
        ElkGraphUtil.createSimpleEdge(ById.get(nodes, edge.from()), ById.get(nodes, edge.to()));
    elk.setProperty(LayeredOptions.PRIORITY_STRAIGHTNESS, edge.weight());
    elk.setProperty(LayeredOptions.PRIORITY_SHORTNESS, edge.weight());
    elk.setProperty(LayeredOptions.PRIORITY_DIRECTION, edge.weight());
    edges.put(edge.id(), elk);
  }

  Block placed() {
    // Its constructor would look for services; all that the layout needs is this.
    LayoutMetaDataService.initElkReflect();
    new LayeredLayoutProvider().layout(root, new NullElkProgressMonitor());
    return new Block(
        root.getWidth(),
        root.getHeight(),
        component.nodes().stream().map(node -> placed(node, ById.get(nodes, node.id()))).toList(),
        component.edges().stream().map(edge -> placed(edge, ById.get(edges, edge.id()))).toList());
  }

  private static PlacedGraph.Node placed(LayoutGraph.Node node, ElkNode elk) {
    return new PlacedGraph.Node(node.id(), elk.getX(), elk.getY(), elk.getWidth(), elk.getHeight());
  }

  private PlacedGraph.Edge placed(LayoutGraph.Edge edge, ElkEdge elk) {
    ElkEdgeSection section = elk.getSections().get(0);
    List<Point> points = new ArrayList<>();
    points.add(new Point(section.getStartX(), section.getStartY()));
    for (ElkBendPoint bend : section.getBendPoints()) {
      points.add(new Point(bend.getX(), bend.getY()));
    }
    points.add(new Point(section.getEndX(), section.getEndY()));
    ElkNode target = ById.get(nodes, edge.to());
    return new PlacedGraph.Edge(
        edge.id(),
        target.getWidth() < DOT ? endingAt(target.getX() + target.getWidth() / 2, points) : points);
  }

  /** All edges to a dot end in its middle, or they would look like a brush. */
  private static List<Point> endingAt(double x, List<Point> points) {
    int last = points.size() - 1;
    List<Point> moved = new ArrayList<>(points);
    for (int i = last - 1; i <= last; i++) {
      moved.set(i, new Point(x, points.get(i).y()));
    }
    return moved;
  }
}
