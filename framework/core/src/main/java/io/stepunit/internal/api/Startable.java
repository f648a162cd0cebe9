package io.stepunit.internal.api;

import io.stepunit.internal.engine.Qualifiers;
import io.stepunit.internal.engine.SimulatedMachine;

/**
 * What a start runs.
 *
 * @param registered the machine
 * @param revision which revision of it
 * @param qualifiers the version or alias that the start named
 */
public record Startable(RegisteredMachine registered, Revision revision, Qualifiers qualifiers) {
  static Startable present(RegisteredMachine registered) {
    return new Startable(registered, registered.revision(), Qualifiers.NONE);
  }

  static Startable version(RegisteredMachine registered, Version version) {
    return new Startable(registered, version.revision(), Qualifiers.version(version.arn()));
  }

  static Startable alias(RegisteredMachine registered, Alias alias, Version version) {
    return new Startable(
        registered, version.revision(), Qualifiers.alias(alias.arn(), version.arn()));
  }

  /** The machine as the execution runs it. */
  public SimulatedMachine machine() {
    return revision.machine().namedBy(qualifiers);
  }
}
