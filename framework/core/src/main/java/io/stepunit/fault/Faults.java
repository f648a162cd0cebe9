package io.stepunit.fault;

import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.spi.TaskDispatcher;
import io.stepunit.internal.target.DeclaredAt;
import io.stepunit.internal.target.TaskTarget;
import io.stepunit.internal.target.TaskTargets;
import java.util.ArrayList;
import java.util.List;

/**
 * The faults of one machine in one environment.
 *
 * <pre>{@code
 * order.faults()
 *     .on("Charge").throttledFirst(3)
 *     .on("Ship").fails("Lambda.ServiceException").withProbability(0.2)
 *     .onAnyTask().latency(ofMillis(200));
 * }</pre>
 *
 * <p>Faults stand between the engine and whoever answers a Task: mocks, handlers, HTTP and clients
 * of the AWS SDK stay as they are. Each that fires has a line in the execution's timeline. One that
 * is not left to chance and never fires fails the test, as an unused mock does.
 *
 * <p>Several faults may befall one call: latency adds to whatever comes, a refusal keeps the call
 * from being made, and of several refusals the one declared first counts.
 */
public final class Faults {
  private final TaskTargets targets;
  private final long seed;
  private final List<FaultDeclaration> declarations = new ArrayList<>();

  /**
   * @param machine the machine's name, for messages
   * @param seed what all chance derives from
   */
  public Faults(String machine, CompiledDefinition definition, long seed) {
    this.targets = new TaskTargets(machine, definition);
    this.seed = seed;
  }

  /**
   * On one Task.
   *
   * @param state the name of a Task state anywhere in the machine, or a path to one: {@code
   *     Lines[3]/Charge}
   * @throws IllegalArgumentException if there is no such Task; tells the nearest name
   */
  public FaultTarget on(String state) {
    return target("on", targets.state(state));
  }

  /**
   * On all Tasks that call a resource.
   *
   * @param pattern the text of the {@code Resource} field; {@code *} stands for any text
   * @throws IllegalArgumentException if no Task calls such a resource
   */
  public FaultTarget onResource(String pattern) {
    return target("onResource", targets.resource(pattern));
  }

  /**
   * On all Tasks that call a service, by its optimized or its SDK integration.
   *
   * @param service the service's name in either integration
   * @throws IllegalArgumentException if no Task calls that service
   */
  public FaultTarget onService(String service) {
    return target("onService", targets.service(service));
  }

  /** On all Tasks that the fault can befall. */
  public FaultTarget onAnyTask() {
    return target("onAnyTask", targets.all());
  }

  /**
   * Declares what a fault of a sweep says. Such a fault may stay unfired.
   *
   * @param origin who declares it, for people
   */
  public void declare(Fault fault, String origin) {
    TaskTarget tasks = targets.state(fault.state());
    DeclaredAt place = DeclaredAt.annotation(origin);
    FaultRule rule =
        declare("on(" + tasks.literal() + ")", tasks, fault.code(), fault.spec(), place).lenient();
    if (fault.attempts() == Fault.Attempts.FIRST) {
      rule.first(1);
    }
    fault.second().ifPresent(second -> declare(second, origin));
  }

  /** The faults declared so far, in order. */
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
    FaultDeclaration declaration = new FaultDeclaration(code, tasks, verb, spec, place, ownSeed);
    declarations.add(declaration);
    return new FaultRule(this, declaration);
  }

  private FaultTarget target(String method, TaskTarget tasks) {
    return new FaultTarget(this, method + "(" + tasks.literal() + ")", tasks);
  }
}
