package io.stepunit.internal.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Execution;
import io.stepunit.Fault;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.fault.FaultKind;
import io.stepunit.internal.fault.FaultPlan;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.CompiledDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The records of one fault matrix: first its plan, then a record of each combination when its test
 * has ended, so that a JVM that is killed takes only the running one with it. A reader joins the
 * records of one id.
 */
public final class MatrixRecords {
  private final TestId id;
  private final String className;
  private final String name;
  private final CompiledDefinition definition;
  private final List<Fault> faults;
  private final SweepVisits visits = new SweepVisits();
  private boolean isPlanned;

  /**
   * @param template the test template, which the matrix has its id of
   * @param className the test's class
   * @param name what the test is called
   * @param definition the machine
   * @param faults the single faults, state by state
   */
  public MatrixRecords(
      TestRecording template,
      String className,
      String name,
      StateMachineDefinition definition,
      List<Fault> faults) {
    this.id = template.id();
    this.className = className;
    this.name = name;
    this.definition = CompiledDefinition.of(definition);
    this.faults = List.copyOf(faults);
  }

  /**
   * Notes what came of one combination.
   *
   * @param test of the combination
   * @param outcome as far as it is known before the test has ended
   * @param executions what the test ran, executions of other machines too, in the order of their
   *     starts
   */
  public void add(
      TestRecording test, Fault fault, CellOutcome outcome, List<Execution> executions) {
    test.add(ended -> records(ended, fault, outcome, executions));
  }

  private List<ObjectNode> records(
      RecordedTest test, Fault fault, CellOutcome outcome, List<Execution> executions) {
    List<Execution> ours =
        executions.stream().filter(execution -> execution.definition() == definition).toList();
    Optional<Execution> shown =
        ours.stream()
            .filter(MatrixRecords::isBroken)
            .findFirst()
            .or(() -> ours.stream().findFirst());
    List<ObjectNode> records = new ArrayList<>();
    ObjectNode head = head(shown.flatMap(test::definitionOf));
    if (!isPlanned) {
      isPlanned = true;
      records.add(plan(head));
    }
    records.add(cell(head, test, fault, outcome, shown));
    return records;
  }

  private ObjectNode head(Optional<String> definitionId) {
    ObjectNode head = Json.NODES.objectNode();
    head.put("kind", "sweep");
    head.put("id", id.key());
    head.put("test", id.uniqueId());
    head.put("type", "FAULT_MATRIX");
    definitionId.ifPresent(known -> head.put("definition", known));
    return head;
  }

  private ObjectNode plan(ObjectNode head) {
    ObjectNode plan = head.deepCopy();
    plan.put("class", className);
    plan.put("name", name);
    ArrayNode states = plan.putArray("states");
    faults.stream().map(Fault::state).distinct().forEach(states::add);
    ArrayNode columns = plan.putArray("faults");
    Stream.concat(
            faults.stream().filter(fault -> !isGeneral(fault)),
            faults.stream().filter(MatrixRecords::isGeneral))
        .map(fault -> new Column(fault.what(), isGeneral(fault)))
        .distinct()
        .forEach(column -> column.addTo(columns));
    plan.putArray("cells");
    return plan;
  }

  private record Column(String fault, boolean general) {
    void addTo(ArrayNode columns) {
      columns.addObject().put("fault", fault).put("general", general);
    }
  }

  /** Whether each Task has it, whatever its definition names. */
  private static boolean isGeneral(Fault fault) {
    return fault.kind() != FaultKind.FAILS
        || fault.what().equals(FaultPlan.TASK_FAILED)
        || fault.what().equals(FaultPlan.UNKNOWN_ERROR);
  }

  private ObjectNode cell(
      ObjectNode head,
      RecordedTest test,
      Fault fault,
      CellOutcome outcome,
      Optional<Execution> execution) {
    ObjectNode sweep = head.deepCopy();
    ObjectNode cell = sweep.putArray("cells").addObject();
    putFault(cell, fault);
    fault.second().ifPresent(second -> putFault(cell.putObject("pair"), second));
    cell.put("outcome", (test.failed() ? CellOutcome.ASSERTION_FAILED : outcome).name());
    cell.put("test", test.id().uniqueId());
    execution.flatMap(test::idOf).ifPresent(known -> cell.put("execution", known));
    execution.ifPresent(run -> putExecution(sweep, cell, run));
    return sweep;
  }

  private static boolean isBroken(Execution execution) {
    return !execution.injectedFaults().isEmpty()
        || execution.mapRuns().stream()
            .flatMap(run -> run.children().stream())
            .anyMatch(MatrixRecords::isBroken);
  }

  private static void putFault(ObjectNode cell, Fault fault) {
    cell.put("state", fault.state());
    cell.put("fault", fault.what());
    cell.put("attempts", fault.attempts().name());
  }

  private void putExecution(ObjectNode sweep, ObjectNode cell, Execution execution) {
    cell.put("status", execution.status().name());
    execution.error().ifPresent(error -> cell.put("error", error));
    cell.put("fired", isBroken(execution));
    ObjectNode definitions = Json.NODES.objectNode();
    cell.set("course", visits.course(execution, definitions));
    sweep.set("visits", definitions);
  }
}
