package io.stepunit.fault;

/**
 * A fault that was declared: says which calls it befalls, and goes on to the next fault. Without a
 * word it befalls every call.
 *
 * <p>Calls are counted in one execution from 1: retries, loops and iterations alike.
 *
 * @since 0.1.0
 */
public interface FaultRule {
  /**
   * Befalls one call only.
   *
   * @param n 1 for the first
   */
  FaultRule onCall(int n);

  /**
   * Befalls the first calls.
   *
   * @param n how many
   */
  FaultRule first(int n);

  /**
   * Befalls calls by chance, drawn from the environment's seed. It does not fail the test if it
   * never fires.
   *
   * @param probability from 0 to 1
   */
  FaultRule withProbability(double probability);

  /** May stay unfired without failing the test. */
  FaultRule lenient();

  /** A further fault, on a state; see {@link Faults#on}. */
  FaultTarget on(String state);

  /** A further fault, on a resource; see {@link Faults#onResource}. */
  FaultTarget onResource(String pattern);

  /** A further fault, on a service; see {@link Faults#onService}. */
  FaultTarget onService(String service);

  /** A further fault, on all Tasks; see {@link Faults#onAnyTask}. */
  FaultTarget onAnyTask();
}
