package io.stepunit.internal.api;

import io.stepunit.internal.engine.SimulatedMachine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a machine is from its creation, or from an update, until the next update.
 *
 * @param number 0 for the initial one, one more with each update
 * @param since the virtual time of the creation or the update
 */
record Revision(int number, SimulatedMachine machine, MachineSettings settings, Instant since) {
  /** What requests call the initial revision; no answer calls it so. */
  private static final String INITIAL = "INITIAL";

  static Revision initial(SimulatedMachine machine, Instant createdAt) {
    return new Revision(0, machine, MachineSettings.DEFAULT, createdAt);
  }

  /** The revision that an update makes. */
  Revision next(SimulatedMachine changed, MachineSettings settings, Instant now) {
    return new Revision(number + 1, changed, settings, now);
  }

  /** The same revision, set up otherwise by the test. */
  Revision with(SimulatedMachine other) {
    return new Revision(number, other, settings, since);
  }

  Revision with(MachineSettings other) {
    return new Revision(number, machine, other, since);
  }

  /** Its {@code revisionId}; the initial revision has none. */
  Optional<String> id() {
    return number == 0 ? Optional.empty() : Optional.of(madeUpId());
  }

  /** What requests and messages call it. */
  String called() {
    return id().orElse(INITIAL);
  }

  private String madeUpId() {
    String name = machine.arn() + "/revision/" + number;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
