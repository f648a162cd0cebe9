package io.stepunit.fault;

import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.target.DeclaredAt;
import io.stepunit.internal.target.TaskTarget;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Tasks that a fault is to befall: says what goes wrong. What AWS shows of each in which kind
 * of integration is in docs/guide/faults.md.
 *
 * <p>Each method throws {@link IllegalArgumentException} if the fault can befall none of the Tasks.
 */
public final class FaultTarget {
  private final Faults faults;
  private final String code;
  private final TaskTarget tasks;

  FaultTarget(Faults faults, String code, TaskTarget tasks) {
    this.faults = faults;
    this.code = code;
    this.tasks = tasks;
  }

  /** The call fails with an error that has no cause; whoever answers the Task is not asked. */
  public FaultRule fails(String error) {
    return fails(error, null);
  }

  /**
   * The call fails; whoever answers the Task is not asked.
   *
   * @param error the error name that Retry and Catch compare; null for a failure that has none
   * @param cause the cause text; null for a failure that has none
   */
  public FaultRule fails(@Nullable String error, @Nullable String cause) {
    return declare(
        "fails(" + quoted(error) + ")", FaultSpec.failure(FaultKind.FAILS, error, cause));
  }

  /** The service refuses the call because there are too many. */
  public FaultRule throttled() {
    return declare("throttled()", FaultSpec.of(FaultKind.THROTTLED));
  }

  /** The service refuses the first calls because there are too many. */
  public FaultRule throttledFirst(int calls) {
    return throttled().first(calls);
  }

  /** The role of the state machine may not make the call. */
  public FaultRule refusesPermission() {
    return declare("refusesPermission()", FaultSpec.of(FaultKind.REFUSES_PERMISSION));
  }

  /**
   * Nothing is done and nothing comes back, no heartbeat either: the Task runs into its {@code
   * TimeoutSeconds} or {@code HeartbeatSeconds}, or into what the service itself allows.
   */
  public FaultRule timesOut() {
    return declare("timesOut()", FaultSpec.of(FaultKind.TIMES_OUT));
  }

  /** The Task does its work, and then fails all the same. */
  public FaultRule failsAfterEffect(String error, @Nullable String cause) {
    return declare(
        "failsAfterEffect(" + quoted(error) + ")",
        FaultSpec.failure(FaultKind.FAILS_AFTER_EFFECT, error, cause));
  }

  /**
   * The Task does its work, and nobody hears of it: it runs into its {@code TimeoutSeconds}, or
   * into what the service's client allows. A retry then does the work once more.
   */
  public FaultRule losesReply() {
    return declare("losesReply()", FaultSpec.of(FaultKind.LOSES_REPLY));
  }

  /** The result is larger than 262,144 bytes. */
  public FaultRule exceedsPayload() {
    return declare("exceedsPayload()", FaultSpec.of(FaultKind.EXCEEDS_PAYLOAD));
  }

  /** One value of the result, drawn by the seed, is missing, null, or of another type. */
  public FaultRule corruptsResult() {
    return declare("corruptsResult()", FaultSpec.of(FaultKind.CORRUPTS_RESULT));
  }

  /** Heartbeats do not arrive, neither a mock's nor those that the test sends. */
  public FaultRule dropsHeartbeats() {
    return declare("dropsHeartbeats()", FaultSpec.of(FaultKind.DROPS_HEARTBEATS));
  }

  /** SendTaskSuccess and SendTaskFailure do not arrive. */
  public FaultRule losesCallback() {
    return declare("losesCallback()", FaultSpec.of(FaultKind.LOSES_CALLBACK));
  }

  /**
   * SendTaskSuccess and SendTaskFailure arrive later.
   *
   * @param delay virtual time, positive
   */
  public FaultRule delaysCallback(Duration delay) {
    return declare(
        "delaysCallback(" + delay + ")",
        FaultSpec.delay(FaultKind.DELAYS_CALLBACK, positive(delay)));
  }

  /**
   * SendTaskSuccess and SendTaskFailure arrive twice. The second finds the token used: its sender
   * is answered TaskTimedOut, the execution does not hear of it.
   */
  public FaultRule duplicatesCallback() {
    return declare("duplicatesCallback()", FaultSpec.of(FaultKind.DUPLICATES_CALLBACK));
  }

  /**
   * The answer takes longer, by virtual time. Whoever answers the Task is asked at the usual time.
   *
   * @param latency virtual time, positive
   */
  public FaultRule latency(Duration latency) {
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
    return duration;
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "null" : "\"" + text + "\"";
  }
}
