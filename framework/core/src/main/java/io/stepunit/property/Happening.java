package io.stepunit.property;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One time that a state happened.
 *
 * @param run which of the machine's executions, from 0; -1 for a child execution of a Map Run
 * @param position the event of the execution's history by which it began
 * @param path the state with the branches and iterations that lead to it
 * @param number the number of the call; 0 for what is no Task
 * @param input what a Task sent; empty for what is no Task
 */
record Happening(
    int run, long position, Instant at, String path, int number, Optional<JsonNode> input) {
  private static final Pattern SCOPE = Pattern.compile("([^/]*)\\[(\\d+)]/");

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
    Matcher mine = SCOPE.matcher(path);
    Matcher others = SCOPE.matcher(other.path);
    while (mine.lookingAt() && others.lookingAt() && mine.group(1).equals(others.group(1))) {
      if (!mine.group(2).equals(others.group(2))) {
        return false;
      }
      mine.region(mine.end(), path.length());
      others.region(others.end(), other.path.length());
    }
    return true;
  }
}
