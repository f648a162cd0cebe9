package io.stepunit.recording;

import io.stepunit.internal.text.Printable;
import java.util.List;
import java.util.Optional;

/**
 * The comparison of a replay with its recording.
 *
 * @param differences all differences: those of the outcome first, then those of the events in order
 * @since 0.1.0
 */
public record Comparison(List<Difference> differences) {
  private static final int SHOWN = 12;

  public Comparison {
    differences = List.copyOf(differences);
  }

  /** Returns whether the replay is the same as the recording. */
  public boolean isSame() {
    return differences.isEmpty();
  }

  /** Returns the first event that differs, empty if all events are the same. */
  public Optional<Difference> firstEvent() {
    return differences.stream()
        .filter(difference -> difference.event().isPresent())
        .min((a, b) -> Long.compare(a.event().orElseThrow(), b.event().orElseThrow()));
  }

  /** Returns a report: the first event that differs, then all differences. */
  public String report() {
    if (isSame()) {
      return "The replay went exactly as recorded.";
    }
    StringBuilder text = new StringBuilder("The replay differs from the recording");
    firstEvent()
        .ifPresentOrElse(
            first ->
                text.append(" from event ")
                    .append(first.event().orElseThrow())
                    .append(" (")
                    .append(Printable.line(first.label()))
                    .append(") on"),
            () -> text.append(" in its outcome, its events are the same"));
    text.append(":\n");
    differences.stream().limit(SHOWN).forEach(d -> text.append("  ").append(d).append('\n'));
    if (differences.size() > SHOWN) {
      text.append("  … and ").append(differences.size() - SHOWN).append(" more\n");
    }
    return Printable.lines(text.toString());
  }
}
