package io.stepunit.internal.recording;

import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.recording.BranchPath.Step;
import io.stepunit.internal.recording.BranchPath.StepKind;
import io.stepunit.recording.ExecutionEnd;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds where a replay first left the recorded path, and says it in words without data. */
final class PathComparison {
  private final Side recorded;
  private final Side replayed;
  private final List<Parting> partings = new ArrayList<>();

  PathComparison(Side recorded, Side replayed) {
    this.recorded = recorded;
    this.replayed = replayed;
  }

  /**
   * One of the two executions.
   *
   * @param isWhole whether it goes on to its end: a recording may be cut off, and a replay lack a
   *     result
   */
  record Side(ExecutionPath path, ExecutionEnd end, boolean isWhole) {
    Map<String, BranchPath> branches() {
      return path.branches();
    }
  }

  private record Parting(long event, String text) {}

  /** The change; empty if path and end are the same. */
  Optional<String> change() {
    Set<String> names = new LinkedHashSet<>(recorded.branches().keySet());
    names.addAll(replayed.branches().keySet());
    names.forEach(this::compare);
    Optional<String> first =
        partings.stream().min(Comparator.comparingLong(Parting::event)).map(Parting::text);
    return first.or(this::otherEnd);
  }

  private Optional<String> otherEnd() {
    if (!recorded.isWhole() || !replayed.isWhole() || recorded.end().equals(replayed.end())) {
      return Optional.empty();
    }
    return Optional.of("the execution " + ends(replayed.end()) + ", no longer " + recorded.end());
  }

  private void compare(String name) {
    BranchPath before = recorded.branches().get(name);
    BranchPath now = replayed.branches().get(name);
    if (before == null) {
      if (now != null && recorded.isWhole()) {
        onlyOne(now, recorded, "now has");
      }
      return;
    }
    if (now == null) {
      if (replayed.isWhole()) {
        onlyOne(before, replayed, "no longer has");
      }
      return;
    }
    boolean bothCutOff = !before.hasEnded() || !now.hasEnded();
    List<Step> was = before.steps();
    List<Step> is = now.steps();
    for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
      boolean stopped = i >= was.size() && (!recorded.isWhole() || bothCutOff && !isTop(name));
      boolean stops = i >= is.size() && (!replayed.isWhole() || bothCutOff && !isTop(name));
      if (stopped || stops) {
        return;
      }
      if (i >= was.size() || i >= is.size() || !was.get(i).isLike(is.get(i))) {
        long event = i < was.size() ? was.get(i).event() : is.get(i).event();
        partings.add(new Parting(event, sentence(now, was, is, i)));
        return;
      }
    }
  }

  private static boolean isTop(String name) {
    return name.isEmpty();
  }

  /** The other one did not have it although it came to the Map or Parallel, too. */
  private void onlyOne(BranchPath one, Side other, String has) {
    boolean reached =
        other.branches().values().stream()
            .flatMap(branch -> branch.steps().stream())
            .anyMatch(step -> step.state().equals(one.around()));
    if (reached && one.hasEnded() && !one.steps().isEmpty()) {
      partings.add(
          new Parting(
              one.steps().get(0).event(),
              "%s %s a branch or iteration that begins with '%s'"
                  .formatted(quoted(one.around()), has, one.steps().get(0).state())));
    }
  }

  private String sentence(BranchPath branch, List<Step> was, List<Step> is, int at) {
    Optional<Step> before = at < was.size() ? Optional.of(was.get(at)) : Optional.empty();
    Optional<Step> now = at < is.size() ? Optional.of(is.get(at)) : Optional.empty();
    String previous = at == 0 ? "" : was.get(at - 1).state();
    if (before.filter(PathComparison::isEntered).isPresent()
        && now.filter(PathComparison::isEntered).isPresent()) {
      Optional<String> moved = moved(was, is, at, previous);
      if (moved.isPresent()) {
        return moved.get();
      }
    }
    return before
            .map(step -> noLonger(branch, step, previous))
            .orElseGet(() -> ended(branch, previous))
        + ": "
        + now.map(step -> instead(before, step)).orElseGet(() -> ends(branch));
  }

  private static boolean isEntered(Step step) {
    return step.kind() == StepKind.ENTERED;
  }

  /** States that came or went, after which the path goes on as before. */
  private static Optional<String> moved(List<Step> was, List<Step> is, int at, String previous) {
    List<String> came = between(is, at, was.get(at));
    List<String> went = between(was, at, is.get(at));
    String after = previous.isEmpty() ? "before" : "between " + quoted(previous) + " and";
    if (!came.isEmpty() && went.isEmpty()) {
      String verb = came.size() == 1 ? " now comes " : " now come ";
      return Optional.of(quoted(came) + verb + after + " " + quoted(was.get(at).state()));
    }
    if (!went.isEmpty() && came.isEmpty()) {
      String verb = went.size() == 1 ? " no longer comes " : " no longer come ";
      return Optional.of(quoted(went) + verb + after + " " + quoted(is.get(at).state()));
    }
    return Optional.empty();
  }

  /** The states entered from a step on until one like another; empty if there is none. */
  private static List<String> between(List<Step> steps, int from, Step until) {
    List<String> states = new ArrayList<>();
    for (Step step : steps.subList(from, steps.size())) {
      if (step.isLike(until)) {
        return states;
      }
      if (isEntered(step)) {
        states.add(step.state());
      }
    }
    return List.of();
  }

  private static String noLonger(BranchPath branch, Step before, String previous) {
    return switch (before.kind()) {
      case ENTERED ->
          previous.isEmpty()
              ? quoted(before.state()) + " no longer begins " + branch.title()
              : quoted(before.state()) + " no longer follows " + quoted(previous);
      case FAILED -> quoted(before.state()) + " no longer fails" + with(before.error());
      case AGAIN -> quoted(before.state()) + " is no longer tried again";
      case REDRIVEN -> "the execution is no longer redriven after " + quoted(before.state());
    };
  }

  private String ended(BranchPath branch, String previous) {
    String end = branch.name().isEmpty() ? " " + recorded.end() : "";
    return branch.title() + " no longer ends" + end + " after " + quoted(previous);
  }

  private static String instead(Optional<Step> before, Step now) {
    return switch (now.kind()) {
      case ENTERED ->
          quoted(now.state())
              + (before.filter(PathComparison::isEntered).isPresent() ? " does" : " follows");
      case FAILED -> quoted(now.state()) + " fails" + with(now.error());
      case AGAIN -> quoted(now.state()) + " is tried again";
      case REDRIVEN -> "the execution is redriven";
    };
  }

  private String ends(BranchPath branch) {
    return branch.title() + " " + (branch.name().isEmpty() ? ends(replayed.end()) : "ends");
  }

  private static String ends(ExecutionEnd end) {
    return (end.status() == ExecutionStatus.RUNNING ? "is " : "ends ") + end;
  }

  private static String with(String error) {
    return error.isEmpty() ? "" : " with " + error;
  }

  private static String quoted(String state) {
    return "'" + state + "'";
  }

  private static String quoted(List<String> states) {
    return states.stream().map(PathComparison::quoted).collect(Collectors.joining(", "));
  }
}
