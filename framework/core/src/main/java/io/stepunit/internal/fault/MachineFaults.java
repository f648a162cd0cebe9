package io.stepunit.internal.fault;

import io.stepunit.Fault;
import io.stepunit.fault.FaultDeclaration;
import io.stepunit.fault.FaultRule;
import io.stepunit.fault.FaultTarget;
import io.stepunit.fault.Faults;
import io.stepunit.internal.spi.TaskDispatcher;
import io.stepunit.internal.target.DeclaredAt;
import io.stepunit.internal.target.TaskTarget;
import io.stepunit.internal.target.TaskTargets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The faults of a machine, and what they do to its Tasks. */
public final class MachineFaults implements Faults {
  private final TaskTargets targets;
  private final long seed;
  private final List<DeclaredFault> declarations = new ArrayList<>();

  /**
   * @param targets finds the Tasks of the machine
   * @param seed what all chance derives from
   */
  public MachineFaults(TaskTargets targets, long seed) {
    this.targets = targets;
    this.seed = seed;
  }

  /** What stands behind the faults that a machine hands out. */
  public static MachineFaults of(Faults faults) {
    return (MachineFaults) faults;
  }

  @Override
  public FaultTarget on(String state) {
    Objects.requireNonNull(state, "state");
    return target("on", targets.state(state));
  }

  @Override
  public FaultTarget onResource(String pattern) {
    Objects.requireNonNull(pattern, "pattern");
    return target("onResource", targets.resource(pattern));
  }

  @Override
  public FaultTarget onService(String service) {
    Objects.requireNonNull(service, "service");
    return target("onService", targets.service(service));
  }

  @Override
  public FaultTarget onAnyTask() {
    return target("onAnyTask", targets.all());
  }

  /**
   * Declares what a fault of a sweep says. Such a fault may stay unfired.
   *
   * @param origin who declares it, for messages
   */
  public void declare(Fault fault, String origin) {
    declare(fault, origin, "Injected by the fault matrix.");
  }

  /**
   * Declares what a fault says. Such a fault may stay unfired.
   *
   * @param origin who declares it, for messages
   * @param cause the cause of errors that have none of their own
   */
  public void declare(Fault fault, String origin, String cause) {
    TaskTarget tasks = targets.state(fault.state());
    DeclaredAt place = DeclaredAt.annotation(origin);
    FaultRule rule =
        declare(
                "on(" + tasks.literal() + ")",
                tasks,
                verb(fault),
                FaultSpec.of(fault, cause),
                place)
            .lenient();
    if (fault.attempts() == Fault.Attempts.FIRST) {
      rule.first(1);
    }
    fault.second().ifPresent(second -> declare(second, origin, cause));
  }

  /** From now on nothing goes wrong any more. */
  public void lift() {
    declarations.clear();
  }

  /**
   * Whether each call of a Task is kept from having its effect, so that it can do no more than be
   * tried.
   */
  public boolean refusesAllCallsOf(String state) {
    return declarations.stream().anyMatch(fault -> fault.refusesAllCallsOf(state));
  }

  @Override
  public List<FaultDeclaration> declarations() {
    return List.copyOf(declarations);
  }

  /** The Tasks with the faults around them. */
  public TaskDispatcher around(TaskDispatcher tasks) {
    return new FaultyTasks(declarations, tasks);
  }

  FaultRule declare(
      String target, TaskTarget tasks, String verb, FaultSpec spec, DeclaredAt place) {
    long ownSeed = seed + 31L * declarations.size();
    String code = targets.variable() + ".faults()." + target;
    DeclaredFault declaration = new DeclaredFault(code, tasks, verb, spec, place, ownSeed);
    declarations.add(declaration);
    return new DeclaredRule(this, declaration);
  }

  private static String verb(Fault fault) {
    return fault
        .error()
        .map(name -> "fails(\"" + name + "\")")
        .orElseGet(() -> fault.kind().text());
  }

  private FaultTarget target(String method, TaskTarget tasks) {
    return new TargetedTasks(this, method + "(" + tasks.literal() + ")", tasks);
  }
}
