package io.stepunit.internal.fault;

import io.stepunit.fault.FaultKind;
import io.stepunit.fault.FaultRule;
import io.stepunit.fault.FaultTarget;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.target.DeclaredAt;
import io.stepunit.internal.target.TaskTarget;
import io.stepunit.internal.time.TimeRange;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Declares faults on some Tasks of a machine. */
final class TargetedTasks implements FaultTarget {
  private final MachineFaults faults;
  private final String code;
  private final TaskTarget tasks;

  TargetedTasks(MachineFaults faults, String code, TaskTarget tasks) {
    this.faults = faults;
    this.code = code;
    this.tasks = tasks;
  }

  @Override
  public FaultRule fails(@Nullable String error) {
    return fails(error, null);
  }

  @Override
  public FaultRule fails(@Nullable String error, @Nullable String cause) {
    return declare(
        "fails(" + quoted(error) + ")", FaultSpec.failure(FaultKind.FAILS, error, cause));
  }

  @Override
  public FaultRule throttled() {
    return declare("throttled()", FaultSpec.of(FaultKind.THROTTLED));
  }

  @Override
  public FaultRule throttledFirst(int calls) {
    return throttled().first(calls);
  }

  @Override
  public FaultRule refusesPermission() {
    return declare("refusesPermission()", FaultSpec.of(FaultKind.REFUSES_PERMISSION));
  }

  @Override
  public FaultRule timesOut() {
    return declare("timesOut()", FaultSpec.of(FaultKind.TIMES_OUT));
  }

  @Override
  public FaultRule failsAfterEffect(String error, @Nullable String cause) {
    Objects.requireNonNull(error, "error");
    return declare(
        "failsAfterEffect(" + quoted(error) + ")",
        FaultSpec.failure(FaultKind.FAILS_AFTER_EFFECT, error, cause));
  }

  @Override
  public FaultRule losesReply() {
    return declare("losesReply()", FaultSpec.of(FaultKind.LOSES_REPLY));
  }

  @Override
  public FaultRule exceedsPayload() {
    return declare("exceedsPayload()", FaultSpec.of(FaultKind.EXCEEDS_PAYLOAD));
  }

  @Override
  public FaultRule corruptsResult() {
    return declare("corruptsResult()", FaultSpec.of(FaultKind.CORRUPTS_RESULT));
  }

  @Override
  public FaultRule dropsHeartbeats() {
    return declare("dropsHeartbeats()", FaultSpec.of(FaultKind.DROPS_HEARTBEATS));
  }

  @Override
  public FaultRule losesCallback() {
    return declare("losesCallback()", FaultSpec.of(FaultKind.LOSES_CALLBACK));
  }

  @Override
  public FaultRule delaysCallback(Duration delay) {
    Objects.requireNonNull(delay, "delay");
    return declare(
        "delaysCallback(" + delay + ")",
        FaultSpec.delay(FaultKind.DELAYS_CALLBACK, positive(delay)));
  }

  @Override
  public FaultRule duplicatesCallback() {
    return declare("duplicatesCallback()", FaultSpec.of(FaultKind.DUPLICATES_CALLBACK));
  }

  @Override
  public FaultRule latency(Duration latency) {
    Objects.requireNonNull(latency, "latency");
    return declare(
        "latency(" + latency + ")", FaultSpec.delay(FaultKind.LATENCY, positive(latency)));
  }

  private FaultRule declare(String verb, FaultSpec spec) {
    List<CatalogueEntry> entries =
        tasks.tasks().stream()
            .map(task -> FaultCatalogue.aws().entry(spec.kind(), task.resource()))
            .toList();
    if (entries.stream().noneMatch(CatalogueEntry::applies)) {
      throw new IllegalArgumentException(unfit(verb, spec.kind(), entries));
    }
    return faults.declare(code, tasks, verb, spec, DeclaredAt.caller());
  }

  private String unfit(String verb, FaultKind kind, List<CatalogueEntry> entries) {
    String fits =
        Stream.of(IntegrationKind.values())
            .filter(integration -> FaultCatalogue.aws().entry(kind, integration).applies())
            .map(IntegrationKind::text)
            .collect(Collectors.joining(", "));
    if (entries.isEmpty()) {
      return "%s.%s applies to nothing: the machine has no Task states.".formatted(code, verb);
    }
    TaskState task = tasks.tasks().get(0);
    return "%s does not fit '%s' (%s), which calls %s: %s. It is for: %s."
        .formatted(
            verb, task.name(), task.location(), task.resource().arn(), entries.get(0).note(), fits);
  }

  private static Duration positive(Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(
          "The delay of a fault must be positive, but is " + duration);
    }
    return TimeRange.checked(duration, "The delay of a fault");
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "null" : "\"" + text + "\"";
  }
}
