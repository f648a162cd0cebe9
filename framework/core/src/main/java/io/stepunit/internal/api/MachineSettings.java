package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a revision of a machine has beside its definition and role.
 *
 * @param traced whether {@code tracingConfiguration} is enabled
 */
record MachineSettings(LoggingConfiguration logging, boolean traced, Encryption encryption) {
  static final MachineSettings DEFAULT =
      new MachineSettings(LoggingConfiguration.OFF, false, Encryption.AWS_OWNED_KEY);

  /**
   * The same with what a request gives.
   *
   * @throws io.stepunit.api.StepFunctionsException {@code InvalidLoggingConfiguration} or {@code
   *     InvalidEncryptionConfiguration}
   */
  MachineSettings with(Request request) {
    return new MachineSettings(
        request.part("loggingConfiguration").map(LoggingConfiguration::of).orElse(logging),
        request
            .part("tracingConfiguration")
            .map(tracing -> tracing.flag("enabled", false))
            .orElse(traced),
        request.part("encryptionConfiguration").map(Encryption::of).orElse(encryption));
  }

  MachineSettings withLogging(LoggingConfiguration other) {
    return new MachineSettings(other, traced, encryption);
  }

  void addTo(ObjectNode machine) {
    machine.set("loggingConfiguration", logging.json());
    machine.putObject("tracingConfiguration").put("enabled", traced);
    machine.set("encryptionConfiguration", encryption.json());
  }
}
