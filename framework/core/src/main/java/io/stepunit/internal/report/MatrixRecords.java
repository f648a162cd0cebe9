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
import java.util.List;
import java.util.stream.Stream;

/**
 * The records of one fault matrix: first its plan, then a record of each combination when its test
 * has ended, so that a JVM that is killed takes only the running one with it. A reader joins the
 * records of one id. Not for use by several threads.
 */
public final class MatrixRecords {
  private final CompiledDefinition definition;
  private final ObjectNode head = Json.NODES.objectNode();
  private final SweepVisits visits = new SweepVisits();

  /**
   * @param id of the sweep
   * @param test the unique id of the test template
   * @param definition the machine
   * @param definitionId the id of its record
   */
  public MatrixRecords(
      String id, String test, StateMachineDefinition definition, String definitionId) {
    this.definition = CompiledDefinition.of(definition);
    head.put("kind", "sweep");
    head.put("id", id);
    head.put("test", test);
    head.put("type", "FAULT_MATRIX");
    head.put("definition", definitionId);
  }

  /**
   * What is to be tried.
   *
   * @param className the test's class
   * @param name what the test is called
   * @param faults the single faults, state by state
   */
  public ObjectNode plan(String className, String name, List<Fault> faults) {
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

  /**
   * One combination.
   *
   * @param test the unique id of its test
   * @param executions what the test ran, executions of other machines too, in the order of their
   *     starts
   * @param executionIds the ids of their records
   */
  public ObjectNode cell(
      Fault fault,
      CellOutcome outcome,
      String test,
      List<Execution> executions,
      List<String> executionIds) {
    ObjectNode sweep = head.deepCopy();
    ObjectNode cell = sweep.putArray("cells").addObject();
    putFault(cell, fault);
    fault.second().ifPresent(second -> putFault(cell.putObject("pair"), second));
    cell.put("outcome", outcome.name());
    cell.put("test", test);
    List<Execution> ours =
        executions.stream().filter(execution -> execution.definition() == definition).toList();
    ours.stream()
        .filter(MatrixRecords::isBroken)
        .findFirst()
        .or(() -> ours.stream().findFirst())
        .ifPresent(
            execution -> {
              cell.put("execution", executionIds.get(executions.indexOf(execution)));
              putExecution(sweep, cell, execution);
            });
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
