package io.stepunit.internal.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GraphLayoutTest {
  private final List<LayoutGraph.Node> nodes = new ArrayList<>();
  private final List<LayoutGraph.Edge> edges = new ArrayList<>();

  private void node(String id) {
    nodes.add(new LayoutGraph.Node(id, 124, 34, Optional.empty(), LayoutGraph.Rank.BETWEEN));
  }

  private void node(String id, String frame) {
    nodes.add(new LayoutGraph.Node(id, 124, 34, Optional.of(frame), LayoutGraph.Rank.BETWEEN));
  }

  private void edge(String from, String to) {
    edges.add(new LayoutGraph.Edge(from + "-" + edges.size() + "-" + to, from, to, 1));
  }

  private PlacedGraph placed() {
    return GraphLayout.place(new LayoutGraph(nodes, edges));
  }

  private PlacedGraph.Node place(PlacedGraph graph, String id) {
    return graph.nodes().stream().filter(node -> node.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void a_graph_without_nodes_is_its_margin() {
    assertThat(placed()).isEqualTo(new PlacedGraph(24, 24, List.of(), List.of()));
  }

  @Test
  void nodes_stand_below_those_that_lead_to_them() {
    node("A");
    node("B");
    edge("A", "B");

    PlacedGraph graph = placed();

    assertThat(graph.nodes())
        .containsExactly(
            new PlacedGraph.Node("A", 12, 12, 124, 34), new PlacedGraph.Node("B", 12, 70, 124, 34));
    assertThat(graph.edges().get(0).points()).containsExactly(new Point(74, 46), new Point(74, 70));
  }

  @Test
  void two_edges_between_the_same_nodes_are_apart() {
    node("A");
    node("B");
    edge("A", "B");
    edge("A", "B");

    List<PlacedGraph.Edge> placed = placed().edges();

    assertThat(placed.get(0).points()).isNotEqualTo(placed.get(1).points());
  }

  @Test
  void an_edge_may_lead_back_to_where_it_came_from() {
    node("A");
    edge("A", "A");

    assertThat(placed().edges().get(0).points()).hasSizeGreaterThan(2);
  }

  @Test
  void a_frame_has_room_for_its_title_and_for_its_branches_side_by_side() {
    node("P");
    node("Left", "P");
    node("Right", "P");

    PlacedGraph graph = placed();

    assertThat(place(graph, "P")).isEqualTo(new PlacedGraph.Node("P", 12, 12, 290, 86));
    assertThat(place(graph, "Left")).isEqualTo(new PlacedGraph.Node("Left", 24, 52, 124, 34));
    assertThat(place(graph, "Right")).isEqualTo(new PlacedGraph.Node("Right", 166, 52, 124, 34));
  }

  @Test
  void many_branches_go_on_in_rows_below() {
    node("P");
    IntStream.range(0, 20).forEach(i -> node("B" + i, "P"));

    PlacedGraph graph = placed();

    assertThat(graph.width()).isLessThan(1100);
    assertThat(place(graph, "B19").y()).isGreaterThan(place(graph, "B0").y());
  }

  @Test
  void first_and_last_nodes_stand_on_top_and_at_the_bottom() {
    node("A");
    nodes.add(new LayoutGraph.Node("end", 14, 14, Optional.empty(), LayoutGraph.Rank.LAST));
    node("B");
    nodes.add(new LayoutGraph.Node("start", 14, 14, Optional.empty(), LayoutGraph.Rank.FIRST));
    edge("start", "A");
    edge("A", "end");
    edge("A", "B");
    edge("B", "end");

    PlacedGraph graph = placed();

    assertThat(place(graph, "start").y()).isEqualTo(12);
    assertThat(place(graph, "end").y()).isGreaterThan(place(graph, "B").y());
  }

  @Test
  void all_edges_to_a_dot_end_in_its_middle() {
    nodes.add(new LayoutGraph.Node("end", 14, 14, Optional.empty(), LayoutGraph.Rank.LAST));
    for (String id : List.of("A", "B", "C")) {
      node(id);
      edge(id, "end");
    }

    PlacedGraph graph = placed();

    PlacedGraph.Node end = place(graph, "end");
    assertThat(graph.edges())
        .extracting(edge -> edge.points().get(edge.points().size() - 1))
        .containsOnly(new Point(end.x() + 7, end.y()));
  }

  @Test
  void the_same_graph_has_the_same_places() {
    IntStream.range(0, 120).forEach(i -> node("S" + i));
    IntStream.range(1, 120).forEach(i -> edge("S" + (i * 7 % i), "S" + i));
    IntStream.range(1, 120).forEach(i -> edge("S" + i, "S" + (i * 31 % 120)));

    assertThat(placed()).isEqualTo(placed());
  }

  @Test
  void a_chain_may_be_deeper_than_the_stack() {
    IntStream.range(0, 6000).forEach(i -> node("S" + i));
    IntStream.range(1, 6000).forEach(i -> edge("S" + (i - 1), "S" + i));

    assertThat(placed().nodes()).hasSize(6000);
  }

  @Test
  void edges_from_many_layers_to_one_node_share_a_lane_on_the_right() {
    IntStream.range(0, 60).forEach(i -> node("S" + i));
    node("Failed");
    IntStream.range(1, 60).forEach(i -> edge("S" + (i - 1), "S" + i));
    IntStream.range(0, 60).forEach(i -> edge("S" + i, "Failed"));

    PlacedGraph graph = placed();

    PlacedGraph.Edge first = graph.edges().get(59);
    PlacedGraph.Edge second = graph.edges().get(60);
    assertThat(first.points().get(2).x())
        .isEqualTo(second.points().get(2).x())
        .isGreaterThan(
            graph.nodes().stream()
                .mapToDouble(node -> node.x() + node.width())
                .max()
                .orElseThrow());
    assertThat(graph.width()).isLessThan(600);
    double bottom = place(graph, "S59").y();
    assertThat(place(graph, "Failed").y()).isGreaterThan(bottom);
  }

  @Test
  void an_edge_out_of_its_frame_is_refused() {
    node("P");
    node("Inner", "P");
    edge("P", "Inner");

    assertThatIllegalArgumentException()
        .isThrownBy(this::placed)
        .withMessageContaining("The edge 'P-0-Inner' must connect two nodes of the same frame");
  }
}
