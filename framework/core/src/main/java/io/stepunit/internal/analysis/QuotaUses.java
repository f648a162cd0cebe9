package io.stepunit.internal.analysis;

import io.stepunit.asl.WorkflowType;
import io.stepunit.cost.Quota;
import io.stepunit.cost.QuotaUse;
import io.stepunit.internal.engine.limit.EngineLimits;
import io.stepunit.internal.history.ExecutionDescription;
import io.stepunit.internal.history.ExecutionRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How much of AWS's quotas an execution uses. */
public final class QuotaUses {
  /** What {@code CreateStateMachine} takes. */
  private static final int DEFINITION_BYTES = 1_048_576;

  private QuotaUses() {}

  /**
   * Those of an execution, in the order of {@link Quota}; of a Map Run's child executions that were
   * kept the one counts that uses most.
   */
  public static List<QuotaUse> of(ExecutionRecord execution) {
    List<QuotaUse> uses = new ArrayList<>(ofItself(execution));
    uses.add(definition(execution.description()));
    execution.mapRuns().stream()
        .flatMap(run -> run.children().values().stream())
        .flatMap(child -> of(child).stream().map(use -> ofChild(child, use)))
        .forEach(uses::add);
    return Stream.of(Quota.values())
        .flatMap(
            quota ->
                uses.stream()
                    .filter(use -> use.quota() == quota)
                    .reduce((a, b) -> b.share() > a.share() ? b : a)
                    .stream())
        .toList();
  }

  private static List<QuotaUse> ofItself(ExecutionRecord execution) {
    ExecutionDescription description = execution.description();
    List<QuotaUse> uses = new ArrayList<>(DataUse.of(execution));
    if (description.type() == WorkflowType.STANDARD) {
      uses.add(
          use(Quota.HISTORY_EVENTS, execution.events().size(), EngineLimits.AWS.historyEvents()));
    }
    uses.add(
        use(
            Quota.EXECUTION_SECONDS,
            seconds(description.duration()),
            seconds(EngineLimits.AWS.executionTime(description.type()))));
    ConcurrentIterations.of(execution.events()).ifPresent(uses::add);
    return uses;
  }

  /** Begun seconds count. */
  private static long seconds(Duration duration) {
    return duration.plusNanos(999_999_999).toSeconds();
  }

  private static QuotaUse definition(ExecutionDescription execution) {
    int bytes = execution.definition().sourceText().getBytes(StandardCharsets.UTF_8).length;
    return use(Quota.DEFINITION_BYTES, bytes, DEFINITION_BYTES);
  }

  private static QuotaUse use(Quota quota, long used, long limit) {
    return new QuotaUse(quota, used, limit, Optional.empty(), "");
  }

  private static QuotaUse ofChild(ExecutionRecord child, QuotaUse use) {
    String where = "child execution " + child.name();
    return new QuotaUse(
        use.quota(),
        use.used(),
        use.limit(),
        use.state(),
        use.detail().isEmpty() ? where : where + ", " + use.detail());
  }
}
