package io.stepunit.internal.engine;

import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.text.Arn;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A registered state machine.
 *
 * @param name the machine's name
 * @param arn its ARN
 * @param roleArn the role that its executions show
 * @param definition what it does
 * @param type how its executions run
 */
public record SimulatedMachine(
    String name, String arn, String roleArn, CompiledDefinition definition, WorkflowType type) {
  /** The same machine with another role. */
  public SimulatedMachine withRole(String role) {
    return new SimulatedMachine(name, arn, role, definition, type);
  }

  /**
   * The ARN of an execution. That of an Express execution is unique by its last part, not by the
   * name.
   *
   * @param unique what AWS makes up for an Express execution
   */
  public String executionArn(String execution, Supplier<UUID> unique) {
    return switch (type) {
      case STANDARD -> Arn.parse(arn).within("execution", execution).toString();
      case EXPRESS -> Arn.parse(arn).within("express", execution + ":" + unique.get()).toString();
    };
  }
}
