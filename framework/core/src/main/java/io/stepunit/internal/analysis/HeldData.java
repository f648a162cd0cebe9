package io.stepunit.internal.analysis;

import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.internal.history.EventRecord;
import io.stepunit.internal.history.VisitRef;
import io.stepunit.internal.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much data an execution holds: branch by branch. */
final class HeldData {
  private final Map<VisitRef.@Nullable Around, Long> bytesOfBranches = new HashMap<>();
  private long bytes;
  private long peak;

  private HeldData() {}

  /** The bytes of JSON text that are held at the moment when they are most. */
  static long peakBytes(List<EventRecord> events) {
    HeldData held = new HeldData();
    events.forEach(held::add);
    return held.peak;
  }

  private void add(EventRecord event) {
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
      Payload.of(details).ifPresent(payload -> holds(visit, Json.size(payload.json())));
    }
    peak = Math.max(peak, bytes);
  }

  /** An attempt of a Parallel or Map begins; what its branches held before is gone. */
  private static boolean isFork(EventType type) {
    return type == EventType.PARALLEL_STATE_STARTED || type == EventType.MAP_STATE_STARTED;
  }

  private void holds(VisitRef visit, long size) {
    Long before = bytesOfBranches.put(visit.around(), size);
    bytes += size - (before == null ? 0 : before);
  }

  /** Lets go of what was held inside of a state, which only a Parallel or Map has. */
  private void release(VisitRef fork) {
    if (fork.state().scopes().isEmpty()) {
      return;
    }
    bytesOfBranches
        .entrySet()
        .removeIf(
            entry -> {
              boolean inside = isInside(entry.getKey(), fork);
              bytes -= inside ? entry.getValue() : 0;
              return inside;
            });
  }

  private static boolean isInside(VisitRef.@Nullable Around branch, VisitRef fork) {
    for (VisitRef.Around around = branch; around != null; around = around.visit().around()) {
      if (around.visit() == fork) {
        return true;
      }
    }
    return false;
  }
}
