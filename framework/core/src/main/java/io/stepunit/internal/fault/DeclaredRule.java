package io.stepunit.internal.fault;

import io.stepunit.fault.FaultRule;
import io.stepunit.fault.FaultTarget;
import java.util.Objects;

/** Refines the fault declared last. */
final class DeclaredRule implements FaultRule {
  private final MachineFaults faults;
  private final DeclaredFault declaration;

  DeclaredRule(MachineFaults faults, DeclaredFault declaration) {
    this.faults = faults;
    this.declaration = declaration;
  }

  @Override
  public FaultRule onCall(int n) {
    return affects(new Occurrence.Nth(atLeastOne(n)));
  }

  @Override
  public FaultRule first(int n) {
    return affects(new Occurrence.First(atLeastOne(n)));
  }

  @Override
  public FaultRule withProbability(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "A probability is between 0 and 1, but this is " + probability);
    }
    return affects(new Occurrence.Chance(probability));
  }

  @Override
  public FaultRule lenient() {
    declaration.makeLenient();
    return this;
  }

  @Override
  public FaultTarget on(String state) {
    Objects.requireNonNull(state, "state");
    return faults.on(state);
  }

  @Override
  public FaultTarget onResource(String pattern) {
    Objects.requireNonNull(pattern, "pattern");
    return faults.onResource(pattern);
  }

  @Override
  public FaultTarget onService(String service) {
    Objects.requireNonNull(service, "service");
    return faults.onService(service);
  }

  @Override
  public FaultTarget onAnyTask() {
    return faults.onAnyTask();
  }

  private FaultRule affects(Occurrence occurrence) {
    declaration.affects(occurrence);
    return this;
  }

  private static int atLeastOne(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("Calls are counted from 1, but this is " + n);
    }
    return n;
  }
}
