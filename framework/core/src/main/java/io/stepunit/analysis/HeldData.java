package io.stepunit.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.history.HistoryEvent;
import io.stepunit.history.VisitRef;
import io.stepunit.internal.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much data an execution holds: line by line of states that follow each other. */
final class HeldData {
  private final Map<Line, Long> bytesOfLines = new HashMap<>();
  private long bytes;
  private long peak;

  private HeldData() {}

  /** The bytes of JSON text that are held at the moment when they are most. */
  static long peakBytes(List<HistoryEvent> events) {
    HeldData held = new HeldData();
    events.forEach(held::add);
    return held.peak;
  }

  private void add(HistoryEvent event) {
    VisitRef visit = event.visitOrNull();
    EventDetails details = event.details();
    if (details instanceof EventDetails.ExecutionStarted started) {
      bytes += Json.size(started.input());
    } else if (visit != null && details instanceof EventDetails.StateEntered entered) {
      holds(visit, Json.size(entered.input()));
    } else if (visit != null && details instanceof EventDetails.StateExited exited) {
      release(visit);
      holds(visit, Json.size(exited.output()));
    } else if (visit != null && isFork(event.type())) {
      release(visit);
    } else if (visit != null) {
      JsonNode payload = payload(details);
      if (payload != null) {
        holds(visit, Json.size(payload));
      }
    }
    peak = Math.max(peak, bytes);
  }

  /** An attempt of a Parallel or Map begins; what its branches held before is gone. */
  private static boolean isFork(EventType type) {
    return type == EventType.PARALLEL_STATE_STARTED || type == EventType.MAP_STATE_STARTED;
  }

  private static @Nullable JsonNode payload(EventDetails details) {
    if (details instanceof EventDetails.TaskScheduled scheduled) {
      return scheduled.parameters();
    }
    if (details instanceof EventDetails.LambdaFunctionScheduled scheduled) {
      return scheduled.input();
    }
    if (details instanceof EventDetails.TaskOutput succeeded) {
      return succeeded.output();
    }
    return details instanceof EventDetails.Output succeeded ? succeeded.output() : null;
  }

  private void holds(VisitRef visit, long size) {
    Long before = bytesOfLines.put(new Line(visit.parent(), visit.index()), size);
    bytes += size - (before == null ? 0 : before);
  }

  /** Lets go of what was held inside of a state, which only a Parallel or Map has. */
  private void release(VisitRef fork) {
    if (fork.state().scopes().isEmpty()) {
      return;
    }
    bytesOfLines
        .entrySet()
        .removeIf(
            entry -> {
              boolean inside = entry.getKey().isInside(fork);
              bytes -= inside ? entry.getValue() : 0;
              return inside;
            });
  }

  /** One line of states: the execution's own, a branch's or an iteration's. */
  private record Line(@Nullable VisitRef parent, int index) {
    boolean isInside(VisitRef fork) {
      for (VisitRef around = parent; around != null; around = around.parent()) {
        if (around == fork) {
          return true;
        }
      }
      return false;
    }
  }
}
