package io.stepunit.internal.coverage;

import java.util.Optional;

/**
 * Something in a definition that a test can reach.
 *
 * @param key a JSON pointer into the definition, with a part such as {@code #true} behind it where
 *     there are several at one place
 * @param kind what is counted
 * @param pointer the JSON pointer of what it stands for in the definition
 * @param state the JSON pointer of the state that it belongs to, {@code ""} for the machine's own
 * @param target the JSON pointer of the state that a transition leads to
 * @param unreachable why no execution can reach it
 */
public record CoveragePoint(
    String key,
    PointKind kind,
    String pointer,
    String state,
    Optional<String> target,
    Optional<String> unreachable) {
  static CoveragePoint of(PointKind kind, String pointer, String state) {
    return new CoveragePoint(pointer, kind, pointer, state, Optional.empty(), Optional.empty());
  }

  CoveragePoint at(String outcome) {
    return new CoveragePoint(pointer + outcome, kind, pointer, state, target, unreachable);
  }

  CoveragePoint to(String targetState) {
    return new CoveragePoint(key, kind, pointer, state, Optional.of(targetState), unreachable);
  }

  CoveragePoint unreachable(Optional<String> reason) {
    return new CoveragePoint(key, kind, pointer, state, target, reason);
  }

  /** Whether an execution can reach it, as far as the definition tells. */
  public boolean isReachable() {
    return unreachable.isEmpty();
  }

  /** Whether it is a way from one state to another: a Catcher is one too. */
  public boolean isTransition() {
    return kind == PointKind.TRANSITION || kind == PointKind.CATCHER;
  }
}
