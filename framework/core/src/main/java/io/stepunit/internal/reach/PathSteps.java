package io.stepunit.internal.reach;

import io.stepunit.Execution;
import io.stepunit.history.Attempt;
import io.stepunit.history.CatcherInfo;
import io.stepunit.history.StateVisit;
import io.stepunit.internal.history.ExecutionRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the path that an execution took. */
public final class PathSteps {
  /** The visits of a branch or iteration, and what is inside of each. */
  private record Node(StateVisit visit, TreeMap<Integer, List<Node>> parts) {}

  /** The paths of the child executions of each Map Run, by the state and the order of the runs. */
  private final Map<String, Deque<List<List<PathStep>>>> children = new HashMap<>();

  private PathSteps() {}

  /** The path of an execution. */
  public static List<PathStep> of(ExecutionRecord run) {
    PathSteps steps = new PathSteps();
    run.mapRuns()
        .forEach(
            each ->
                steps.addRun(
                    each.description().state(),
                    each.children().values().stream().map(PathSteps::of).toList()));
    return steps.read(run.visits());
  }

  /** The path of an execution. */
  public static List<PathStep> of(Execution run) {
    PathSteps steps = new PathSteps();
    run.mapRuns()
        .forEach(
            each ->
                steps.addRun(each.state(), each.children().stream().map(PathSteps::of).toList()));
    return steps.read(run.visits());
  }

  private void addRun(String state, List<List<PathStep>> paths) {
    children.computeIfAbsent(state, name -> new ArrayDeque<>()).add(paths);
  }

  private List<PathStep> read(List<StateVisit> visits) {
    List<Node> top = new ArrayList<>();
    Map<String, Node> latest = new HashMap<>();
    for (StateVisit visit : visits) {
      Node node = new Node(visit, new TreeMap<>());
      scope(visit, top, latest).add(node);
      latest.put(visit.path(), node);
    }
    return steps(top);
  }

  /** The branch or iteration that a visit is in. */
  private static List<Node> scope(StateVisit visit, List<Node> top, Map<String, Node> latest) {
    String prefix = visit.path().substring(0, visit.path().length() - visit.name().length());
    int index = prefix.lastIndexOf('[');
    Node around = index < 0 ? null : latest.get(prefix.substring(0, index));
    return around == null
        ? top
        : around
            .parts()
            .computeIfAbsent(
                Integer.valueOf(prefix.substring(index + 1, prefix.length() - 2)),
                number -> new ArrayList<>());
  }

  private List<PathStep> steps(Collection<Node> nodes) {
    return nodes.stream().map(this::step).toList();
  }

  private PathStep step(Node node) {
    StateVisit visit = node.visit();
    List<Attempt> attempts = visit.attempts();
    List<String> errors = attempts.stream().filter(Attempt::failed).map(PathSteps::error).toList();
    Optional<CatcherInfo> catcher = visit.catcherTaken();
    boolean isLastFailed = !attempts.isEmpty() && attempts.get(attempts.size() - 1).failed();
    Deque<List<List<PathStep>>> runs = children.getOrDefault(visit.name(), new ArrayDeque<>());
    List<List<PathStep>> parts =
        new ArrayList<>(node.parts().values().stream().map(this::steps).toList());
    if (!runs.isEmpty()) {
      parts.addAll(runs.remove());
    }
    return new PathStep(
        visit.name(),
        visit.type(),
        errors,
        catcher.isPresent() || isLastFailed && visit.exitedAt().isEmpty(),
        catcher.map(it -> isLastFailed ? errors.get(errors.size() - 1) : it.errorEquals().get(0)),
        parts);
  }

  private static String error(Attempt attempt) {
    return attempt.error().filter(name -> !name.isEmpty()).orElse("an error without a name");
  }
}
