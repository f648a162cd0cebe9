package io.stepunit.internal.graph;

import io.stepunit.internal.graph.GraphMarks.StateMark;
import io.stepunit.internal.graph.MachineGraph.Edge;
import io.stepunit.internal.graph.MachineGraph.EdgeKind;
import io.stepunit.internal.graph.MachineGraph.Node;
import io.stepunit.internal.graph.MachineGraph.NodeKind;
import io.stepunit.internal.text.Printable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws a machine as a flow chart in Mermaid's language. */
public final class Mermaid {
  /**
   * What Mermaid, or Markdown around it, takes for its own even between quotes: entities, tags,
   * directives ({@code %%{init}%%}), Markdown and formulas, line breaks, the end of a code block.
   */
  private static final String SYNTAX = "#%{}`$\\~";

  /** The colours of the report, which are legible on light and on dark pages. */
  private static final List<String> CLASSES =
      List.of(
          "succeeded fill:#e0f4ee,stroke:#0b7560,color:#1a1e24",
          "caught fill:#fff1d6,stroke:#8f5600,color:#1a1e24",
          "failed fill:#fdebec,stroke:#bd2a38,color:#1a1e24",
          "running fill:#e4eefd,stroke:#1d62c9,color:#1a1e24",
          "aborted fill:#f1ecf8,stroke:#6b5390,color:#1a1e24",
          "unreached fill:#ffffff,stroke:#7f8996,color:#58616e,stroke-dasharray:3 3");

  private static final String DOT = "((\" \"))";

  private final MachineGraph graph;
  private final Optional<GraphMarks.Course> course;
  private final Map<String, Node> nodes = new HashMap<>();

  /** The number of the scope that a start or an end belongs to. */
  private final Map<String, Integer> scopes = new HashMap<>();

  private final StringBuilder text = new StringBuilder("flowchart TD\n");
  private final Map<String, String> ids = new LinkedHashMap<>();
  private final List<Edge> links = new ArrayList<>();

  private Mermaid(MachineGraph graph, Optional<GraphMarks.Course> course) {
    this.graph = graph;
    this.course = course;
    int number = 0;
    for (Node node : graph.nodes()) {
      nodes.put(node.id(), node);
      if (node.kind() == NodeKind.START) {
        scopes.put(node.id(), number);
        scopes.put(node.id().replaceFirst("/StartAt$", "/End"), number++);
      }
    }
  }

  /** A machine alone. */
  public static String of(MachineGraph machine) {
    return new Mermaid(machine, Optional.empty()).drawn();
  }

  /** A machine with what an execution did in it: states by their outcome, its way in bold. */
  public static String of(MachineGraph machine, GraphMarks.Course course) {
    return new Mermaid(machine, Optional.of(course)).drawn();
  }

  private String drawn() {
    inside(Optional.empty(), "  ");
    course.ifPresent(this::mark);
    return text.toString();
  }

  private void inside(Optional<String> frame, String indent) {
    for (Edge edge : graph.edges()) {
      if (edge.kind() == EdgeKind.START && frameOf(edge).equals(frame)) {
        link(edge, indent);
      }
    }
    for (Node node : graph.nodes()) {
      if (node.kind() == NodeKind.STATE && node.frame().equals(frame)) {
        state(node, indent);
      }
    }
    for (Edge edge : graph.edges()) {
      if (edge.kind() != EdgeKind.START && frameOf(edge).equals(frame)) {
        link(edge, indent);
      }
    }
  }

  private Optional<String> frameOf(Edge edge) {
    return node(edge.from()).frame();
  }

  private Node node(String id) {
    return Objects.requireNonNull(nodes.get(id));
  }

  private void state(Node node, String indent) {
    String label = quoted(node.name() + attempts(node));
    if (!node.isFrame()) {
      line(indent, id(node) + shape(node, label));
      return;
    }
    line(indent, "subgraph " + id(node) + "[" + label + "]");
    inside(Optional.of(node.id()), indent + "  ");
    line(indent, "end");
  }

  private String attempts(Node node) {
    return course
        .flatMap(done -> Optional.ofNullable(done.states().get(node.id())))
        .filter(mark -> mark.attempts() > 1)
        .map(mark -> " ×" + mark.attempts())
        .orElse("");
  }

  private static String shape(Node node, String label) {
    return switch (node.type()) {
      case "Choice" -> "{" + label + "}";
      case "Wait" -> "[/" + label + "/]";
      case "Succeed", "Fail" -> "([" + label + "])";
      case "Pass" -> "(" + label + ")";
      default -> "[" + label + "]";
    };
  }

  private void link(Edge edge, String indent) {
    // A Fail state ends the execution, not only its scope.
    if (edge.kind() == EdgeKind.END && node(edge.from()).type().equals("Fail")) {
      return;
    }
    line(indent, id(node(edge.from())) + " " + arrow(edge) + " " + id(node(edge.to())));
    links.add(edge);
  }

  /** Dotted for errors, and labelled unless it is the only way on. */
  private static String arrow(Edge edge) {
    return switch (edge.kind()) {
      case START, NEXT, END -> "-->";
      case DEFAULT -> "-->|otherwise|";
      case CHOICE -> "-->|" + quoted(edge.label()) + "|";
      case CATCH -> "-.->|" + quoted(edge.label()) + "|";
    };
  }

  private void mark(GraphMarks.Course done) {
    CLASSES.forEach(style -> line("  ", "classDef " + style));
    Map<String, List<String>> members = new TreeMap<>();
    for (Node node : graph.nodes()) {
      if (node.kind() == NodeKind.STATE) {
        StateMark mark = done.states().get(node.id());
        String style = mark == null ? "unreached" : mark.status().name().toLowerCase(Locale.ROOT);
        members.computeIfAbsent(style, any -> new ArrayList<>()).add(id(node));
      }
    }
    members.forEach(
        (style, states) -> line("  ", "class " + String.join(",", states) + " " + style));
    String taken =
        IntStream.range(0, links.size())
            .filter(i -> done.taken().containsKey(links.get(i).id()))
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(","));
    if (!taken.isEmpty()) {
      line("  ", "linkStyle " + taken + " stroke-width:3px");
    }
  }

  private void line(String indent, String line) {
    text.append(indent).append(line).append('\n');
  }

  /** Names of states may hold what Mermaid takes for its own. */
  private String id(Node node) {
    return switch (node.kind()) {
      case START -> "start" + scopes.get(node.id()) + DOT;
      case END -> "end" + scopes.get(node.id()) + DOT;
      case STATE -> ids.computeIfAbsent(node.id(), any -> "s" + ids.size());
    };
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : Printable.line(text).toCharArray()) {
      switch (c) {
        case '&' -> quoted.append("#amp;");
        case '"' -> quoted.append("#quot;");
        case '<' -> quoted.append("#lt;");
        case '>' -> quoted.append("#gt;");
        default -> quoted.append(SYNTAX.indexOf(c) < 0 ? String.valueOf(c) : "#" + (int) c + ";");
      }
    }
    return quoted.append('"').toString();
  }
}
