package io.stepunit.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.expression.ValueAt;
import io.stepunit.internal.model.CompiledDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An execution: finished, or a snapshot of a running one. Immutable.
 *
 * <p>What the service's {@code DescribeExecution} and {@code GetExecutionHistory} tell, and views
 * of it for tests.
 *
 * @since 0.1.0
 */
public final class Execution {
  private final ExecutionDescription description;
  private final List<HistoryEvent> events;
  private final List<InjectedFault> injectedFaults;
  private final List<MapRun> mapRuns;

  public Execution(ExecutionDescription description, List<HistoryEvent> events) {
    this(description, events, List.of());
  }

  public Execution(
      ExecutionDescription description,
      List<HistoryEvent> events,
      List<InjectedFault> injectedFaults) {
    this(description, events, injectedFaults, List.of());
  }

  public Execution(
      ExecutionDescription description,
      List<HistoryEvent> events,
      List<InjectedFault> injectedFaults,
      List<MapRun> mapRuns) {
    this.description = description;
    this.events = List.copyOf(events);
    this.injectedFaults = List.copyOf(injectedFaults);
    this.mapRuns = List.copyOf(mapRuns);
  }

  /** Returns the response of DescribeExecution. */
  public ExecutionDescription description() {
    return description;
  }

  /** The machine that ran. */
  public CompiledDefinition definition() {
    return description.definition();
  }

  /** The type of the machine that ran. */
  public WorkflowType type() {
    return description.type();
  }

  public ExecutionStatus status() {
    return description.status();
  }

  public JsonNode input() {
    return description.input();
  }

  /** The output; empty unless the execution succeeded. */
  public Optional<JsonNode> output() {
    return description.output();
  }

  /**
   * A value in the output, by its JSONPath; empty if the output has none there or there is no
   * output.
   *
   * <pre>{@code
   * run.outputAt("$.order.id").orElseThrow().asInt()
   * }</pre>
   *
   * @param path {@code $}, or a path that begins with {@code $.} or {@code $[}
   * @throws IllegalArgumentException if the text is no such path
   */
  public Optional<JsonNode> outputAt(String path) {
    return output().flatMap(output -> ValueAt.path(output, path));
  }

  /** The error name of an execution that failed or was stopped with one. */
  public Optional<String> error() {
    return description.error();
  }

  public Optional<String> cause() {
    return description.cause();
  }

  /** The environment's seed. */
  public long seed() {
    return description.seed();
  }

  /** Returns the number of redrives. */
  public int redriveCount() {
    return (int)
        events.stream().filter(event -> event.type() == EventType.EXECUTION_REDRIVEN).count();
  }

  /**
   * Returns the ARN of the execution that started this one, if its Task passed it for AWS's console: {@code "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$": "$$.Execution.Id"} in the
   * input.
   */
  public Optional<String> startedBy() {
    JsonNode starter = input().path("AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID");
    return starter.isTextual() ? Optional.of(starter.textValue()) : Optional.empty();
  }

  public Instant startedAt() {
    return description.startedAt();
  }

  /** Returns the virtual time from start to end, or so far if the execution is running. */
  public Duration duration() {
    return Duration.between(
        description.startedAt(), description.stoppedAt().orElse(description.observedAt()));
  }

  /**
   * The history, in order. That of an Express execution can be read too, though AWS tells of one by
   * log records only: {@link #log}.
   */
  public List<HistoryEvent> events() {
    return events;
  }

  /** The faults that the test injected and that fired, in order. */
  public List<InjectedFault> injectedFaults() {
    return injectedFaults;
  }

  /** The visits of states, in the order in which they were entered. */
  public List<StateVisit> visits() {
    return Visits.of(events);
  }

  /** The visits of one state, by its name or by its path ({@code Lines[3]/Charge}). */
  public List<StateVisit> visits(String state) {
    return visits().stream()
        .filter(visit -> visit.name().equals(state) || visit.path().equals(state))
        .toList();
  }

  /**
   * The calls of all Tasks to their resources, retries included, in the order in which they were
   * made.
   *
   * <pre>{@code
   * assertThat(run.calls()).extracting(Call::state).containsExactly("Reserve", "Charge", "Charge");
   * }</pre>
   */
  public List<Call> calls() {
    return Calls.of(events);
  }

  /** The calls of one Task, by its state's name or by its path ({@code Lines[3]/Charge}). */
  public List<Call> calls(String state) {
    return calls().stream()
        .filter(call -> call.state().equals(state) || call.path().equals(state))
        .toList();
  }

  /** Returns the names of the visited states in the order in which they were entered. */
  public List<String> path() {
    return events.stream()
        .filter(event -> event.details() instanceof EventDetails.StateEntered)
        .map(event -> ((EventDetails.StateEntered) event.details()).name())
        .toList();
  }

  /**
   * The Map Runs of Maps in distributed mode, in the order of their start; those within their child
   * executions are the children's own.
   */
  public List<MapRun> mapRuns() {
    return mapRuns;
  }

  /** The history as {@code aws stepfunctions get-execution-history} prints it. */
  public String historyJson() {
    return HistoryJson.text(events);
  }

  /**
   * Returns the records that the machine sends to CloudWatch Logs at a level.
   *
   * @param includeExecutionData whether inputs and outputs are in them
   * @return an array of records, as {@link ExecutionLog} describes them
   */
  public JsonNode log(LogLevel level, boolean includeExecutionData) {
    return ExecutionLog.records(this, level, includeExecutionData);
  }

  /** Returns the history as readable lines, one per event. */
  public Timeline timeline() {
    return Timeline.of(this);
  }

  @Override
  public String toString() {
    return description.name() + " " + status() + "\n" + timeline();
  }
}
