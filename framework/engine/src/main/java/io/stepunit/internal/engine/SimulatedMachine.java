package io.stepunit.internal.engine;

import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.text.Arn;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A state machine as its executions run it.
 *
 * @param name the machine's name
 * @param arn its ARN, without a version or alias
 * @param roleArn the role that its executions show
 * @param definition what it does
 * @param type how its executions run
 * @param qualifiers the version and alias that its executions show
 */
public record SimulatedMachine(
    String name,
    String arn,
    String roleArn,
    CompiledDefinition definition,
    WorkflowType type,
    Qualifiers qualifiers) {
  /** A machine whose executions show no version and no alias. */
  public SimulatedMachine(
      String name, String arn, String roleArn, CompiledDefinition definition, WorkflowType type) {
    this(name, arn, roleArn, definition, type, Qualifiers.NONE);
  }

  /** The same machine with another role. */
  public SimulatedMachine withRole(String role) {
    return new SimulatedMachine(name, arn, role, definition, type, qualifiers);
  }

  /** The same machine with another definition. */
  public SimulatedMachine withDefinition(CompiledDefinition other) {
    return new SimulatedMachine(name, arn, roleArn, other, type, qualifiers);
  }

  /** The same machine, named by a version or an alias. */
  public SimulatedMachine namedBy(Qualifiers by) {
    return by.equals(qualifiers)
        ? this
        : new SimulatedMachine(name, arn, roleArn, definition, type, by);
  }

  /** What the child executions of a Distributed Map run, by the Map's label. */
  public Optional<SimulatedMachine> childMachine(String label) {
    return definition
        .graph()
        .all()
        .filter(MapState.class::isInstance)
        .map(MapState.class::cast)
        .filter(map -> map.distributed().isPresent())
        .map(map -> MapRunNames.childMachine(this, map, map.distributed().get()))
        .filter(child -> child.name().endsWith("/" + label))
        .findFirst();
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
