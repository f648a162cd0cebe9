package io.stepunit.internal.report.gate;

import java.util.List;

/**
 * What a gate found.
 *
 * @param definitions how many definitions it looked at
 * @param shortfalls those that are not covered as far as is asked for
 * @param closed how many points of the baseline are reached by now, or gone
 */
public record GateResult(int definitions, List<Shortfall> shortfalls, int closed) {
  public GateResult {
    shortfalls = List.copyOf(shortfalls);
  }

  /** Whether all is covered as far as is asked for. */
  public boolean isPassed() {
    return shortfalls.isEmpty();
  }

  /** What is missing, for people: each definition with its holes. */
  public List<String> lines() {
    return shortfalls.stream().flatMap(shortfall -> shortfall.lines().stream()).toList();
  }
}
