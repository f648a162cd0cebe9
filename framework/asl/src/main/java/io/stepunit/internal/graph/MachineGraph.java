package io.stepunit.internal.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * The states and transitions of a machine. Their ids are JSON pointers into the definition, as the
 * coverage's keys are.
 *
 * @param nodes in the order of the definition, a frame before what it holds
 * @param edges in the order of the definition
 */
public record MachineGraph(List<Node> nodes, List<Edge> edges) {
  /** Makes a graph of copies of the lists. */
  public MachineGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * The graph of a definition.
   *
   * @param asl the whole definition, which was valid when it was loaded
   */
  public static MachineGraph of(JsonNode asl) {
    return GraphReader.read(asl);
  }

  /** The same without the starts and ends of branches and of ItemProcessors. */
  public MachineGraph withoutInnerDots() {
    return new MachineGraph(
        nodes.stream()
            .filter(node -> node.kind() == NodeKind.STATE || node.frame().isEmpty())
            .toList(),
        edges.stream().filter(edge -> !edge.isInner() || !edge.kind().isDot()).toList());
  }

  /** What a node stands for. */
  public enum NodeKind {
    START,
    STATE,
    END
  }

  /**
   * A state, or the start or end of a scope.
   *
   * @param id the state's JSON pointer; that of its scope with {@code /StartAt} or {@code /End}
   * @param name the state's name, empty for others
   * @param type the state's {@code Type}, empty for others
   * @param frame the Parallel or Map that it is in
   * @param isFrame whether it has states of its own
   */
  public record Node(
      String id,
      NodeKind kind,
      String name,
      String type,
      Optional<String> frame,
      boolean isFrame) {}

  /** What an edge stands for. */
  public enum EdgeKind {
    START,
    NEXT,
    CHOICE,
    DEFAULT,
    CATCH,
    END;

    boolean isDot() {
      return this == START || this == END;
    }
  }

  /**
   * A transition.
   *
   * @param id the key of what tests can reach: {@code /States/A/Next}, {@code /States/A/Catch/0}
   * @param label a rule, or the names of errors; empty where the transition is the only way on
   * @param isInner whether it is in a Parallel or Map
   */
  public record Edge(
      String id, EdgeKind kind, String from, String to, String label, boolean isInner) {}
}
