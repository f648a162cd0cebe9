package io.stepunit.internal.api;

import io.stepunit.api.StepFunctionsException;
import io.stepunit.asl.WorkflowType;
import io.stepunit.budget.ExceededBudgetError;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.engine.SimulatedMachine;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.text.Arn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Starts executions under the service's rules of names, and finds them again.
 *
 * <p>The name of a Standard execution is its machine's for 90 days after its end. A start with the
 * name and the input of one that runs answers with that one.
 */
public final class Executions {
  private static final Duration NAME_IS_KEPT = Duration.ofDays(90);

  private final Engine engine;
  private final Map<String, Started> byArn = new HashMap<>();

  public Executions(Engine engine) {
    this.engine = engine;
  }

  /**
   * An execution that was started.
   *
   * @param children those that its Tasks have started
   */
  private record Started(
      ExecutionRun run,
      Revision revision,
      Optional<String> traceHeader,
      List<ExecutionRun> children) {}

  /**
   * Starts an execution at the present instant, or finds the one that the request is for.
   *
   * @throws StepFunctionsException {@code InvalidName}, {@code ValidationException} or {@code
   *     ExecutionAlreadyExists}
   * @throws ExceededBudgetError if too many executions descend from one start
   */
  public ExecutionRun start(Startable startable, StartRequest request) {
    SimulatedMachine machine = startable.machine();
    String name = request.name().orElse(null);
    if (name != null) {
      ExecutionNames.check(machine.arn(), name);
      ExecutionRun same = sameName(machine, name, request);
      if (same != null) {
        return same;
      }
    }
    Optional<Started> parent =
        request.startedBy().map(ExecutionRun::top).map(ExecutionRun::arn).map(byArn::get);
    ExecutionRun run =
        engine.start(
            machine,
            request.part(),
            name,
            request.input(),
            request.tasks(),
            request.handDriven(),
            request.synchronous(),
            request.startedBy().or(engine::atWork).orElse(null));
    Revision revision = startable.revision();
    byArn.put(
        run.arn(),
        new Started(
            run,
            revision,
            TraceHeader.of(request.traceHeader(), revision.settings().traced(), run),
            new ArrayList<>()));
    parent.ifPresent(started -> started.children().add(run));
    return run;
  }

  private @Nullable ExecutionRun sameName(
      SimulatedMachine machine, String name, StartRequest request) {
    if (machine.type() == WorkflowType.EXPRESS) {
      return null;
    }
    String arn = Arn.parse(machine.arn()).within("execution", name).toString();
    Started other = byArn.get(arn);
    if (other == null || isForgotten(other.run())) {
      return null;
    }
    if (!other.run().isEnded() && Json.sameValue(other.run().input(), request.input())) {
      return other.run();
    }
    throw new StepFunctionsException(
        "ExecutionAlreadyExists", "Execution Already Exists: '" + arn + "'");
  }

  private boolean isForgotten(ExecutionRun run) {
    return run.stoppedAt()
        .map(end -> end.plus(NAME_IS_KEPT).isBefore(engine.clock().instant()))
        .orElse(false);
  }

  /** The execution of an ARN; a child of a Map Run as long as it runs or is kept. */
  public Optional<ExecutionRun> find(String arn) {
    Started started = byArn.get(arn);
    return started == null ? engine.child(arn) : Optional.of(started.run());
  }

  /**
   * The revision of its machine that an execution was started with.
   *
   * @param run no child of a Map Run
   * @throws StepFunctionsException {@code ExecutionDoesNotExist}
   */
  Revision revisionOf(ExecutionRun run) {
    Started started = byArn.get(run.arn());
    if (started == null) {
      throw doesNotExist(run.arn());
    }
    return started.revision();
  }

  /** The X-Ray header of an execution; a child of a Map Run has none. */
  Optional<String> traceHeaderOf(ExecutionRun run) {
    return Optional.ofNullable(byArn.get(run.arn())).flatMap(Started::traceHeader);
  }

  /**
   * The executions that Tasks of an execution have started, those of its Map Runs' children among
   * them, in the order of their start.
   */
  public List<ExecutionRun> children(ExecutionRun run) {
    Started started = byArn.get(run.arn());
    return started == null ? List.of() : List.copyOf(started.children());
  }

  /**
   * The execution of an ARN.
   *
   * @throws StepFunctionsException {@code InvalidArn} or {@code ExecutionDoesNotExist}
   */
  ExecutionRun require(String arn) {
    return find(Arns.require(arn, "execution")).orElseThrow(() -> doesNotExist(arn));
  }

  private static StepFunctionsException doesNotExist(String arn) {
    return new StepFunctionsException(
        "ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'");
  }

  /** From now on these executions are not found any more. */
  void forget(List<ExecutionRun> runs) {
    runs.forEach(run -> byArn.remove(run.arn()));
  }

  /** The executions of a machine that can be found, in the order of their start. */
  List<ExecutionRun> listed(String stateMachineArn) {
    return of(stateMachineArn).stream().filter(run -> byArn.containsKey(run.arn())).toList();
  }

  /**
   * The execution of an ARN, which may be that of an Express child of a Map Run.
   *
   * @throws StepFunctionsException {@code InvalidArn} or {@code ExecutionDoesNotExist}
   */
  ExecutionRun requireChildOrOther(String arn) {
    return engine.child(arn).orElseGet(() -> require(arn));
  }

  /** The executions of a machine, in the order of their start. */
  public List<ExecutionRun> of(String stateMachineArn) {
    return engine.executions().stream()
        .filter(run -> run.machine().arn().equals(stateMachineArn))
        .toList();
  }
}
