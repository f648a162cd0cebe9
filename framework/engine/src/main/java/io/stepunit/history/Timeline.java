package io.stepunit.history;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What happened in an execution, a line an event: virtual time since the start, number of the
 * event, state, event, attempt, error and cause.
 *
 * <pre>{@code
 * +00:00:00.000  #1            ExecutionStarted
 * +00:00:00.000  #2   Charge   TaskStateEntered (order.asl.json:12)
 * +00:00:00.000  #3   Charge   TaskScheduled, attempt 1
 * +00:00:03.000  #5   Charge   TaskFailed, attempt 1: Gateway.Busy: 503
 * +00:00:05.000  #6   Charge   TaskScheduled, attempt 2
 * }</pre>
 *
 * <p>Events that tell nothing new to a person are left out: that a Task started after it was
 * scheduled, that a state was left after its Task succeeded, that an iteration began or ended well.
 * {@link Execution#historyJson()} has them all.
 */
public final class Timeline {
  private final List<TimelineLine> lines;
  private final long focus;

  private Timeline(List<TimelineLine> lines, long focus) {
    this.lines = lines;
    this.focus = focus;
  }

  static Timeline of(Execution execution) {
    return new Timeline(TimelineReader.lines(execution), 0);
  }

  /**
   * The part of the timeline around one event, which is marked by {@code >}. Where lines are left
   * out before or after, a line says how many; it counts as one of the lines.
   *
   * @param eventId the event; if it has no line of its own, the last line before it is taken
   * @param maxLines how many lines at most, at least 3
   */
  public Timeline around(long eventId, int maxLines) {
    if (maxLines < 3) {
      throw new IllegalArgumentException("maxLines must be at least 3, but is " + maxLines);
    }
    OptionalInt last =
        IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).eventId() > 0 && lines.get(i).eventId() <= eventId)
            .reduce((a, b) -> b);
    if (last.isEmpty()) {
      return this;
    }
    int at = last.getAsInt();
    return new Timeline(window(at, maxLines), lines.get(at).eventId());
  }

  private List<TimelineLine> window(int at, int maxLines) {
    int size = lines.size();
    if (size <= maxLines) {
      return lines;
    }
    int from = at - (maxLines - 1) / 2;
    from = Math.max(0, Math.min(from, size - maxLines));
    int to = from + maxLines;
    List<TimelineLine> window = new ArrayList<>();
    if (from > 0) {
      from++;
      window.add(TimelineLine.omitted(from, "earlier"));
    }
    int end = to < size ? to - 1 : to;
    window.addAll(lines.subList(from, end));
    if (end < size) {
      window.add(TimelineLine.omitted(size - end, "later"));
    }
    return List.copyOf(window);
  }

  /** The lines, aligned with each other. */
  public List<String> lines() {
    int idWidth = lines.stream().mapToInt(line -> line.number().length()).max().orElse(0);
    int pathWidth = lines.stream().mapToInt(line -> line.path().length()).max().orElse(0);
    int timeWidth = lines.stream().mapToInt(line -> line.time().length()).max().orElse(0);
    return lines.stream()
        .map(line -> mark(line) + line.text(timeWidth, idWidth, pathWidth))
        .toList();
  }

  private String mark(TimelineLine line) {
    if (focus == 0) {
      return "";
    }
    return line.eventId() == focus ? "> " : "  ";
  }

  /** All lines. */
  @Override
  public String toString() {
    return String.join("\n", lines());
  }
}
