package io.stepunit.internal.history;

import io.stepunit.history.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The lines of a history, all of them or a part. */
final class EventTimeline implements Timeline {
  private final List<TimelineLine> lines;
  private final long focus;

  private EventTimeline(List<TimelineLine> lines, long focus) {
    this.lines = lines;
    this.focus = focus;
  }

  static EventTimeline of(ExecutionRecord execution) {
    return new EventTimeline(TimelineReader.lines(execution, Integer.MAX_VALUE), 0);
  }

  static EventTimeline latest(ExecutionRecord execution, int events) {
    return new EventTimeline(TimelineReader.lines(execution, events), 0);
  }

  @Override
  public Timeline folded() {
    return new EventTimeline(RepeatedLines.folded(lines), focus);
  }

  @Override
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
    return new EventTimeline(window(at, maxLines), lines.get(at).eventId());
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

  @Override
  public List<String> lines() {
    int idWidth =
        lines.stream()
            .filter(line -> !line.time().isEmpty())
            .mapToInt(line -> line.number().length())
            .max()
            .orElse(0);
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

  @Override
  public String toString() {
    return String.join("\n", lines());
  }
}
