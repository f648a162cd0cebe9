package io.stepunit.internal.report.svg;

import io.stepunit.internal.graph.GraphMarks;
import io.stepunit.internal.graph.GraphMarks.StateMark;
import io.stepunit.internal.graph.GraphMarks.Status;
import io.stepunit.internal.graph.MachineGraph;
import io.stepunit.internal.graph.MachineGraph.EdgeKind;
import java.util.Locale;
import java.util.Optional;

/** How nodes and edges look by what was reached. */
interface SvgLook {
  /** Of a node: its class, and what stands beside its name. */
  record NodeLook(String kind, Optional<Status> status, String count, String pill) {}

  NodeLook of(MachineGraph.Node node);

  /** The class of an edge. */
  String of(MachineGraph.Edge edge);

  /** Whether an edge was taken, and is drawn over the others. */
  boolean isTaken(MachineGraph.Edge edge);

  static SvgLook of(GraphMarks marks) {
    if (marks instanceof GraphMarks.Heat heat) {
      return new Heat(heat);
    }
    return marks instanceof GraphMarks.Course course ? new Course(course) : new Plain();
  }

  private static String catching(MachineGraph.Edge edge, String kind) {
    return edge.kind() == EdgeKind.CATCH ? kind + " catch" : kind;
  }

  /** The machine alone. */
  record Plain() implements SvgLook {
    @Override
    public NodeLook of(MachineGraph.Node node) {
      return new NodeLook("plain", Optional.empty(), "", "");
    }

    @Override
    public String of(MachineGraph.Edge edge) {
      return catching(edge, "plain");
    }

    @Override
    public boolean isTaken(MachineGraph.Edge edge) {
      return edge.kind() != EdgeKind.CATCH;
    }
  }

  /** How often tests reached what. */
  record Heat(GraphMarks.Heat marks) implements SvgLook {
    @Override
    public NodeLook of(MachineGraph.Node node) {
      long count = marks.counts().getOrDefault(node.id(), 0L);
      String kind =
          count == 0 ? "never" : count < 4 ? "h1" : count < 12 ? "h2" : count < 24 ? "h3" : "h4";
      return new NodeLook(kind, Optional.empty(), Long.toString(count), "");
    }

    @Override
    public String of(MachineGraph.Edge edge) {
      long count = count(edge);
      String width = count < 4 ? "w1" : count < 12 ? "w2" : "w3";
      return catching(edge, count == 0 ? "nevertaken" : "heat " + width);
    }

    @Override
    public boolean isTaken(MachineGraph.Edge edge) {
      return count(edge) > 0;
    }

    /** Nobody counts the ways from the start and to the end: they are those of their states. */
    private long count(MachineGraph.Edge edge) {
      String key =
          switch (edge.kind()) {
            case START -> edge.to();
            case END -> edge.from();
            case NEXT, CHOICE, DEFAULT, CATCH -> edge.id();
          };
      return marks.counts().getOrDefault(key, 0L);
    }
  }

  /** What one execution did. */
  record Course(GraphMarks.Course marks) implements SvgLook {
    @Override
    public NodeLook of(MachineGraph.Node node) {
      StateMark mark = marks.states().get(node.id());
      if (mark == null) {
        return new NodeLook("unreached", Optional.empty(), "", "");
      }
      String kind = mark.status().name().toLowerCase(Locale.ROOT);
      return new NodeLook(
          mark.failed() > 0 ? kind + " failures" : kind,
          Optional.of(mark.status()),
          "",
          pill(mark));
    }

    private static String pill(StateMark mark) {
      if (mark.iterations() > 0) {
        return mark.iterations() - mark.failed() + " of " + mark.iterations();
      }
      return mark.attempts() > 1 ? "×" + mark.attempts() : "";
    }

    @Override
    public String of(MachineGraph.Edge edge) {
      return catching(edge, isTaken(edge) ? "taken" : "untaken");
    }

    @Override
    public boolean isTaken(MachineGraph.Edge edge) {
      return marks.taken().containsKey(edge.id());
    }
  }
}
