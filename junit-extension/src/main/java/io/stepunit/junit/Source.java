package io.stepunit.junit;

import java.util.List;

/**
 * Which definition a test wants.
 *
 * @param resource the file, as the user wrote it
 * @param id which machine of a template; empty for a definition, or a template with one machine
 * @param values what placeholders stand for, as {@code name=value}
 */
record Source(String resource, String id, List<String> values) {
  static Source of(StateMachineTest annotation) {
    return new Source(annotation.value(), annotation.id(), List.of(annotation.values()));
  }

  static Source of(StateMachine annotation) {
    return new Source(annotation.value(), annotation.id(), List.of(annotation.values()));
  }
}
