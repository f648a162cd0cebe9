package io.stepunit.internal.monitoring;

import io.stepunit.BillingDetails;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.EventDetails;
import io.stepunit.internal.analysis.Billing;
import io.stepunit.internal.history.EventRecord;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.history.VisitRef;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.time.TimeRange;
import io.stepunit.monitoring.MetricDatum;
import io.stepunit.monitoring.MetricName;
import io.stepunit.monitoring.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the metrics of one execution from its history. */
public final class MetricsReader {
  private static final List<MetricName> STARTS_AND_ENDS =
      List.of(
          MetricName.EXECUTIONS_STARTED,
          MetricName.EXECUTIONS_SUCCEEDED,
          MetricName.EXECUTIONS_FAILED,
          MetricName.EXECUTIONS_ABORTED,
          MetricName.EXECUTIONS_TIMED_OUT);

  private final ExecutionRecord execution;
  private final Map<VisitRef, Attempt> attempts = new HashMap<>();
  private final List<MetricDatum> data = new ArrayList<>();
  private boolean redriven;

  private MetricsReader(ExecutionRecord execution) {
    this.execution = execution;
  }

  /** The metrics of executions, in the order of time. */
  public static Metrics of(List<ExecutionRecord> executions) {
    return new Metrics(
        Stream.concat(
                executions.stream()
                    .flatMap(execution -> new MetricsReader(execution).data().stream()),
                OpenMapRuns.of(executions).stream())
            .sorted(Comparator.comparing(MetricDatum::timestamp))
            .toList());
  }

  private List<MetricDatum> data() {
    for (EventRecord event : execution.events()) {
      VisitRef visit = event.visitOrNull();
      if (visit == null) {
        ofExecution(event);
      } else if (visit.state() instanceof TaskState task) {
        ofTask(event, visit, task);
      }
    }
    return data;
  }

  private void ofExecution(EventRecord event) {
    switch (event.type()) {
      case EXECUTION_STARTED -> counts(MetricName.EXECUTIONS_STARTED, event);
      case EXECUTION_REDRIVEN -> {
        redriven = true;
        machine(MetricName.EXECUTIONS_REDRIVEN, event, 1);
      }
      case EXECUTION_SUCCEEDED ->
          ended(MetricName.EXECUTIONS_SUCCEEDED, MetricName.REDRIVEN_EXECUTIONS_SUCCEEDED, event);
      case EXECUTION_FAILED ->
          ended(MetricName.EXECUTIONS_FAILED, MetricName.REDRIVEN_EXECUTIONS_FAILED, event);
      case EXECUTION_ABORTED ->
          ended(MetricName.EXECUTIONS_ABORTED, MetricName.REDRIVEN_EXECUTIONS_ABORTED, event);
      case EXECUTION_TIMED_OUT ->
          ended(MetricName.EXECUTIONS_TIMED_OUT, MetricName.REDRIVEN_EXECUTIONS_TIMED_OUT, event);
      default -> {}
    }
  }

  /** Sends 1 of what happened, and 0 of what did not. */
  private void counts(MetricName happened, EventRecord event) {
    for (MetricName name : STARTS_AND_ENDS) {
      machine(name, event, name == happened ? 1 : 0);
    }
  }

  private void ended(MetricName how, MetricName howRedriven, EventRecord event) {
    counts(how, event);
    if (redriven) {
      machine(howRedriven, event, 1);
      return;
    }
    machine(
        MetricName.EXECUTION_TIME,
        event,
        milliseconds(Duration.between(execution.description().startedAt(), event.timestamp())));
    if (execution.description().type() == WorkflowType.EXPRESS) {
      BillingDetails bill = Billing.of(execution);
      machine(
          MetricName.EXPRESS_EXECUTION_BILLED_DURATION, event, milliseconds(bill.billedDuration()));
      machine(
          MetricName.EXPRESS_EXECUTION_BILLED_MEMORY,
          event,
          (double) Billing.bytes(bill.billedMemoryUsedInMb()));
      machine(MetricName.EXPRESS_EXECUTION_MEMORY, event, (double) Billing.memoryBytes(execution));
    }
  }

  private void machine(MetricName name, EventRecord event, double value) {
    data.add(
        new MetricDatum(name, execution.description().stateMachineArn(), event.timestamp(), value));
  }

  private void ofTask(EventRecord event, VisitRef visit, TaskState task) {
    TaskMetrics.Step step = TaskMetrics.stepOf(event.type());
    if (step == TaskMetrics.Step.NONE) {
      return;
    }
    TaskMetrics metrics = metricsOf(task.resource());
    String arn = task.resource().arn();
    Instant now = event.timestamp();
    Attempt attempt = attempts.getOrDefault(visit, new Attempt(event, null));
    switch (step) {
      case SCHEDULED -> {
        attempts.put(visit, new Attempt(event, null));
        count(metrics.scheduled(), arn, now);
      }
      case STARTED -> {
        attempts.put(visit, new Attempt(attempt.scheduled(), now));
        count(metrics.started(), arn, now);
        time(metrics.scheduleTime(), arn, attempt.scheduled().timestamp(), now);
      }
      case SUCCEEDED -> closed(metrics, metrics.succeeded(), arn, attempt, now);
      case FAILED -> closed(metrics, metrics.failed(), arn, attempt, now);
      default ->
          closed(
              metrics,
              attempt.isHeartbeatMissed(now)
                  ? MetricName.ACTIVITIES_HEARTBEAT_TIMED_OUT
                  : metrics.timedOut(),
              arn,
              attempt,
              now);
    }
  }

  private static TaskMetrics metricsOf(Resource resource) {
    if (resource instanceof Resource.LambdaFunction) {
      return TaskMetrics.LAMBDA;
    }
    return resource instanceof Resource.Activity ? TaskMetrics.ACTIVITY : TaskMetrics.SERVICE;
  }

  private void closed(
      TaskMetrics metrics, MetricName how, String arn, Attempt attempt, Instant now) {
    count(how, arn, now);
    attempt.start().ifPresent(started -> time(metrics.runTime(), arn, started, now));
    time(metrics.time(), arn, attempt.scheduled().timestamp(), now);
  }

  private void count(MetricName name, String arn, Instant now) {
    data.add(new MetricDatum(name, arn, now, 1));
  }

  private void time(MetricName name, String arn, Instant from, Instant now) {
    data.add(new MetricDatum(name, arn, now, milliseconds(Duration.between(from, now))));
  }

  private static double milliseconds(Duration duration) {
    return duration.getSeconds() * 1e3 + duration.getNano() / 1e6;
  }

  /** The latest attempt of a visit. */
  private record Attempt(EventRecord scheduled, @Nullable Instant startedOrNull) {
    Optional<Instant> start() {
      return Optional.ofNullable(startedOrNull);
    }

    /**
     * The history does not tell a missed heartbeat of an activity from a timeout, the time does.
     */
    boolean isHeartbeatMissed(Instant now) {
      if (!(scheduled.details() instanceof EventDetails.ActivityScheduled activity)
          || activity.heartbeatInSeconds() == null) {
        return false;
      }
      Long timeout = activity.timeoutInSeconds();
      Instant from = startedOrNull == null ? scheduled.timestamp() : startedOrNull;
      if (timeout == null) {
        return true;
      }
      Duration deadline = TimeRange.deadline(timeout);
      return !now.equals(from.plus(deadline)) && !now.equals(scheduled.timestamp().plus(deadline));
    }
  }
}
