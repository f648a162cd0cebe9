package io.stepunit.cli;

import io.stepunit.asl.WorkflowType;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says which type a machine is to have. */
final class TypeOption {
  @Option(
      names = "--type",
      description = "STANDARD or EXPRESS. Default: that of the template, or STANDARD.")
  private Optional<WorkflowType> type = Optional.empty();

  /** Empty where it is to be that of the template. */
  Optional<WorkflowType> type() {
    return type;
  }
}
