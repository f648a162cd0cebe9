package io.stepunit.internal.recording;

import java.util.ArrayList;
import java.util.List;

/**
 * The path of one branch of an execution: of its top, a branch of a Parallel or an iteration of a
 * Map.
 */
final class BranchPath {
  private final String name;
  private final String around;
  private final boolean iteration;
  private final List<Step> steps = new ArrayList<>();
  private String state = "";
  private int attempts;
  private int forks;
  private boolean ended;

  private BranchPath(String name, String around, boolean iteration) {
    this.name = name;
    this.around = around;
    this.iteration = iteration;
  }

  /** What can happen in a branch. */
  enum StepKind {
    ENTERED,
    FAILED,
    AGAIN,
    REDRIVEN
  }

  /**
   * Something that happened in a branch.
   *
   * @param state the state that was entered, failed or is tried again
   * @param error the error name of a failure; empty where there is none
   * @param event the position of its event
   */
  record Step(StepKind kind, String state, String error, long event) {
    boolean isLike(Step other) {
      return kind == other.kind && state.equals(other.state) && error.equals(other.error);
    }
  }

  static BranchPath top() {
    return new BranchPath("", "", false);
  }

  BranchPath branch(String place, boolean isIteration) {
    return new BranchPath(name + "/" + state + "#" + forks + place, state, isIteration);
  }

  /** A name that the same branch has in each execution. */
  String name() {
    return name;
  }

  /** The Map or Parallel that the branch is in; empty at the top. */
  String around() {
    return around;
  }

  /** What it is called in sentences. */
  String title() {
    if (name.isEmpty()) {
      return "the execution";
    }
    return (iteration ? "an iteration of '" : "a branch of '") + around + "'";
  }

  /** The state that the branch is in, or was in last. */
  String state() {
    return state;
  }

  List<Step> steps() {
    return steps;
  }

  /** Whether it came to its end, rather than being cut off by another one's failure. */
  boolean hasEnded() {
    return ended;
  }

  void enter(String entered, long event) {
    state = entered;
    attempts = 0;
    steps.add(new Step(StepKind.ENTERED, entered, "", event));
  }

  /** Adds an attempt, and tells whether it is not the first one. */
  boolean attempt(long event) {
    attempts++;
    forks++;
    if (attempts == 1) {
      return false;
    }
    steps.add(new Step(StepKind.AGAIN, state, "", event));
    return true;
  }

  void add(Step step) {
    steps.add(step);
  }

  /** The first attempt after a redrive is no retry. */
  void resume() {
    attempts = 0;
  }

  void end(boolean cameToItsEnd) {
    ended = cameToItsEnd;
  }
}
