package io.stepunit.mock;

import io.stepunit.internal.model.CompiledDefinition;

/** Finds the Tasks that a test means, as {@link MockRegistry} does. */
public final class TaskTargets {
  private final String variable;
  private final MockTargets targets;

  /**
   * @param machine the machine's name, for messages
   */
  public TaskTargets(String machine, CompiledDefinition definition) {
    this.variable = JavaText.variable(machine);
    this.targets = new MockTargets(machine, definition);
  }

  /** The name that a test's variable for the machine would have. */
  public String variable() {
    return variable;
  }

  /**
   * A Task by its state's name, or by its path.
   *
   * @throws IllegalArgumentException if there is none, naming those that are there
   */
  public TaskTarget state(String stateOrPath) {
    return new TaskTarget(targets.state(stateOrPath));
  }

  /**
   * All Tasks that call a resource; {@code *} stands for any text.
   *
   * @throws IllegalArgumentException if there is none
   */
  public TaskTarget resource(String pattern) {
    return new TaskTarget(targets.resource(pattern));
  }

  /**
   * All Tasks that call a service, by its optimized or its SDK integration.
   *
   * @throws IllegalArgumentException if there is none
   */
  public TaskTarget service(String service) {
    return new TaskTarget(targets.service(service));
  }

  /** All Tasks. */
  public TaskTarget all() {
    return new TaskTarget(targets.all());
  }
}
