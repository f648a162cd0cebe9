package io.stepunit.internal.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** In which layer each node would stand, at least: below all that lead to it. */
final class Layers {
  private final Map<String, Integer> layers = new HashMap<>();

  private Layers() {}

  static Layers of(Component component) {
    Map<String, List<String>> targets = new HashMap<>();
    component.nodes().forEach(node -> targets.put(node.id(), new ArrayList<>()));
    component.edges().forEach(edge -> ById.get(targets, edge.from()).add(edge.to()));
    Layers layers = new Layers();
    List<String> ended = new Search(targets).ended(component.nodes());
    Map<String, Integer> places = new HashMap<>();
    for (int i = ended.size() - 1; i >= 0; i--) {
      String id = ended.get(i);
      places.put(id, i);
      int layer = layers.layers.computeIfAbsent(id, any -> 0);
      for (String target : ById.get(targets, id)) {
        // An edge back to what came earlier lifts nothing.
        if (!places.containsKey(target)) {
          layers.layers.merge(target, layer + 1, Math::max);
        }
      }
    }
    return layers;
  }

  /** Over how many layers an edge leads. */
  int span(LayoutGraph.Edge edge) {
    return Math.abs(ById.get(layers, edge.to()) - ById.get(layers, edge.from()));
  }

  /** A depth-first search without recursion: a chain of states can be deeper than a stack. */
  private static final class Search {
    private final Map<String, List<String>> targets;
    private final Set<String> seen = new HashSet<>();
    private final List<String> ended = new ArrayList<>();
    private final Deque<Step> steps = new ArrayDeque<>();

    Search(Map<String, List<String>> targets) {
      this.targets = targets;
    }

    /** The ids in the order in which all that they lead to was seen. */
    List<String> ended(List<LayoutGraph.Node> nodes) {
      for (LayoutGraph.Node node : nodes) {
        enter(node.id());
        while (!steps.isEmpty()) {
          Step step = steps.peek();
          if (step.rest.hasNext()) {
            enter(step.rest.next());
          } else {
            ended.add(steps.pop().id);
          }
        }
      }
      return ended;
    }

    private void enter(String id) {
      if (seen.add(id)) {
        steps.push(new Step(id, ById.get(targets, id).iterator()));
      }
    }

    private record Step(String id, Iterator<String> rest) {}
  }
}
