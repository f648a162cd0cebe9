package io.stepunit.internal.api;

import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.engine.SimulatedMachine;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.monitoring.Logging;
import io.stepunit.internal.spi.TaskDispatcher;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A machine whose executions can be started, with what came of it by updates and publications. */
public final class RegisteredMachine {
  private final TaskDispatcher tasks;
  private final Instant createdAt;
  private final Consumer<CompiledDefinition> redefined;
  private final Versions versions;
  private final Aliases aliases;
  private final Tags tags = new Tags();
  private volatile Revision revision;

  /**
   * @param machine the machine as it is created
   * @param tasks who answers its Tasks, whatever the revision
   * @param createdAt the virtual time of its registration
   * @param redefined is told of each further definition
   */
  public RegisteredMachine(
      SimulatedMachine machine,
      TaskDispatcher tasks,
      Instant createdAt,
      Consumer<CompiledDefinition> redefined) {
    this.tasks = tasks;
    this.createdAt = createdAt;
    this.redefined = redefined;
    this.versions = new Versions(machine.arn());
    this.aliases = new Aliases();
    this.revision = Revision.initial(machine, createdAt);
  }

  /** What it does at present. */
  public SimulatedMachine machine() {
    return revision.machine();
  }

  public String arn() {
    return machine().arn();
  }

  public WorkflowType type() {
    return machine().type();
  }

  /** Who answers its Tasks. */
  public TaskDispatcher tasks() {
    return tasks;
  }

  Instant createdAt() {
    return createdAt;
  }

  /** What it is at present. */
  Revision revision() {
    return revision;
  }

  Versions versions() {
    return versions;
  }

  Aliases aliases() {
    return aliases;
  }

  Tags tags() {
    return tags;
  }

  /** What a start of the machine runs that names no version and no alias. */
  public Startable startable() {
    return Startable.present(this);
  }

  /** From now on another revision is the present one; executions that run keep theirs. */
  void update(Revision next) {
    boolean isOtherDefinition = !next.machine().definition().equals(machine().definition());
    revision = next;
    if (isOtherDefinition) {
      redefined.accept(next.machine().definition());
    }
  }

  /** The test gives the present revision another role. */
  public void withRole(String roleArn) {
    revision = revision.with(machine().withRole(roleArn));
  }

  /** What is sent to CloudWatch Logs. */
  public Logging logging() {
    return revision.settings().logging().sent();
  }

  /** The test gives the present revision another logging configuration. */
  public void withLogging(Logging sent) {
    change(settings -> settings.withLogging(settings.logging().with(sent)));
  }

  /** Gives the present revision other settings, as its creation does. */
  void change(UnaryOperator<MachineSettings> change) {
    revision = revision.with(change.apply(revision.settings()));
  }
}
