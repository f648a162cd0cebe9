package io.stepunit.fault;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Injects faults into the Tasks of one machine.
 *
 * <pre>{@code
 * order.faults()
 *     .on("Charge").throttledFirst(3)
 *     .on("Ship").fails("Lambda.ServiceException").withProbability(0.2)
 *     .onAnyTask().latency(ofMillis(200));
 * }</pre>
 *
 * <p>Faults act between the engine and what answers a Task: mocks, handlers, HTTP and clients of
 * the AWS SDK stay as they are. Each that fires has a line in the execution's timeline. One that is
 * not left to chance and never fires fails the test, as an unused mock does.
 *
 * <p>Several faults may affect one call: latency adds to whatever comes, a refusal keeps the call
 * from being made, and of several refusals the one declared first counts.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public interface Faults {
  /**
   * Selects one Task.
   *
   * @param state the name of a Task state anywhere in the machine, or a path to one: {@code
   *     Lines[3]/Charge}
   * @throws IllegalArgumentException if there is no such Task; tells the nearest name
   */
  FaultTarget on(String state);

  /**
   * Selects all Tasks that call a resource.
   *
   * @param pattern the text of the {@code Resource} field; {@code *} stands for any text
   * @throws IllegalArgumentException if no Task calls such a resource
   */
  FaultTarget onResource(String pattern);

  /**
   * Selects all Tasks that call a service, by its optimized or its SDK integration.
   *
   * @param service the service's name in either integration
   * @throws IllegalArgumentException if no Task calls that service
   */
  FaultTarget onService(String service);

  /** Selects all Tasks that the fault applies to. */
  FaultTarget onAnyTask();

  /** The faults declared so far, in order. */
  List<FaultDeclaration> declarations();
}
