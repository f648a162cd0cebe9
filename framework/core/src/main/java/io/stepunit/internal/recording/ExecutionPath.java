package io.stepunit.internal.recording;

import io.stepunit.internal.recording.BranchPath.Step;
import io.stepunit.internal.recording.BranchPath.StepKind;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The path of an execution, branch by branch: which states it entered, which attempts failed, what
 * was tried again. Branches have names that do not depend on how many events others have.
 */
final class ExecutionPath {
  private static final Pattern SCHEDULED =
      Pattern.compile("(Task|LambdaFunction|Activity)Scheduled|(Map|Parallel)StateStarted");
  private static final Pattern FAILED =
      Pattern.compile(
          "(Task|LambdaFunction|Activity)((Schedule|Start|Submit)?Failed|TimedOut)"
              + "|EvaluationFailed|(Map|Parallel)StateFailed|MapRunFailed");

  private final Map<String, BranchPath> branches = new LinkedHashMap<>();
  private final Map<Long, String> states = new HashMap<>();
  private int transitions;
  private boolean hasMapRuns;

  private ExecutionPath() {}

  static ExecutionPath of(List<RecordedEvent> history) {
    ExecutionPath path = new ExecutionPath();
    path.add(history, HistoryBranches.of(history));
    return path;
  }

  /** The branches by their names, in the order of their start. */
  Map<String, BranchPath> branches() {
    return branches;
  }

  /** The state that an event belongs to; empty for those of the execution itself. */
  String stateAt(long event) {
    return states.getOrDefault(event, "");
  }

  /** The state transitions that AWS bills, without those of child executions. */
  int transitions() {
    return transitions;
  }

  /** Whether it started child executions, of which its history does not tell. */
  boolean hasMapRuns() {
    return hasMapRuns;
  }

  private void add(List<RecordedEvent> history, HistoryBranches split) {
    Map<HistoryBranch, BranchPath> paths = new IdentityHashMap<>();
    for (RecordedEvent event : history) {
      if (HistoryBranches.isCut(event)) {
        continue;
      }
      HistoryBranch branch = split.branchAt(event);
      BranchPath path = paths.computeIfAbsent(branch, key -> begun(key, event, paths));
      add(event, path);
      if (event.isRedrive()) {
        paths.values().forEach(BranchPath::resume);
      }
      states.put(event.position(), event.type().startsWith("Execution") ? "" : path.state());
    }
    paths.forEach((branch, path) -> path.end(branch.isJoined() || branch.hasEnded()));
  }

  private BranchPath begun(
      HistoryBranch branch, RecordedEvent first, Map<HistoryBranch, BranchPath> paths) {
    BranchPath around = branch.parent() == null ? null : paths.get(branch.parent());
    String place =
        branch.index().isPresent() ? "[" + branch.index().getAsInt() + "]" : "." + first.name();
    BranchPath path =
        around == null ? BranchPath.top() : around.branch(place, branch.index().isPresent());
    branches.put(path.name(), path);
    return path;
  }

  private void add(RecordedEvent event, BranchPath path) {
    if (event.isStateEntered()) {
      transitions++;
      path.enter(event.name(), event.position());
    } else if (SCHEDULED.matcher(event.type()).matches()) {
      transitions += path.attempt(event.position()) ? 1 : 0;
    } else if (FAILED.matcher(event.type()).matches()) {
      path.add(
          new Step(
              StepKind.FAILED, path.state(), event.text("error").orElse(""), event.position()));
    } else if (event.isRedrive()) {
      transitions++;
      path.add(new Step(StepKind.REDRIVEN, path.state(), "", event.position()));
    } else if (event.type().equals("MapRunStarted")) {
      hasMapRuns = true;
    }
  }
}
