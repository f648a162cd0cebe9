package io.stepunit.fault;

/**
 * A fault that was declared: says which calls it befalls, and goes on to the next fault. Without a
 * word it befalls every call.
 *
 * <p>Calls are counted in one execution from 1: retries, loops and iterations alike.
 */
public final class FaultRule {
  private final Faults faults;
  private final FaultDeclaration declaration;

  FaultRule(Faults faults, FaultDeclaration declaration) {
    this.faults = faults;
    this.declaration = declaration;
  }

  /**
   * Befalls one call only.
   *
   * @param n 1 for the first
   */
  public FaultRule onCall(int n) {
    return befalls(new Occurrence.Nth(atLeastOne(n)));
  }

  /**
   * Befalls the first calls.
   *
   * @param n how many
   */
  public FaultRule first(int n) {
    return befalls(new Occurrence.First(atLeastOne(n)));
  }

  /**
   * Befalls calls by chance, drawn from the environment's seed. It does not fail the test if it
   * never fires.
   *
   * @param probability from 0 to 1
   */
  public FaultRule withProbability(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "A probability is between 0 and 1, but this is " + probability);
    }
    return befalls(new Occurrence.Chance(probability));
  }

  /** May stay unfired without failing the test. */
  public FaultRule lenient() {
    declaration.makeLenient();
    return this;
  }

  /** A further fault, on a state; see {@link Faults#on}. */
  public FaultTarget on(String state) {
    return faults.on(state);
  }

  /** A further fault, on a resource; see {@link Faults#onResource}. */
  public FaultTarget onResource(String pattern) {
    return faults.onResource(pattern);
  }

  /** A further fault, on a service; see {@link Faults#onService}. */
  public FaultTarget onService(String service) {
    return faults.onService(service);
  }

  /** A further fault, on all Tasks; see {@link Faults#onAnyTask}. */
  public FaultTarget onAnyTask() {
    return faults.onAnyTask();
  }

  private FaultRule befalls(Occurrence occurrence) {
    declaration.befalls(occurrence);
    return this;
  }

  private static int atLeastOne(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("Calls are counted from 1, but this is " + n);
    }
    return n;
  }
}
