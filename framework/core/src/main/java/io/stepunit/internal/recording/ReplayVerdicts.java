package io.stepunit.internal.recording;

import io.stepunit.Execution;
import io.stepunit.asl.WorkflowType;
import io.stepunit.cost.Cost;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.history.HistoryJson;
import io.stepunit.internal.recording.PathComparison.Side;
import io.stepunit.recording.Difference;
import io.stepunit.recording.ExecutionEnd;
import io.stepunit.recording.Replay;
import io.stepunit.recording.ReplayCost;
import io.stepunit.recording.ReplayedExecution;
import io.stepunit.recording.ReplayedExecution.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Gives the verdict on a replay. */
public final class ReplayVerdicts {
  private static final int DIFFERENCES = 12;
  private static final long BILLED_STEP = 100;
  private static final BigDecimal MB_PER_GB = BigDecimal.valueOf(1024);

  private ReplayVerdicts() {}

  /**
   * The verdict.
   *
   * @param unrecorded the first attempt that was neither recorded nor mocked; the replay ended
   *     there
   */
  public static ReplayedExecution of(
      RecordedCase recorded, Replay replay, Optional<String> unrecorded) {
    ExecutionPath before = ExecutionPath.of(recorded.events());
    List<RecordedEvent> events =
        RecordedEvent.listOf(HistoryJson.tree(replay.execution().events()).path("events"));
    ExecutionPath now = ExecutionPath.of(events);
    ExecutionEnd recordedEnd =
        new ExecutionEnd(
            ExecutionStatus.valueOf(recorded.outcome().status()), recorded.outcome().error());
    ExecutionEnd replayedEnd =
        new ExecutionEnd(replay.execution().status(), replay.execution().error());
    boolean isSame = replay.comparison().isSame() && unrecorded.isEmpty();
    Optional<String> change =
        isSame
            ? Optional.empty()
            : new PathComparison(
                    new Side(before, recordedEnd, !recorded.isBeginning()),
                    new Side(now, replayedEnd, unrecorded.isEmpty()))
                .change()
                .or(() -> unrecorded.map(what -> "no result is recorded or mocked for " + what));
    List<Difference> differences =
        replay.comparison().differences().stream().limit(DIFFERENCES).toList();
    return new ReplayedExecution(
        recorded.name(),
        isSame ? Verdict.SAME : change.isPresent() ? Verdict.OTHER_PATH : Verdict.OTHER_DATA,
        isSame ? "" : change.orElseGet(() -> DataChange.of(replay.comparison(), before)),
        recordedEnd,
        replayedEnd,
        unrecorded.isPresent() || before.hasMapRuns() || now.hasMapRuns()
            ? Optional.empty()
            : cost(recorded, before, replay.execution()),
        differences);
  }

  private static Optional<ReplayCost> cost(
      RecordedCase recorded, ExecutionPath path, Execution execution) {
    if (recorded.isBeginning() || execution.status() == ExecutionStatus.RUNNING) {
      return Optional.empty();
    }
    Cost now = execution.cost();
    BigDecimal before =
        recorded.type() == WorkflowType.STANDARD
            ? now.prices().ofTransitions(path.transitions())
            : now.prices().ofExpress(1, gbSeconds(recorded, now));
    return Optional.of(new ReplayCost(before, now.usd()));
  }

  private static BigDecimal gbSeconds(RecordedCase recorded, Cost now) {
    long milliseconds =
        duration(recorded)
            .orElse(now.billingDetails().billedDuration())
            .plusNanos(999_999)
            .toMillis();
    long steps = Math.max(1, (milliseconds + BILLED_STEP - 1) / BILLED_STEP);
    return BigDecimal.valueOf(steps * BILLED_STEP, 3)
        .multiply(BigDecimal.valueOf(now.billingDetails().billedMemoryUsedInMb()))
        .divide(MB_PER_GB);
  }

  private static Optional<Duration> duration(RecordedCase recorded) {
    List<RecordedEvent> events = recorded.events();
    return recorded
        .startedAt()
        .flatMap(
            start ->
                events.get(events.size() - 1).timestamp().map(end -> Duration.between(start, end)));
  }
}
