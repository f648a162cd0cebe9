package io.stepunit;

import io.stepunit.internal.api.TestCases;
import io.stepunit.internal.engine.SimulatedMachine;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.spi.TaskDispatcher;
import io.stepunit.internal.target.DeclaredAt;
import io.stepunit.mock.MockConfigFile;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** Answers the Tasks of executions that are started with a test case of a mock configuration. */
final class ConfiguredCases implements TestCases {
  private final MockConfigFile file;
  private final BiFunction<SimulatedMachine, String, MachineTasks> tasks;
  private final Map<Case, Prepared> prepared = new HashMap<>();

  /**
   * @param tasks makes what answers the Tasks of a machine, under a name for messages
   */
  ConfiguredCases(MockConfigFile file, BiFunction<SimulatedMachine, String, MachineTasks> tasks) {
    this.file = file;
    this.tasks = tasks;
  }

  private record Case(String machineArn, String name) {}

  /**
   * Who answers in a test case.
   *
   * @param definition what the mocks were made for; an update of the machine brings another
   */
  private record Prepared(CompiledDefinition definition, TaskDispatcher tasks) {
    boolean isFor(SimulatedMachine machine) {
      return definition == machine.definition();
    }
  }

  /** Looks whether the test cases of a machine fit it, if it has any. */
  void check(SimulatedMachine machine) {
    if (file.machines().contains(machine.name())) {
      file.testCases(machine.name()).forEach(each -> tasks(machine, each.name()));
    }
  }

  @Override
  public TaskDispatcher tasks(SimulatedMachine machine, String testCase) {
    return prepared
        .compute(
            new Case(machine.arn(), testCase),
            (key, ready) ->
                ready != null && ready.isFor(machine) ? ready : prepare(machine, testCase))
        .tasks();
  }

  private Prepared prepare(SimulatedMachine machine, String testCase) {
    MachineTasks answering = tasks.apply(machine, machine.name() + "#" + testCase);
    file.testCase(machine.name(), testCase)
        .mockIn(state -> answering.mocks().mock(state, DeclaredAt.caller()));
    return new Prepared(machine.definition(), answering.ofExecutions());
  }
}
