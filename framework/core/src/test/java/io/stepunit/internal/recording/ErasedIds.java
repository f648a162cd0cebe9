package io.stepunit.internal.recording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A recording in which the events of branches lost their ids: those with ids compare exactly, the
 * others as a multiset.
 *
 * <p>Such recordings also lost the event that ends the Parallel; the ids that no recorded event has
 * tell how many were lost. Of Parallels inside a Parallel, some events kept ids that depend on how
 * the branches interleaved: they count as erased too.
 */
final class ErasedIds implements HistoryOrder {
  @Override
  public void compare(
      HistoryComparison comparison, List<RecordedEvent> recorded, List<RecordedEvent> found) {
    Map<Long, RecordedEvent> foundById = new LinkedHashMap<>();
    found.forEach(event -> foundById.put(event.id(), event));
    List<RecordedEvent> erased = new ArrayList<>();
    for (int i = 0; i < recorded.size(); i++) {
      RecordedEvent event = recorded.get(i);
      RecordedEvent other = foundById.get(event.id());
      if (event.isErased() || isAmongErased(recorded, i) && !isSameInChain(event, other)) {
        erased.add(event);
        continue;
      }
      foundById.remove(event.id());
      comparison.sequence(
          List.of(event),
          other == null ? List.of() : List.of(other),
          e -> "after " + e.previous(),
          e -> "after " + e.previous());
    }
    List<RecordedEvent> rest = new ArrayList<>(foundById.values());
    int lost = (int) (recorded.get(recorded.size() - 1).id() - recorded.size());
    rest.removeIf(new LostEnds(lost)::isLost);
    comparison.asMultiset(erased, rest);
  }

  private static boolean isAmongErased(List<RecordedEvent> recorded, int at) {
    return recorded.subList(0, at).stream().anyMatch(RecordedEvent::isErased)
        && recorded.subList(at, recorded.size()).stream().anyMatch(RecordedEvent::isErased);
  }

  private static boolean isSameInChain(RecordedEvent recorded, @Nullable RecordedEvent found) {
    return found != null
        && HistoryComparison.sameLabel(recorded, found)
        && recorded.previous() == found.previous();
  }

  /** Takes as many ends of a Parallel for lost as ids are missing. */
  private static final class LostEnds {
    private int lost;

    LostEnds(int lost) {
      this.lost = lost;
    }

    boolean isLost(RecordedEvent event) {
      boolean end =
          event.type().equals("ParallelStateSucceeded")
              || event.type().equals("ParallelStateFailed");
      return end && lost-- > 0;
    }
  }

  @Override
  public UnaryOperator<String> withoutIds(List<RecordedEvent> history) {
    return HistoryBranches.of(List.of())::withoutIds;
  }
}
