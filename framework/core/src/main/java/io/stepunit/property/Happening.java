package io.stepunit.property;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One time that a state happened.
 *
 * @param run which of the machine's executions, from 0; -1 for a child execution of a Map Run
 * @param position the event of the execution's history by which it began
 * @param path the state with the branches and iterations that lead to it
 * @param iterations the number of the iteration of each Map around it, by the Map's name
 * @param number the number of the call; 0 for what is no Task
 * @param input what a Task sent; empty for what is no Task
 */
record Happening(
    int run,
    long position,
    Instant at,
    String path,
    Map<String, Integer> iterations,
    int number,
    Optional<JsonNode> input) {
  /** Whether it may be what another one of the same execution is about. */
  boolean isTiedTo(Happening other) {
    boolean isOfOtherRun = run >= 0 && other.run >= 0 && run != other.run;
    return !isOfOtherRun && isInSameIterations(other);
  }

  boolean isBefore(Happening other) {
    if (run == other.run && run >= 0) {
      return position < other.position;
    }
    return number > 0 && other.number > 0 ? number < other.number : !at.isAfter(other.at);
  }

  /** Of each Map that both are in, they are in the same iteration. */
  private boolean isInSameIterations(Happening other) {
    return iterations.entrySet().stream()
        .allMatch(
            mine ->
                other
                    .iterations
                    .getOrDefault(mine.getKey(), mine.getValue())
                    .equals(mine.getValue()));
  }
}
