package io.stepunit.fault;

import org.apiguardian.api.API;

/**
 * Selects the calls that the fault affects, and continues with further faults. Without a word it
 * affects every call.
 *
 * <p>Calls are counted in one execution from 1: retries, loops and iterations alike.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public interface FaultRule {
  /**
   * Affects only the n-th call.
   *
   * @param n 1 for the first
   */
  FaultRule onCall(int n);

  /**
   * Affects the first n calls.
   *
   * @param n how many
   */
  FaultRule first(int n);

  /**
   * Affects calls at random, drawn by the environment's seed. It does not fail the test if it never
   * fires.
   *
   * @param probability from 0 to 1
   */
  FaultRule withProbability(double probability);

  /** Accepts that the fault never fires. */
  FaultRule lenient();

  /** Declares another fault, on a state; see {@link Faults#on}. */
  FaultTarget on(String state);

  /** Declares another fault, on a resource; see {@link Faults#onResource}. */
  FaultTarget onResource(String pattern);

  /** Declares another fault, on a service; see {@link Faults#onService}. */
  FaultTarget onService(String service);

  /** Declares another fault, on all Tasks; see {@link Faults#onAnyTask}. */
  FaultTarget onAnyTask();
}
