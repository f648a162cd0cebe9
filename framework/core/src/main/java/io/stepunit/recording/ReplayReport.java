package io.stepunit.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.recording.ReplayedExecution.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What a definition does with executions recorded on AWS: how many go the same way, and which go
 * another one, grouped by what changed.
 *
 * <pre>{@code
 * ReplayReport report = Replays.of(Path.of("histories")).through(order);
 * assertThat(report).goesTheSameWay();
 * }</pre>
 *
 * @param executions the replayed executions, in the order in which they were read
 * @param unreplayed what could not be read or replayed, and why
 * @see io.stepunit.Replays
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public record ReplayReport(
    List<ReplayedExecution> executions, List<UnreplayedRecording> unreplayed) {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
  private static final int DIGITS = 6;

  /** Copies the lists. */
  public ReplayReport {
    executions = List.copyOf(executions);
    unreplayed = List.copyOf(unreplayed);
  }

  /** The executions of which the replay compares so with the recording. */
  public List<ReplayedExecution> executions(Verdict verdict) {
    Objects.requireNonNull(verdict, "verdict");
    return executions.stream().filter(execution -> execution.verdict() == verdict).toList();
  }

  /**
   * Whether each recorded execution takes the same path and ends in the same way, whatever its
   * data. What could not be replayed counts as one that does not, and so does it if there is none.
   */
  public boolean goesTheSameWay() {
    return hasReplayedAll() && executions(Verdict.OTHER_PATH).isEmpty();
  }

  /** Whether each recorded execution does the same, with the same data. */
  public boolean isAsRecorded() {
    return hasReplayedAll() && executions(Verdict.SAME).size() == executions.size();
  }

  private boolean hasReplayedAll() {
    return unreplayed.isEmpty() && !executions.isEmpty();
  }

  /** What changed: other paths before other data, and of each what most executions have first. */
  public List<ReplayChange> changes() {
    Map<String, List<ReplayedExecution>> byChange = new LinkedHashMap<>();
    for (ReplayedExecution execution : executions) {
      if (execution.verdict() != Verdict.SAME) {
        byChange
            .computeIfAbsent(execution.verdict() + execution.change(), key -> new ArrayList<>())
            .add(execution);
      }
    }
    return byChange.values().stream()
        .map(alike -> new ReplayChange(alike.get(0).change(), alike.get(0).verdict(), alike))
        .sorted(
            Comparator.comparing(ReplayChange::verdict)
                .thenComparing(change -> change.executions().size())
                .reversed())
        .toList();
  }

  /**
   * What 1,000 executions like the recorded ones cost, before and now; empty if that is known of
   * none. Those of which it is not known do not count.
   */
  public Optional<ReplayCost> costPerThousand() {
    List<ReplayCost> known =
        executions.stream().flatMap(execution -> execution.cost().stream()).toList();
    return known.stream().reduce(ReplayCost::plus).map(sum -> perThousand(sum, known.size()));
  }

  private static ReplayCost perThousand(ReplayCost sum, int executions) {
    return new ReplayCost(
        perThousand(sum.recorded(), executions), perThousand(sum.replayed(), executions));
  }

  private static BigDecimal perThousand(BigDecimal usd, int executions) {
    BigDecimal rounded =
        usd.multiply(THOUSAND)
            .divide(BigDecimal.valueOf(executions), DIGITS, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  /** This report and that of other executions, as one: jobs can share the work. */
  public ReplayReport and(ReplayReport other) {
    Objects.requireNonNull(other, "other");
    List<ReplayedExecution> all = new ArrayList<>(executions);
    all.addAll(other.executions);
    List<UnreplayedRecording> without = new ArrayList<>(unreplayed);
    without.addAll(other.unreplayed);
    return new ReplayReport(all, without);
  }

  /**
   * The report as JSON, which {@link #ofJson} reads.
   *
   * <pre>{@code
   * {"replayed": 1204, "same": 1150, "otherData": 30, "otherPath": 24,
   *  "changes": [{"change": "'Ship' no longer follows 'Charge': 'Refund' does", …}],
   *  "costPerThousand": {"recorded": "0.35", "replayed": "0.4"},
   *  "executions": [{"name": "a.json", "verdict": "SAME", …}],
   *  "unreplayed": [{"name": "b.json", "reason": "…"}]}
   * }</pre>
   */
  public JsonNode toJson() {
    return ReplayReportJson.write(this);
  }

  /**
   * Reads a report that {@link #toJson} wrote.
   *
   * @throws RecordingException if the text is none
   */
  public static ReplayReport ofJson(String json) {
    Objects.requireNonNull(json, "json");
    return ReplayReportJson.read(json);
  }

  /** The report for people: how many, the changes with examples, what was not replayed, cost. */
  @Override
  public String toString() {
    return ReplayReportText.of(this);
  }
}
