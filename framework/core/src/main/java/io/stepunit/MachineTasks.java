package io.stepunit;

import io.stepunit.internal.fault.MachineFaults;
import io.stepunit.internal.mock.AnswerListener;
import io.stepunit.internal.mock.MockRegistry;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.SimulatedService;
import io.stepunit.internal.spi.TaskDispatcher;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Who answers the Tasks of one machine: its mocks, the services that the environment simulates, and
 * around them the log of effects and the faults.
 */
final class MachineTasks {
  private final Simulation simulation;
  private final MockRegistry mocks;
  private final UnmockedTasks unmocked;
  private final UnaryOperator<TaskDispatcher> around;
  private final MachineFaults faults;

  MachineTasks(Simulation simulation, MockRegistry mocks, UnmockedTasks unmocked) {
    this(simulation, mocks, unmocked, UnaryOperator.identity());
  }

  /**
   * @param around puts something between executions and all that answers them
   */
  MachineTasks(
      Simulation simulation,
      MockRegistry mocks,
      UnmockedTasks unmocked,
      UnaryOperator<TaskDispatcher> around) {
    this.simulation = simulation;
    this.mocks = mocks;
    this.unmocked = unmocked;
    this.around = around;
    this.faults = new MachineFaults(mocks.targets(), simulation.settings().seed());
  }

  /** From now on the machine has another definition; mocks and faults stay. */
  void redefine(CompiledDefinition updated) {
    mocks.redefine(updated);
  }

  MockRegistry mocks() {
    return mocks;
  }

  MachineFaults faults() {
    return faults;
  }

  /** Answers the Tasks of executions. */
  TaskDispatcher ofExecutions() {
    return simulation.answerErrors().around(answeredBy(new Live()));
  }

  private final class Live implements TaskDispatcher {
    @Override
    public AttemptReply dispatch(AttemptRequest task) {
      SimulatedService services = simulation.services();
      return mocks
          .answer(task, services, simulation.answers())
          .orElseGet(() -> unmocked.reply(task, () -> mocks.unmocked(task, services)));
    }

    @Override
    public Optional<String> answererOf(AttemptRequest task) {
      return mocks.answererOf(task);
    }

    @Override
    public boolean activityExists(String activityArn) {
      return simulation.api().activities().exists(activityArn);
    }
  }

  /** Answers a Task whose state is tested alone: by a mock or a table, and without an effect. */
  TaskDispatcher ofLoneStates() {
    return simulation.answerErrors().around(faults.around(this::answerLoneState));
  }

  private AttemptReply answerLoneState(AttemptRequest task) {
    return mocks.dispatch(task, simulation.tables().tasks(), AnswerListener.NONE);
  }

  /** Answers the Tasks of executions in place of mocks and services. */
  TaskDispatcher answeredBy(TaskDispatcher world) {
    return around.apply(faults.around(simulation.effects().around(world)));
  }
}
