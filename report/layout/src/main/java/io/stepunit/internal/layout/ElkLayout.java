package io.stepunit.internal.layout;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.ElkLayered;
import org.eclipse.elk.alg.layered.graph.LEdge;
import org.eclipse.elk.alg.layered.graph.LGraph;
import org.eclipse.elk.alg.layered.graph.LGraphUtil;
import org.eclipse.elk.alg.layered.graph.LNode;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.GraphProperties;
import org.eclipse.elk.alg.layered.options.InternalProperties;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.alg.layered.options.PortType;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.util.NullElkProgressMonitor;

/**
 * The layout of a component by the Eclipse Layout Kernel. The kernel's own graph is made directly:
 * its usual model would be copied into that, and needs EMF, which takes long to load.
 */
final class ElkLayout {
  /** From so many nodes on, the more beautiful strategies take too long. */
  private static final int GREAT = 100;

  private static final double DOT = 20;

  private final Component component;
  private final LGraph root;
  private final Map<String, LNode> nodes = new HashMap<>();
  private final Map<String, LEdge> edges = new HashMap<>();

  ElkLayout(Component component) {
    // The default values of settings are copied by what this registers.
    LayoutMetaDataService.initElkReflect();
    this.component = component;
    this.root = new LGraph();
    settings();
    component.nodes().forEach(this::add);
    component.edges().forEach(this::add);
  }

  private void settings() {
    root.setProperty(InternalProperties.GRAPH_PROPERTIES, EnumSet.noneOf(GraphProperties.class));
    root.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
    root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
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
    LNode elk = new LNode(root);
    elk.getSize().set(node.width(), node.height());
    elk.setProperty(InternalProperties.ORIGIN, node);
    elk.setProperty(InternalProperties.MODEL_ORDER, nodes.size());
    elk.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FREE);
    switch (node.rank()) {
      case FIRST ->
          elk.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.FIRST);
      case LAST -> elk.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.LAST);
      case BETWEEN -> {}
    }
    root.getLayerlessNodes().add(elk);
    nodes.put(node.id(), elk);
  }

  private void add(LayoutGraph.Edge edge) {
    LNode from = ById.get(nodes, edge.from());
    LNode to = ById.get(nodes, edge.to());
    LEdge elk = new LEdge();
    elk.setProperty(InternalProperties.ORIGIN, edge);
    elk.setProperty(InternalProperties.MODEL_ORDER, edges.size());
    elk.setProperty(LayeredOptions.PRIORITY_STRAIGHTNESS, edge.weight());
    elk.setProperty(LayeredOptions.PRIORITY_SHORTNESS, edge.weight());
    elk.setProperty(LayeredOptions.PRIORITY_DIRECTION, edge.weight());
    elk.setSource(LGraphUtil.createPort(from, null, PortType.OUTPUT, root));
    elk.setTarget(LGraphUtil.createPort(to, null, PortType.INPUT, root));
    if (from == to) {
      root.getProperty(InternalProperties.GRAPH_PROPERTIES).add(GraphProperties.SELF_LOOPS);
    }
    edges.put(edge.id(), elk);
  }

  Block placed() {
    new ElkLayered().doLayout(root, new NullElkProgressMonitor());
    KVector size = root.getActualSize();
    return new Block(
        size.x,
        size.y,
        component.nodes().stream().map(this::placed).toList(),
        component.edges().stream().map(this::placed).toList());
  }

  private PlacedGraph.Node placed(LayoutGraph.Node node) {
    KVector place = place(ById.get(nodes, node.id()).getPosition());
    return new PlacedGraph.Node(node.id(), place.x, place.y, node.width(), node.height());
  }

  /** The kernel places a graph around an origin of its own. */
  private KVector place(KVector within) {
    return new KVector(within).add(root.getOffset());
  }

  private PlacedGraph.Edge placed(LayoutGraph.Edge edge) {
    LEdge elk = ById.get(edges, edge.id());
    List<Point> points = new ArrayList<>();
    points.add(point(elk.getSource().getAbsoluteAnchor()));
    elk.getBendPoints().forEach(bend -> points.add(point(bend)));
    points.add(point(elk.getTarget().getAbsoluteAnchor()));
    LNode target = ById.get(nodes, edge.to());
    double width = target.getSize().x;
    return new PlacedGraph.Edge(
        edge.id(),
        width < DOT ? endingAt(place(target.getPosition()).x + width / 2, points) : points);
  }

  private Point point(KVector within) {
    KVector place = place(within);
    return new Point(place.x, place.y);
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
