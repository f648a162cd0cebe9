package io.stepunit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.asl.WorkflowType;
import io.stepunit.cost.Cost;
import io.stepunit.cost.MapGrowth;
import io.stepunit.cost.QuotaUse;
import io.stepunit.history.Call;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.history.HistoryEvent;
import io.stepunit.history.InjectedFault;
import io.stepunit.history.LogLevel;
import io.stepunit.history.StateVisit;
import io.stepunit.history.Timeline;
import io.stepunit.internal.analysis.Costs;
import io.stepunit.internal.analysis.MapGrowths;
import io.stepunit.internal.analysis.QuotaUses;
import io.stepunit.internal.expression.ValueAt;
import io.stepunit.internal.graph.GraphDrawers;
import io.stepunit.internal.graph.MachineGraph;
import io.stepunit.internal.graph.Mermaid;
import io.stepunit.internal.history.EventCopy;
import io.stepunit.internal.history.ExecutionDescription;
import io.stepunit.internal.history.ExecutionLog;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.history.HistoryJson;
import io.stepunit.internal.mock.ThrownLog;
import io.stepunit.internal.report.ExecutionMarks;
import io.stepunit.internal.report.ReportLinks;
import io.stepunit.mock.ThrownException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An execution that has ended, or a snapshot of one that runs. Immutable.
 *
 * <p>It has what the service's {@code DescribeExecution} and {@code GetExecutionHistory} return,
 * and views of the history for tests.
 *
 * <pre>{@code
 * Execution run = order.run(Map.of("id", 7));
 * assertThat(run).isSucceeded().hasPath("Charge", "Ship");
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Execution {
  private final ExecutionRecord execution;
  private final ExecutionDescription description;
  private final ThrownLog thrown;

  /** Read from the history when they are first asked for: each assertion asks again. */
  private @Nullable List<StateVisit> visits;

  private @Nullable List<Call> calls;

  Execution(ExecutionRecord execution, ThrownLog thrown) {
    this.execution = execution;
    this.thrown = thrown;
    this.description = execution.description();
  }

  ExecutionRecord internal() {
    return execution;
  }

  /** The execution's name. */
  public String name() {
    return description.name();
  }

  /** The execution's ARN. */
  public String arn() {
    return description.arn();
  }

  /**
   * The ARN of the machine that ran; that of a Map Run's child executions ends with the Map's
   * label.
   */
  public String stateMachineArn() {
    return description.stateMachineArn();
  }

  /** The definition of the machine that ran. */
  public StateMachineDefinition definition() {
    return description.definition();
  }

  /** The type of the machine that ran. */
  public WorkflowType type() {
    return description.type();
  }

  /** The status. */
  public ExecutionStatus status() {
    return description.status();
  }

  /** Returns a copy of the input. */
  public JsonNode input() {
    return description.input().deepCopy();
  }

  /** Returns a copy of the output; empty unless the execution succeeded. */
  public Optional<JsonNode> output() {
    return description.output().map(JsonNode::deepCopy);
  }

  /**
   * Returns a copy of a value in the output, by its JSONPath; empty if the output has none there or
   * there is no output.
   *
   * <pre>{@code
   * run.outputAt("$.order.id").orElseThrow().asInt()
   * }</pre>
   *
   * @param path {@code $}, or a path that begins with {@code $.} or {@code $[}
   * @throws IllegalArgumentException if the text is no such path
   */
  public Optional<JsonNode> outputAt(String path) {
    Objects.requireNonNull(path, "path");
    return description
        .output()
        .flatMap(output -> ValueAt.path(output, path))
        .map(JsonNode::deepCopy);
  }

  /** The error name of an execution that failed or was stopped with one. */
  public Optional<String> error() {
    return description.error();
  }

  /** The cause of an execution that failed or was stopped with one. */
  public Optional<String> cause() {
    return description.cause();
  }

  /** The environment's seed. */
  public long seed() {
    return description.seed();
  }

  /** Returns the number of redrives. */
  public int redriveCount() {
    return execution.redriveCount();
  }

  /**
   * The ARN of the execution that started this one, where its Task names it in the way that AWS's
   * console expects: by {@code "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$": "$$.Execution.Id"}
   * in the input.
   */
  public Optional<String> startedBy() {
    JsonNode starter = description.input().path("AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID");
    return starter.isTextual() ? Optional.of(starter.textValue()) : Optional.empty();
  }

  /** The virtual time of the start. */
  public Instant startedAt() {
    return description.startedAt();
  }

  /** The virtual time of the end; empty while the execution runs. */
  public Optional<Instant> stoppedAt() {
    return description.stoppedAt();
  }

  /** Returns the virtual time from start to end, or so far if the execution is running. */
  public Duration duration() {
    return description.duration();
  }

  /**
   * The history, in order. An Express execution has one too, though AWS shows only its log records:
   * {@link #log}.
   */
  public List<HistoryEvent> events() {
    return EventCopy.of(execution.events());
  }

  /** The faults that the test injected and that fired, in order. */
  public List<InjectedFault> injectedFaults() {
    return execution.injectedFaults();
  }

  /**
   * What handlers and answers threw while they answered Tasks of the execution, in order; the
   * latest of it where there is much; also the response by which a server failed an HTTP Task. A
   * failed assertion on the execution shows it, too.
   *
   * <pre>{@code
   * assertThat(run.thrown().get(0).exception()).hasMessage("card expired");
   * }</pre>
   */
  public List<ThrownException> thrown() {
    return thrown.of(arn());
  }

  /** The visits of states, in the order in which they were entered. */
  public List<StateVisit> visits() {
    List<StateVisit> known = visits;
    if (known == null) {
      known = execution.visits();
      visits = known;
    }
    return known;
  }

  /** The visits of one state, by its name or by its path ({@code Lines[3]/Charge}). */
  public List<StateVisit> visits(String state) {
    Objects.requireNonNull(state, "state");
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
    List<Call> known = calls;
    if (known == null) {
      known = execution.calls();
      calls = known;
    }
    return known;
  }

  /** The calls of one Task, by its state's name or by its path ({@code Lines[3]/Charge}). */
  public List<Call> calls(String state) {
    Objects.requireNonNull(state, "state");
    return calls().stream()
        .filter(call -> call.state().equals(state) || call.path().equals(state))
        .toList();
  }

  /** Returns the names of the visited states in the order in which they were entered. */
  public List<String> path() {
    return execution.path();
  }

  /**
   * The Map Runs of Maps in distributed mode, in the order of their start; those within their child
   * executions belong to the children.
   */
  public List<MapRun> mapRuns() {
    return execution.mapRuns().stream().map(run -> new MapRun(run, thrown)).toList();
  }

  /** The history as {@code aws stepfunctions get-execution-history} prints it. */
  public String historyJson() {
    return HistoryJson.text(execution.events());
  }

  /**
   * The records that the machine sends to CloudWatch Logs if it logs at a level.
   *
   * <p>A record is {@code {"id": "2", "type": "FailStateEntered", "details": {…},
   * "previous_event_id": "0", "event_timestamp": "1767225600000", "execution_arn": …,
   * "redrive_count": "0"}}: all scalar members are text, the timestamp in milliseconds since 1970.
   *
   * @param level which events are logged
   * @param includeExecutionData whether inputs and outputs are in the records
   * @return an array of records, in the order of the history
   */
  public JsonNode log(LogLevel level, boolean includeExecutionData) {
    Objects.requireNonNull(level, "level");
    return ExecutionLog.records(execution, level, includeExecutionData);
  }

  /**
   * What the execution costs, so far if it is running, at AWS's published prices.
   *
   * <pre>{@code
   * run.cost().usd(1_000_000)
   * }</pre>
   */
  public Cost cost() {
    return Costs.of(execution);
  }

  /**
   * How much of AWS's quotas the execution uses, in the order of {@link io.stepunit.cost.Quota}. Of
   * a Map Run's child executions that were kept the one counts that uses most.
   */
  public List<QuotaUse> quotas() {
    return QuotaUses.of(execution);
  }

  /**
   * How an execution grows with the items of a Map, as this and another one show: with how many
   * items it uses up a quota.
   *
   * <pre>{@code
   * assertThat(tenLines.mapGrowth("Lines", twentyLines).mostItems()).isGreaterThan(1_000);
   * }</pre>
   *
   * @param map the Map's name, or the path of one visit ({@code Orders[0]/Lines})
   * @param other an execution of the same machine with another number of items
   * @throws IllegalArgumentException if the Map did not run exactly once in each, or with the same
   *     number of items
   */
  public MapGrowth mapGrowth(String map, Execution other) {
    Objects.requireNonNull(map, "map");
    Objects.requireNonNull(other, "other");
    return MapGrowths.between(map, execution, other.execution);
  }

  /**
   * A picture of the machine with what this execution did in it, as an SVG document: states by
   * their outcome, the way that was taken, attempts and iterations. It is light or dark as the
   * reader's system is.
   *
   * <pre>{@code
   * Files.writeString(Path.of("run.svg"), run.toSvg());
   * }</pre>
   *
   * @throws UnsupportedOperationException if the jar {@code stepunit-report} is not there
   */
  public String toSvg() {
    return GraphDrawers.find()
        .svg(machine(), name() + ": " + status(), ExecutionMarks.of(execution));
  }

  /** The same picture as {@link #toSvg} in Mermaid's language, for a page in Markdown. */
  public String toMermaid() {
    return Mermaid.of(machine(), ExecutionMarks.of(execution));
  }

  private MachineGraph machine() {
    return MachineGraph.of(description.definition().source());
  }

  /** The events as readable lines. */
  public Timeline timeline() {
    return execution.timeline();
  }

  /**
   * The address of the execution in the report, for messages: {@code
   * target/stepunit/index.html#/execution/4f2a90c1b7-1}. The same test has the same one in each
   * run. Empty if nothing is recorded, and after the end of the test.
   */
  public Optional<String> reportLink() {
    return ReportLinks.to(execution);
  }

  /** Name, status and timeline. */
  @Override
  public String toString() {
    return execution.toString();
  }
}
