package io.stepunit.internal.history;

import io.stepunit.history.EventDetails;
import io.stepunit.history.EventDetails.EvaluationFailed;
import io.stepunit.history.EventDetails.MapIteration;
import io.stepunit.history.EventDetails.MapStateStarted;
import io.stepunit.history.EventDetails.StateExited;
import io.stepunit.history.EventType;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.history.InjectedFault;
import io.stepunit.internal.history.EventIndex.ErrorAndCause;
import io.stepunit.internal.model.MapState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes the lines of a timeline from a history. */
final class TimelineReader {
  private static final int LONGEST_CAUSE = 100;

  private final Instant start;
  private final EventIndex index;
  private final Map<VisitRef, AttemptCounter> counters = new IdentityHashMap<>();

  private TimelineReader(ExecutionRecord execution, int from) {
    List<EventRecord> events = execution.events();
    this.start = execution.description().startedAt();
    this.index = new EventIndex(events.subList(from, events.size()));
  }

  /**
   * The lines of a history.
   *
   * @param latest of how many events at the end
   */
  static List<TimelineLine> lines(ExecutionRecord execution, int latest) {
    int from = Math.max(0, execution.events().size() - latest);
    TimelineReader reader = new TimelineReader(execution, from);
    List<TimelineLine> lines = new ArrayList<>();
    for (EventRecord event : execution.events()) {
      int attempt = reader.count(event);
      if (event.id() <= from) {
        continue;
      }
      if (matters(event)) {
        lines.add(reader.line(event, attempt));
      }
      execution.injectedFaults().stream()
          .filter(fault -> fault.afterEventId() == event.id())
          .map(reader::line)
          .forEach(lines::add);
      execution.notes().stream()
          .filter(note -> note.afterEventId() == event.id())
          .map(reader::line)
          .forEach(lines::add);
    }
    if (execution.status() == ExecutionStatus.RUNNING) {
      lines.add(
          new TimelineLine(
              0, sinceStart(execution.description().duration()), "", "the execution is running"));
    }
    return List.copyOf(lines);
  }

  /** The attempt that an event begins or ends, 0 for other events. */
  private int count(EventRecord event) {
    VisitRef visit = event.visitOrNull();
    return visit == null || !Attempts.hasAttempts(visit.state())
        ? 0
        : counters.computeIfAbsent(visit, key -> new AttemptCounter()).count(event);
  }

  private static boolean matters(EventRecord event) {
    return switch (event.type()) {
      case TASK_STARTED,
          LAMBDA_FUNCTION_STARTED,
          ACTIVITY_STARTED,
          MAP_ITERATION_STARTED,
          MAP_ITERATION_SUCCEEDED ->
          false;
      default -> !(event.details() instanceof StateExited exited) || exited.catcherIndex() >= 0;
    };
  }

  private TimelineLine line(EventRecord event, int attempt) {
    String time = sinceStart(Duration.between(start, event.timestamp()));
    return new TimelineLine(event.id(), time, path(event), what(event, attempt));
  }

  private TimelineLine line(InjectedFault fault) {
    String time = sinceStart(Duration.between(start, fault.at()));
    return new TimelineLine(0, time, fault.path(), "fault: " + fault.text());
  }

  private TimelineLine line(Note note) {
    String time = sinceStart(Duration.between(start, note.at()));
    return new TimelineLine(0, time, note.path(), note.text());
  }

  private static String path(EventRecord event) {
    VisitRef visit = event.visitOrNull();
    if (visit == null) {
      return "";
    }
    return event.details() instanceof MapIteration iteration
        ? visit.path() + "[" + iteration.index() + "]"
        : visit.path();
  }

  private String what(EventRecord event, int attempt) {
    StringBuilder what = new StringBuilder(event.type().awsName());
    if (attempt > 0) {
      what.append(", attempt ").append(attempt);
    }
    EventDetails details = event.details();
    if (details instanceof MapStateStarted started && !isDistributed(event)) {
      what.append(started.length() == 1 ? ", 1 item" : ", " + started.length() + " items");
    } else if (details instanceof EvaluationFailed failed && failed.location() != null) {
      what.append(" in ").append(failed.location());
    } else if (details instanceof EventDetails.StateEntered && event.visitOrNull() != null) {
      what.append(" (").append(event.visitOrNull().state().location()).append(")");
    } else if (details instanceof StateExited exited && event.visitOrNull() != null) {
      catcher(event.visitOrNull(), exited.catcherIndex()).ifPresent(what::append);
    }
    return what.append(error(event)).toString();
  }

  /** AWS counts no items when a Distributed Map starts: they are not read yet. */
  private static boolean isDistributed(EventRecord event) {
    return event.visitOrNull() != null
        && event.visitOrNull().state() instanceof MapState map
        && map.distributed().isPresent();
  }

  private static Optional<String> catcher(VisitRef visit, int index) {
    return Visits.catcher(visit.state(), index)
        .map(taken -> ", caught by Catch[" + taken.index() + "], next " + taken.next());
  }

  private String error(EventRecord event) {
    ErrorAndCause error = index.error(event);
    String name = error.name().map(text -> ": " + text).orElse("");
    return name + error.cause().map(text -> ": " + cause(event, text)).orElse("");
  }

  /** The text on one line, cut where it is long: in full it stands where the execution failed. */
  private static String cause(EventRecord event, String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    if (event.type() == EventType.EXECUTION_FAILED || line.length() <= LONGEST_CAUSE) {
      return line;
    }
    int end =
        Character.isHighSurrogate(line.charAt(LONGEST_CAUSE - 1))
            ? LONGEST_CAUSE - 1
            : LONGEST_CAUSE;
    return line.substring(0, end) + "...";
  }

  private static String sinceStart(Duration duration) {
    String days = duration.toDays() == 0 ? "" : duration.toDays() + "d ";
    return String.format(
        Locale.ROOT,
        "+%s%02d:%02d:%02d.%03d",
        days,
        duration.toHoursPart(),
        duration.toMinutesPart(),
        duration.toSecondsPart(),
        duration.toMillisPart());
  }
}
