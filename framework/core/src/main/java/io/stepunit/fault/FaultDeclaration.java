package io.stepunit.fault;

import org.apiguardian.api.API;

/**
 * A fault that a test declared. Compared by identity.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public interface FaultDeclaration {
  /** What goes wrong. */
  FaultKind kind();

  /** How often it fired. */
  int fired();

  /** Returns whether chance decides which calls it affects. */
  boolean isProbabilistic();

  /** Returns whether it may stay unfired. */
  boolean lenient();

  /** As the test wrote it: {@code order.faults().on("Charge").throttled()}. */
  String code();

  /** The line of the test that declared it, in the form of a stack trace, or the annotation. */
  String declaredAt();

  /** Why it never fired, as a sentence. */
  String whyUnfired();
}
