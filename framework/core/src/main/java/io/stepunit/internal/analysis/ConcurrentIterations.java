package io.stepunit.internal.analysis;

import io.stepunit.cost.Quota;
import io.stepunit.cost.QuotaUse;
import io.stepunit.internal.engine.limit.EngineLimits;
import io.stepunit.internal.history.EventRecord;
import io.stepunit.internal.history.VisitRef;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts the iterations of inline Maps that run at the same time. */
final class ConcurrentIterations {
  private final Map<VisitRef, Integer> running = new IdentityHashMap<>();
  private @Nullable VisitRef map;
  private int most;

  private ConcurrentIterations() {}

  /** The Map with most at once; empty if no Map ran. */
  static Optional<QuotaUse> of(List<EventRecord> events) {
    ConcurrentIterations iterations = new ConcurrentIterations();
    events.forEach(iterations::add);
    return Optional.ofNullable(iterations.map)
        .map(
            map ->
                new QuotaUse(
                    Quota.INLINE_MAP_CONCURRENCY,
                    iterations.most,
                    EngineLimits.AWS.inlineConcurrency(),
                    Optional.of(map.path()),
                    ""));
  }

  private void add(EventRecord event) {
    VisitRef visit = event.visitOrNull();
    if (visit == null) {
      return;
    }
    switch (event.type()) {
      case MAP_STATE_STARTED -> running.put(visit, 0);
      case MAP_ITERATION_STARTED -> begun(visit);
      case MAP_ITERATION_SUCCEEDED, MAP_ITERATION_FAILED, MAP_ITERATION_ABORTED ->
          running.merge(visit, -1, Integer::sum);
      default -> {}
    }
  }

  private void begun(VisitRef visit) {
    int now = running.merge(visit, 1, Integer::sum);
    if (now > most) {
      most = now;
      map = visit;
    }
  }
}
