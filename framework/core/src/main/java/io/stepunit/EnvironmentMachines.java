package io.stepunit;

import io.stepunit.asl.ValidationSettings;
import io.stepunit.internal.api.MachineMaker;
import io.stepunit.internal.api.RegisteredMachine;
import io.stepunit.internal.engine.SimulatedMachine;
import io.stepunit.internal.mock.MockRegistry;
import io.stepunit.internal.report.CurrentTest;
import io.stepunit.internal.text.KnownNames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The machines of an environment, whoever made them: a test, or application code by the API. */
final class EnvironmentMachines implements MachineMaker {
  private final StepFunctionsEnvironment environment;
  private final Simulation simulation;
  private final MockSettings mockSettings;
  private final DefinitionLoading loading;
  private final List<TestStateMachine> machines = new ArrayList<>();
  private final List<Consumer<TestStateMachine>> creationListeners = new ArrayList<>();

  EnvironmentMachines(
      StepFunctionsEnvironment environment,
      Simulation simulation,
      MockSettings mockSettings,
      DefinitionLoading loading) {
    this.environment = environment;
    this.simulation = simulation;
    this.mockSettings = mockSettings;
    this.loading = loading;
  }

  /** Registers a machine whose Tasks mocks answer. */
  TestStateMachine add(SimulatedMachine machine) {
    return simulation.alone(() -> addAlone(machine));
  }

  private TestStateMachine addAlone(SimulatedMachine asked) {
    SimulatedMachine machine =
        CurrentTest.recording()
            .map(test -> asked.withDefinition(test.definitionFor(asked.definition())))
            .orElse(asked);
    return add(machine, tasks(machine, machine.name()));
  }

  /** Registers a machine whose Tasks are answered so. */
  TestStateMachine add(SimulatedMachine machine, MachineTasks tasks) {
    RegisteredMachine registered =
        new RegisteredMachine(machine, tasks.ofExecutions(), simulation.now(), tasks::redefine);
    simulation.api().finishDeletions();
    simulation.machines().add(registered);
    TestStateMachine handle = new TestStateMachine(environment, simulation, registered, tasks);
    machines.add(handle);
    return handle;
  }

  /**
   * Tasks that such mocks answer.
   *
   * @param name what messages call the machine
   */
  MachineTasks tasks(SimulatedMachine machine, String name) {
    return new MachineTasks(simulation, mocks(machine, name), mockSettings.unmocked());
  }

  /** Mocks of a machine that answer nothing yet. */
  MockRegistry mocks(SimulatedMachine machine, String name) {
    return new MockRegistry(
        name,
        machine.definition(),
        simulation.json().codec(),
        mockSettings.validation(),
        mockSettings.watchdog(),
        simulation.engine()::between,
        simulation.thrown());
  }

  /** All of them, in the order in which they were registered. */
  List<TestStateMachine> all() {
    return simulation.read(() -> List.copyOf(machines));
  }

  /**
   * The last one of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  TestStateMachine named(String name) {
    List<TestStateMachine> known = all();
    return known.stream()
        .filter(machine -> machine.name().equals(name))
        .reduce((former, latter) -> latter)
        .orElseThrow(() -> new IllegalArgumentException(noMachine(name, known)));
  }

  private static String noMachine(String name, List<TestStateMachine> known) {
    KnownNames names =
        new KnownNames("There are", known.stream().map(TestStateMachine::name).toList());
    return "The environment has no state machine '%s'.%s".formatted(name, names.hintFor(name));
  }

  /** Has a machine prepared that application code creates. */
  void whenCreated(String name, Consumer<? super TestStateMachine> prepare) {
    Consumer<TestStateMachine> ofThatName =
        machine -> {
          if (machine.name().equals(name)) {
            prepare.accept(machine);
          }
        };
    simulation.alone(() -> creationListeners.add(ofThatName));
  }

  @Override
  public ValidationSettings validation() {
    return loading.validationOfApi();
  }

  @Override
  public RegisteredMachine make(SimulatedMachine machine) {
    return add(machine).registered();
  }

  @Override
  public void created(RegisteredMachine machine) {
    TestStateMachine handle =
        machines.stream().filter(known -> known.registered() == machine).findFirst().orElseThrow();
    creationListeners.forEach(listener -> listener.accept(handle));
  }
}
