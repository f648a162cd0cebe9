package io.stepunit.cli;

import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.model.StateTarget;
import io.stepunit.internal.model.StateType;
import io.stepunit.internal.text.Printable;
import java.util.LinkedHashMap;
import java.util.Map;

/** Draws a definition as a flow chart in Mermaid's language. */
final class Mermaid {
  /**
   * What Mermaid, or Markdown around it, takes for its own even between quotes: entities, tags,
   * directives ({@code %%{init}%%}), Markdown and formulas, line breaks, the end of a code block.
   */
  private static final String SYNTAX = "#%{}`$\\~";

  private final StringBuilder text = new StringBuilder("flowchart TD\n");
  private final Map<String, String> ids = new LinkedHashMap<>();
  private int scopes;

  private Mermaid() {}

  static String of(StateGraph machine) {
    Mermaid mermaid = new Mermaid();
    mermaid.scope(machine, "  ");
    return mermaid.text.toString();
  }

  private void scope(StateGraph scope, String indent) {
    int number = scopes++;
    line(indent, "start%s((\" \")) --> %s".formatted(number, id(scope.startAt())));
    scope.states().values().forEach(state -> node(state, indent));
    scope.states().values().forEach(state -> edges(state, indent, "end" + number));
  }

  private void node(State state, String indent) {
    String label = quoted(state.name());
    if (state.scopes().isEmpty()) {
      line(indent, id(state.name()) + shape(state, label));
      return;
    }
    line(indent, "subgraph " + id(state.name()) + "[" + label + "]");
    state.scopes().forEach(scope -> scope(scope, indent + "  "));
    line(indent, "end");
  }

  private static String shape(State state, String label) {
    return switch (state.type()) {
      case CHOICE -> "{" + label + "}";
      case WAIT -> "[/" + label + "/]";
      case SUCCEED, FAIL -> "([" + label + "])";
      case PASS -> "(" + label + ")";
      case TASK, PARALLEL, MAP -> "[" + label + "]";
    };
  }

  private void edges(State state, String indent, String end) {
    for (StateTarget target : state.targets()) {
      line(indent, id(state.name()) + " " + target.choose(new Arrow()) + " " + id(target.state()));
    }
    // A Fail state ends the execution, not only its scope.
    if (state.ends() && state.type() != StateType.FAIL) {
      line(indent, id(state.name()) + " --> " + end + "((\" \"))");
    }
  }

  /** The arrow of a transition: dotted for errors, and labelled unless it is the only way on. */
  private static final class Arrow implements StateTarget.Cases<String> {
    @Override
    public String next(StateTarget.Next target) {
      return "-->";
    }

    @Override
    public String byDefault(StateTarget.Default target) {
      return "-->|otherwise|";
    }

    @Override
    public String byRule(StateTarget.OfRule target) {
      return "-->|" + quoted("rule " + (target.index() + 1)) + "|";
    }

    @Override
    public String byCatcher(StateTarget.OfCatcher target) {
      return "-.->|" + quoted(String.join(", ", target.catcher().errorEquals())) + "|";
    }
  }

  private void line(String indent, String line) {
    text.append(indent).append(line).append('\n');
  }

  /** Names of states are unique in a machine, and may hold what Mermaid takes for its own. */
  private String id(String state) {
    return ids.computeIfAbsent(state, name -> "s" + ids.size());
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
