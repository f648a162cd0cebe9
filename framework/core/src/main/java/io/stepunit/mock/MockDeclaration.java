package io.stepunit.mock;

import java.util.Optional;

/**
 * One mock as a test made it. Compared by identity.
 *
 * <p>Its text names what was mocked and where: {@code mock("Charge") at OrderTest.java:41}. The
 * same line of a test gives the same text in each environment.
 *
 * @since 0.1.0
 */
public interface MockDeclaration {
  /** What is mocked, as the test wrote it: a state, a path, or a pattern of resources. */
  String target();

  /** The mock as the test wrote it: {@code order.mock("Charge")}. */
  String code();

  /** The line of the test that made it, as a stack trace has it. */
  String declaredAt();

  /** Whether a Task was answered by it. */
  boolean used();

  /** Whether the test said that it may stay unused. */
  boolean lenient();

  /** The later mock of the same target and the same inputs that took its place. */
  Optional<MockDeclaration> replacement();

  /** Why it answered no Task, a sentence; meaningful only for a mock that is not used. */
  String whyUnused();
}
