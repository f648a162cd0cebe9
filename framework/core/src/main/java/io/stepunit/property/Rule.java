package io.stepunit.property;

import java.util.List;
import java.util.Optional;

/** One part of a property. */
interface Rule {
  /** As a test writes it. */
  String code();

  /** Whether {@link #code} is source that makes the same rule. */
  default boolean isSource() {
    return true;
  }

  /** The states that it names. */
  List<String> states();

  /** Whether the states that it names have to be Tasks. */
  default boolean isOfTasks() {
    return false;
  }

  /** How it does not hold; empty if it does. */
  Optional<String> violation(Course course);

  /** What did not happen, so that nothing can be said; empty if something can. */
  Optional<String> unreached(Course course);
}
