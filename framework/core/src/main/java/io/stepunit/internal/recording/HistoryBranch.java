package io.stepunit.internal.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A branch in a history: the states at the top of the machine, in a branch of a Parallel, or in an
 * iteration of a Map.
 */
final class HistoryBranch {
  private static final Set<String> COMPOSITES = Set.of("Map", "Parallel");

  private final String key;
  private final @Nullable HistoryBranch parent;
  private final @Nullable RecordedEvent started;
  private final OptionalInt index;
  private final List<RecordedEvent> events;
  private String state = "";
  private String composite = "";
  private boolean failed;

  HistoryBranch(
      String key,
      @Nullable HistoryBranch parent,
      @Nullable RecordedEvent started,
      OptionalInt index,
      List<RecordedEvent> events) {
    this.key = key;
    this.parent = parent;
    this.started = started;
    this.index = index;
    this.events = events;
  }

  String key() {
    return key;
  }

  @Nullable HistoryBranch parent() {
    return parent;
  }

  /** The event that forked the branch. */
  @Nullable RecordedEvent started() {
    return started;
  }

  /** The iteration's index; none in a branch of a Parallel and at the top. */
  OptionalInt index() {
    return index;
  }

  List<RecordedEvent> events() {
    return events;
  }

  /** The indexes of the Map iterations around the branch's states, outermost first. */
  List<Integer> iterations() {
    List<Integer> path = parent == null ? new ArrayList<>() : parent.iterations();
    index.ifPresent(path::add);
    return path;
  }

  /** The state that the branch is in, or was in last. */
  String state() {
    return state;
  }

  boolean isIn(String name) {
    return state.equals(name);
  }

  /** Whether the branch is in a Map or Parallel that has not failed. */
  boolean hasOpen(String kind) {
    return composite.equals(kind) && !failed;
  }

  /** A Map or Parallel that had failed resumes. */
  void redriven() {
    failed = false;
  }

  /** Adds an event and returns its place in the branch. */
  int add(RecordedEvent event) {
    if (event.isStateEntered()) {
      state = event.name();
      String kind = event.type().substring(0, event.type().indexOf("StateEntered"));
      composite = COMPOSITES.contains(kind) ? kind : "";
      failed = false;
    } else if (event.isStateExited()) {
      composite = "";
    } else if (event.type().endsWith("StateFailed")) {
      failed = true;
    }
    events.add(event);
    return events.size() - 1;
  }

  /** Whether the branch came to an end of its own, rather than being cut off. */
  boolean hasEnded() {
    String last = events.get(events.size() - 1).type();
    boolean leftItsLastState = last.endsWith("StateExited") && index.isEmpty();
    return leftItsLastState
        || last.equals("MapIterationSucceeded")
        || last.equals("FailStateEntered")
        || last.endsWith("Failed")
        || last.endsWith("TimedOut")
        || last.startsWith("Execution");
  }

  /** Whether the Map or Parallel around the branch went on because all its branches had ended. */
  boolean isJoined() {
    if (parent == null || started == null) {
      return true;
    }
    int next = parent.events().indexOf(started) + 1;
    return next < parent.events().size()
        && parent.events().get(next).type().endsWith("StateSucceeded");
  }
}
