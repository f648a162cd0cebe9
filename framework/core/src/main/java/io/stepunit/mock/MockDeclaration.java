package io.stepunit.mock;

import java.util.Optional;

/**
 * A mock that a test declared. Compared by identity.
 *
 * <p>Its text names what was mocked and where: {@code mock("Charge") at OrderTest.java:41}. The
 * same line of a test gives the same text in each environment.
 *
 * @since 0.1.0
 */
public interface MockDeclaration {
  /** Returns the target as the test wrote it: a state, a path or a resource pattern. */
  String target();

  /** The mock as the test wrote it: {@code order.mock("Charge")}. */
  String code();

  /** The line of the test that declared it, as in a stack trace. */
  String declaredAt();

  /** Returns whether it has answered a Task. */
  boolean used();

  /** Returns whether it may stay unused. */
  boolean lenient();

  /** Returns the later mock of the same target and inputs that replaced it. */
  Optional<MockDeclaration> replacement();

  /** Why it answered no Task, as a sentence; meaningful only for an unused mock. */
  String whyUnused();
}
